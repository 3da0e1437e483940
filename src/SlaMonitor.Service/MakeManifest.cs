using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Dates;
using SlaMonitor.Service.Formats.Assessments;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service;

/// <summary>The document of one Service Period, named by its content.</summary>
public sealed record PeriodDocument(string Period, string Json, string Sha256);

/// <summary>An assessment ready to be stored. Pure.</summary>
/// <param name="Documents">Of every ended Service Period, in order.</param>
public sealed record MakeManifest(Manifest Manifest, IReadOnlyList<PeriodDocument> Documents, IReadOnlyList<Alert> Alerts)
{
    /// <param name="stored">The returns and decisions it was assessed from, and the assessment that stood before.</param>
    public static MakeManifest Of(ContractAssessment assessment, RegisteredContract stored, Instant now)
    {
        PeriodDocument[] documents = [.. assessment.Periods.Select(Document)];
        Alert[] alerts = [.. assessment.Alerts.Concat(stored.Refused.Select(r => r.Alert(assessment.Contract, assessment.Basis))).DistinctBy(a => a.Key)];
        return new(new((stored.Current?.Number ?? 0) + 1, now, assessment.AsOf, Engine.Version, Engine.Tzdb, assessment.CalendarName)
        {
            Versions = [.. stored.Terms.Select(t => new Pinned($"{t.EffectiveFrom:uuuu-MM-dd}", t.Sha256))],
            Returns = [.. stored.Returns.Where(r => r.State == ReturnState.Accepted).Select(r => new Pinned($"{ServicePeriod.NameOf(r.Facts.Month)} revision {r.Facts.Revision}", r.Sha256)).OrderBy(p => p.Name, StringComparer.Ordinal)],
            Decisions = [.. stored.Decisions.Select(d => new Pinned($"{d.Number:D6}", d.Sha256))],
            Periods = [.. documents.Select(d => new Pinned(d.Period, d.Sha256))],
            Sums = [.. assessment.Periods.Select(PeriodInSum.Of)],
            Alerts = [.. alerts.Select(a => RegisteredAlert.HashOf(a.Key))],
            Texts = [.. alerts.Select(RegisteredAlert.TextHashOf)],
            Dates = CalendarEntries.Next(
                stored.Current?.Dates ?? [], ContractDates.Of(assessment.Contract, assessment.Decisions, assessment.Basis, assessment.AsOf), assessment.AsOf, now),
            End = assessment.End,
            Points = checked((int)assessment.Points),
            Payable = assessment.Payable,
        }, documents, alerts);
    }

    /// <summary>The alerts that an earlier assessment did not have.</summary>
    public IEnumerable<Alert> NewAlerts(Manifest? earlier)
    {
        var there = earlier?.Alerts.ToHashSet() ?? [];
        return Alerts.Where(a => !there.Contains(RegisteredAlert.HashOf(a.Key)));
    }

    /// <summary>Those that stood already and say something else by now.</summary>
    public IEnumerable<Alert> RewordedAlerts(Manifest? earlier)
    {
        if (earlier is null) return [];
        var said = earlier.Alerts.Select((hash, i) => (hash, Text: i < earlier.Texts.Count ? earlier.Texts[i] : null)).ToDictionary();
        return Alerts.Where((a, i) => said.TryGetValue(Manifest.Alerts[i], out var text) && text != Manifest.Texts[i]);
    }

    /// <summary>The documents that an earlier assessment did not come to.</summary>
    public IReadOnlyList<PeriodDocument> NotIn(Manifest? earlier)
    {
        var there = earlier?.Periods.Select(p => p.Sha256).ToHashSet() ?? [];
        return [.. Documents.Where(d => !there.Contains(d.Sha256))];
    }

    /// <summary>What the audit trail says of it.</summary>
    public AuditEntry Audit => new(
        Manifest.MadeAt, AuditEntry.Service, "assessed", $"assessment {Manifest.Number}",
        $"as of {Manifest.AsOf:uuuu-MM-dd} by rules {Manifest.Engine}: {Manifest.Points} points, {Manifest.Payable.ToPlainText()} payable, manifest {ContentHash.Of(ManifestDocument.WriteJson(Manifest))}");

    private static PeriodDocument Document(PeriodAssessment period)
    {
        var json = AssessmentDocument.WriteJson(period);
        return new(period.Period.Name, json, ContentHash.Of(json));
    }
}
