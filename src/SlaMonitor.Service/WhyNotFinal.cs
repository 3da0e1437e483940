using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service;

/// <summary>What may still change the statement of an assessment without a document that nobody has asked for: a return that has not come, a
/// relief or dispute that is open, a figure that cannot be told, and what has been received or decided and is not in it. Pure.</summary>
public static class WhyNotFinal
{
    /// <param name="stored">With its returns, decisions and inbox.</param>
    /// <param name="at">Of what came later nothing was known.</param>
    /// <returns>Reasons in words; none where the statement is final.</returns>
    public static IReadOnlyList<string> Of(Manifest manifest, RegisteredContract stored, Instant at) =>
        [.. manifest.Sums.SelectMany(Reasons), .. NotInIt(manifest, stored, at)];

    private static IEnumerable<string> Reasons(PeriodInSum period)
    {
        if (period.Status is not (ReturnStatus.OnTime or ReturnStatus.Late)) yield return $"{period.Period}: its return is {period.Return}";
        if (period.Open is { } open) yield return $"{period.Period}: {open}";
        foreach (var undecided in period.Undecided) yield return $"{period.Period}: {undecided}";
    }

    private static IEnumerable<string> NotInIt(Manifest manifest, RegisteredContract stored, Instant at)
    {
        var returns = manifest.Returns.Select(r => r.Name).ToHashSet();
        foreach (var one in stored.Returns.Where(r => r.State != ReturnState.Withdrawn && r.ReceivedAt <= at && !stored.Returns.Any(later => IsLater(later, r) && returns.Contains(NameOf(later)))))
        {
            if (!returns.Contains(NameOf(one)))
                yield return $"the return {NameOf(one)} is not in it{(one.State == ReturnState.AwaitsConfirmation ? ", as its warnings are not confirmed" : "")}";
        }

        if (stored.Inbox.Count(i => i.Receipt.ReceivedAt <= at) is > 0 and var waiting) yield return $"{waiting.Counted("file")} received and not looked at yet";
        if (stored.Decisions.Count(d => d.RecordedAt <= at) - manifest.Decisions.Count is > 0 and var decided) yield return $"{decided.Counted("decision")} recorded and not in it yet";
        if (stored.Terms.Count(t => t.ActivatedAt <= at) - manifest.Versions.Count is > 0 and var terms) yield return $"{terms.Counted("version")} of the terms in force and not in it yet";
    }

    private static bool IsLater(RegisteredReturn later, RegisteredReturn one) => later.Facts.Month == one.Facts.Month && later.Facts.Revision > one.Facts.Revision;

    private static string NameOf(RegisteredReturn one) => $"{ServicePeriod.NameOf(one.Facts.Month)} revision {one.Facts.Revision}";
}
