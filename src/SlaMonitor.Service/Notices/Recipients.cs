using System.Text.RegularExpressions;
using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Service.Notices;

/// <summary>Who is told of one contract's alerts.</summary>
public sealed partial record Recipients(IReadOnlyList<Recipient> All)
{
    public const int Most = 50;

    public static readonly ProblemCode TooMany = new("recipients-too-many", true, "Each alert is sent to every one of them.");
    public static readonly ProblemCode SameId = new("recipient-twice", true, "What was sent to whom is kept by id.");
    public static readonly ProblemCode NoId = new("recipient-id", true, "Ids stand in logs, where addresses may not.");
    public static readonly ProblemCode NoAddress = new("recipient-address", true, "Nobody can be told without an address that their way can use.");
    public static readonly ProblemCode OfSupplier = new("recipient-of-supplier", true, "Alerts speak of what the client may do about the supplier.");

    /// <summary>As the contract file names them, where nobody has been named since: every officer of the client's with an e-mail address, by
    /// role and place.</summary>
    public static Recipients Of(ContractTerms terms) => new([.. terms.Draft.Officers
        .Where(o => o.Role != OfficerRole.SupplierManager)
        .Select((o, i) => new Recipient($"{o.Role.Key()}-{i + 1}", o.Role, NoticeWay.Mail, o.Email))
        .Where(HasAddress)]);

    /// <summary>Every fault at once, by index.</summary>
    public IEnumerable<Problem> Problems()
    {
        if (All.Count > Most) yield return new(TooMany, "", $"at most {Most}", $"{All.Count}");
        foreach (var same in All.GroupBy(r => r.Id).Where(g => g.Count() > 1)) yield return new(SameId, "", "each id once", $"{same.Key} {same.Count()} times");
        foreach (var (recipient, i) in All.Select((r, i) => (r, i)))
        {
            if (!Id().IsMatch(recipient.Id)) yield return new(NoId, $"{i}.id", "1 to 200 letters, digits and . _ / -", "another text");
            if (!HasAddress(recipient)) yield return new(NoAddress, $"{i}.address", Expected(recipient.Way), recipient.Address is null ? "none" : "another text");
            if (recipient.Role == OfficerRole.SupplierManager) yield return new(OfSupplier, $"{i}.role", "a role of the client's", recipient.Role.Key());
        }
    }

    public Recipient? Find(string id) => All.FirstOrDefault(r => r.Id == id);

    /// <summary>Who is told on a day: the contract managers. Where every one is away, or there is none, their deputies; then the team; then
    /// whom it is escalated to. Where all are away it is as if none were: an absence silences nothing.</summary>
    public IReadOnlyList<Recipient> ToTell(LocalDate today)
    {
        var there = All.Where(r => r.AwayUntil is not { } until || until < today);
        return FirstOf(there) ?? FirstOf(All) ?? [];
    }

    /// <summary>Those of a role who are there on a day; where all of them are away, all of them.</summary>
    public IReadOnlyList<Recipient> InRole(OfficerRole role, LocalDate today)
    {
        var all = All.Where(r => r.Role == role).ToList();
        return all.Where(r => r.AwayUntil is not { } until || until < today).ToList() is { Count: > 0 } there ? there : all;
    }

    private static List<Recipient>? FirstOf(IEnumerable<Recipient> some) =>
        Escalation.Order.Select(role => some.Where(r => r.Role == role).ToList()).FirstOrDefault(same => same.Count > 0);

    private static bool HasAddress(Recipient recipient) => recipient.Way switch
    {
        NoticeWay.Mail => recipient.Address is { Length: <= 254 } mailbox && Mailbox().IsMatch(mailbox),
        NoticeWay.Webhook or NoticeWay.Teams => Uri.TryCreate(recipient.Address, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || IsOwnMachine(url)) && url.UserInfo.Length == 0,
        _ => recipient.Address is null,
    };

    private static bool IsOwnMachine(Uri url) => url.Scheme == Uri.UriSchemeHttp && url.IsLoopback;

    private static string Expected(NoticeWay way) => way switch
    {
        NoticeWay.Mail => "a mailbox such as contracts@council.example",
        NoticeWay.Webhook or NoticeWay.Teams => "an https URL without user or password",
        _ => "no address",
    };

    [GeneratedRegex("^[A-Za-z0-9._/-]{1,200}$")]
    private static partial Regex Id();

    /// <summary>What mail servers take without extensions; what lies within quotes is refused.</summary>
    [GeneratedRegex("^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*$")]
    private static partial Regex Mailbox();
}
