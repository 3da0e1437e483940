using NodaTime;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Web.Api;

/// <summary>An assessment in sum.</summary>
/// <param name="AsOf">The day it is as of, in the contract's zone.</param>
/// <param name="Engine">The version of the rules.</param>
/// <param name="Tzdb">The version of the time zone data.</param>
/// <param name="BankHolidays">The version of the calendar.</param>
/// <param name="End">The last day of the term as it was known.</param>
/// <param name="Points">Service Points of all periods.</param>
/// <param name="Payable">Service Credits of all periods that can be told, in pounds ex VAT.</param>
public sealed record AssessmentInSum(
    int Number, Instant MadeAt, LocalDate AsOf, string Engine, string Tzdb, string BankHolidays, LocalDate End, int Points, Money Payable)
{
    public static AssessmentInSum Of(Manifest manifest) => new(
        manifest.Number, manifest.MadeAt, manifest.AsOf, manifest.Engine, manifest.Tzdb, manifest.Calendar, manifest.End, manifest.Points, manifest.Payable);
}

/// <summary>Something an assessment was made from, by name and by the hash of its canonical form.</summary>
public sealed record PinnedAnswer(string Name, string Sha256)
{
    public static IReadOnlyList<PinnedAnswer> Of(IEnumerable<Pinned> pins) => [.. pins.Select(p => new PinnedAnswer(p.Name, p.Sha256))];
}

/// <summary>One Service Period of an assessment.</summary>
/// <param name="Sha256">Of its document, which holds the Working.</param>
/// <param name="Return">Where its return stands, as in its document.</param>
/// <param name="Payable">The Service Credit in pounds ex VAT; null where there is none or it cannot be told.</param>
/// <param name="Open">Why points or credit may still change; null where both are final.</param>
/// <param name="Withheld">Charges withheld in their place, in pounds ex VAT.</param>
public sealed record PeriodAnswer(
    string Period, string Sha256, ReturnStatus Return, int Points, Money? Payable, string? Open, Money? Withheld, IReadOnlyList<FailureAnswer> Failures)
{
    public static IReadOnlyList<PeriodAnswer> Of(Manifest manifest) => [.. manifest.Periods.Zip(manifest.Sums, (pin, sum) => new PeriodAnswer(
        pin.Name, pin.Sha256, sum.Status, sum.Points, sum.Payable, sum.Open, sum.Withheld, FailureAnswer.Of(sum.Failures)))];
}

/// <summary>An indicator that failed, in the words of its document.</summary>
/// <param name="Code">The indicator's.</param>
/// <param name="Shown">The level as people read it; null where it failed without one.</param>
/// <param name="Rung">The rung it fell to.</param>
/// <param name="InWords">The outcome in the contract's words.</param>
/// <param name="Points">Service Points, repeats counted.</param>
/// <param name="RunOfFailures">Failures in a row up to this one.</param>
public sealed record FailureAnswer(string Code, string? Shown, RungName Rung, string InWords, int Points, int RunOfFailures)
{
    public static IReadOnlyList<FailureAnswer> Of(IEnumerable<FailureInSum> failures) =>
        [.. failures.Select(f => new FailureAnswer(f.Indicator, f.Level, f.Rung, f.Outcome, f.Points, f.InARow))];
}

/// <summary>An assessment with everything it was made from and what every Service Period came to.</summary>
/// <param name="Versions">The contract versions, by the day they took effect.</param>
/// <param name="Returns">The returns that stood.</param>
/// <param name="Decisions">The decisions, by number.</param>
/// <param name="Periods">Every ended Service Period, in order.</param>
public sealed record AssessmentAnswer(
    AssessmentInSum InSum, IReadOnlyList<PinnedAnswer> Versions, IReadOnlyList<PinnedAnswer> Returns, IReadOnlyList<PinnedAnswer> Decisions,
    IReadOnlyList<PeriodAnswer> Periods)
{
    public static AssessmentAnswer Of(Manifest manifest) => new(
        AssessmentInSum.Of(manifest), PinnedAnswer.Of(manifest.Versions), PinnedAnswer.Of(manifest.Returns), PinnedAnswer.Of(manifest.Decisions), PeriodAnswer.Of(manifest));
}

/// <summary>What two assessments differ in, Service Period by Service Period.</summary>
/// <param name="Before">The number of the first.</param>
/// <param name="After">The number of the second.</param>
/// <param name="Points">After less before.</param>
/// <param name="Payable">After less before, of the credits that can be told, in pounds ex VAT.</param>
/// <param name="Periods">Those whose documents differ.</param>
public sealed record DeltaAnswer(int Before, int After, int Points, Money Payable, IReadOnlyList<PeriodDeltaAnswer> Periods)
{
    public static DeltaAnswer Of(Manifest before, Manifest after)
    {
        var (old, now) = (PeriodAnswer.Of(before).ToDictionary(p => p.Period), PeriodAnswer.Of(after).ToDictionary(p => p.Period));
        var periods = old.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
            .Select(p => new PeriodDeltaAnswer(p, old.GetValueOrDefault(p), now.GetValueOrDefault(p)))
            .Where(p => p.Before?.Sha256 != p.After?.Sha256);
        return new(before.Number, after.Number, after.Points - before.Points, after.Payable - before.Payable, [.. periods]);
    }
}

/// <param name="Before">Null where it had not ended then.</param>
/// <param name="After">Null where it is not of the term any more.</param>
public sealed record PeriodDeltaAnswer(string Period, PeriodAnswer? Before, PeriodAnswer? After);
