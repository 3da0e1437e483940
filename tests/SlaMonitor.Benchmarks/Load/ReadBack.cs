using NodaTime;
using SlaMonitor.Service;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Benchmarks.Load;

/// <summary>Reads all back that a run left: every return accepted once, every audit chain whole, nothing pending or put aside.</summary>
internal static class ReadBack
{
    /// <param name="sent">Every receipt given.</param>
    /// <returns>What is not as it must be, and how many assessments the returns led to.</returns>
    public static async Task<(IReadOnlyList<string> Wrong, int Assessments)> Of(Stores stores, LoadContract contract, IReadOnlyList<Receipt> sent)
    {
        var wrong = new List<string>();
        if (await stores.Index.Pending(Instant.FromUtc(9999, 1, 1, 0, 0)) is { Count: > 0 } pending) wrong.Add($"{pending.Count} pending");
        if (await stores.Assess.PoisonCount() + await stores.Alerts.PoisonCount() is > 0 and var aside) wrong.Add($"{aside} messages put aside");
        if (await stores.Alerts.Count() is > 0 and var alerts) wrong.Add($"{alerts} alerts sent");
        var assessments = 0;
        foreach (var of in sent.GroupBy(r => r.Contract))
        {
            var found = await OfContract(stores, contract, of.Key, [.. of]);
            wrong.AddRange(found.Wrong.Select(w => $"{of.Key}: {w}"));
            assessments += found.Assessments;
        }

        return (wrong, assessments);
    }

    private static async Task<(IReadOnlyList<string> Wrong, int Assessments)> OfContract(
        Stores stores, LoadContract contract, string code, IReadOnlyList<Receipt> sent)
    {
        var (wrong, months) = (new List<string>(), contract.Periods.ToHashSet());
        var stored = await stores.Register.Load(code);
        if (stored.Inbox.Count > 0) wrong.Add($"{stored.Inbox.Count} in the inbox");
        if (!months.SetEquals(stored.Returns.Select(r => r.Facts.Month))
            || stored.Returns.Count != sent.Count || stored.Current!.Returns.Count != sent.Count)
            wrong.Add($"{stored.Returns.Count} returns of {sent.Count}, {stored.Current!.Returns.Count} assessed");
        if (stored.Returns.Any(r => r.Facts.Revision != 1 || r.State != ReturnState.Accepted)) wrong.Add("a second revision, or one not accepted");
        foreach (var receipt in sent)
        {
            var now = await stores.Register.Receipt(code, receipt.Id);
            if (now is not { Status: ReceiptStatus.Accepted, Revision: 1 }
                || stored.Returns.Count(r => r.Receipt == receipt.Id && r.Facts.Month == now.Period) != 1)
                wrong.Add($"receipt {receipt.Id} is {now?.Status.ToString() ?? "gone"}");
            if ((await stores.Raw.Get($"{code}/{receipt.RawSha256}"))?.LongLength != receipt.Length) wrong.Add($"the bytes of {receipt.Id} are gone");
        }

        foreach (var period in stored.Current!.Periods)
            if (await stores.Results.Get(code, period.Sha256) is null) wrong.Add($"the document of {period.Name} is gone");
        if (await new VerifyAudit(stores).Of(code) is not AuditVerdict.Whole) wrong.Add("the audit chain is broken");
        var accepted = (await stores.Register.AuditTrail(code)).Count(row => row.Entry.What == "return accepted");
        if (accepted != sent.Count) wrong.Add($"{accepted} returns in the audit trail of {sent.Count}");
        var shown = await stores.Index.Find(code);
        if (shown?.Assessment != stored.Current.Number || shown.Audit != stored.Audit) wrong.Add("the index shows an earlier state");
        if ((await stores.Register.Alerts(code)).Count(a => a.Assessment > 1) is > 0 and var alerts) wrong.Add($"{alerts} alerts");
        return (wrong, (await stores.Register.Assessments(code)).Count - 1);
    }
}
