namespace SlaMonitor.Service.Access;

/// <summary>Leave to read dates as a calendar, for as long as it is not taken back: calendars cannot sign in.</summary>
/// <param name="Hash">SHA-256 of its token, in lower-case hexadecimal. The token itself is kept nowhere.</param>
public abstract record FeedLink(string Hash)
{
    /// <summary>Of one contract.</summary>
    public sealed record OfContract(string Hash, string Contract) : FeedLink(Hash);

    /// <summary>Of the contracts that a person has been given, whichever those are when it is read.</summary>
    public sealed record OfPerson(string Hash, string Person) : FeedLink(Hash);
}
