using SlaMonitor.Service.Formats.Assessments;

namespace SlaMonitor.Service.Notices;

/// <summary>What arose for one recipient of one contract on a day and is due later than in five working days, told as one.</summary>
/// <param name="Recipient">Their id.</param>
/// <param name="Notices">At least one, by the day each concerns.</param>
public sealed record DigestNotice(string Contract, string Title, string Recipient, IReadOnlyList<AlertNotice> Notices)
{
    /// <summary>The same for the same notices, however often it is sent.</summary>
    public string Id => ContentHash.Of(string.Join('\n', Notices.Select(n => n.Id).Order(StringComparer.Ordinal)))[..32];
}
