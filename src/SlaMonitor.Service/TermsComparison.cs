using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Service.Formats.Assessments;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service;

/// <summary>One Service Period that a draft of terms would move.</summary>
/// <param name="PayableBefore">In pounds ex VAT; null where there is no credit or it cannot be told.</param>
/// <param name="PayableAfter">In pounds ex VAT; null where there is no credit or it cannot be told.</param>
/// <param name="Results">How many results differ.</param>
public sealed record MovedPeriod(string Period, int PointsBefore, int PointsAfter, Money? PayableBefore, Money? PayableAfter, Money? WithheldBefore, Money? WithheldAfter, int Results);

/// <summary>What putting a draft into force would move of what has been assessed: terms of the past are put into force with open eyes or not
/// at all.</summary>
/// <param name="Sha256">Of all that is in it, to be repeated by whoever puts the draft into force. It changes when what would move does.</param>
/// <param name="IsWhole">False where some credit cannot be told, so that more may move.</param>
/// <param name="Periods">Empty where nothing moves.</param>
public sealed record TermsComparison(string Sha256, int PointsBefore, int PointsAfter, Money PayableBefore, Money PayableAfter, bool IsWhole, IReadOnlyList<MovedPeriod> Periods)
{
    /// <param name="draft">Sound beside the terms in force.</param>
    public static TermsComparison Of(Contract inForce, ContractTerms draft, RegisteredContract stored, HolidayBasis basis, Instant now)
    {
        var (returns, decisions) = (stored.Standing.ToList(), stored.Decisions.Select(d => d.Decision).ToList());
        var asOf = now.InZone(inForce.Latest.Zone).Date;
        var delta = Delta.Between(
            Assessment.Of(inForce, returns, decisions, basis, asOf), Assessment.Of(new([.. inForce.Versions, draft]), returns, decisions, basis, asOf));
        MovedPeriod[] moved = [.. delta.Periods.Select(Moved)];
        var said = string.Join('\n', delta.Periods.Zip(moved, (period, one) => $"{one}; {string.Join(", ", period.Results.Select(r => $"{r.Code} {r.Before?.Outcome.InWords()} {r.After?.Outcome.InWords()}"))}"));
        return new(ContentHash.Of(said), delta.Before.Points, delta.After.Points, delta.Before.Payable, delta.After.Payable, delta.IsWhole, moved);
    }

    /// <summary>For people and the audit trail: <c>moves 3 Service Periods from 2026-01 on: points 0 to 6, payable 0.00 to 300.00</c>.</summary>
    public string InWords() => Periods.Count == 0
        ? "moves nothing that has been assessed"
        : $"moves {Periods.Count.Counted("Service Period")} from {Periods[0].Period} on: points {PointsBefore} to {PointsAfter}, payable {PayableBefore.ToPlainText()} to {PayableAfter.ToPlainText()}{(IsWhole ? "" : ", and more where credits cannot be told yet")}";

    private static MovedPeriod Moved(PeriodDelta period) => new(
        ServicePeriod.NameOf(period.Month), period.Before?.Points ?? 0, period.After?.Points ?? 0, period.Before?.Credit?.Payable, period.After?.Credit?.Payable,
        period.Before?.Withholding?.Withheld, period.After?.Withholding?.Withheld, period.Results.Count);
}
