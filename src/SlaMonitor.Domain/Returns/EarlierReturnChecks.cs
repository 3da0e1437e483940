using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Returns;

/// <summary>What looks wrong with a return beside the returns before it. All of it are findings that the supplier may confirm. Paths are
/// those of <see cref="ReturnChecks"/>.</summary>
public static class EarlierReturnChecks
{
    /// <summary>Fewer figures than these may well be the same twice.</summary>
    private const int FewestFigures = 3;

    /// <param name="earlier">Other accepted returns of the contract.</param>
    public static IReadOnlyList<Problem> Of(Contract contract, SupplierReturn submitted, IEnumerable<SupplierReturn> earlier, HolidayBasis basis)
    {
        if (new ReportablePeriods(contract, basis).Find(submitted.Month) is not { } terms) return [];
        var before = submitted.Month.PlusMonths(-terms.Terms.Periods.Months);
        var history = new ReturnHistory(earlier.Where(r => r.Month.CompareTo(submitted.Month) < 0), submitted.SubmittedOn);
        var drift = submitted.Figures.Indicators.SelectMany(i => TicketDrift.Of(terms, i, history)); // some of its signs need no earlier return
        if (history.For(before) is not { } last) return [.. drift];
        return [.. submitted.Figures.Indicators.SelectMany(i => Population(terms, i, history.Figure(before, i.Code), before)), .. drift, .. SameAsBefore(submitted, last)];
    }

    private static IEnumerable<Problem> Population(PeriodTerms terms, ReturnedIndicator returned, FigureSource? then, YearMonth before)
    {
        if (terms.Terms.Find(returned.Code) is not { PopulationTolerance: { } tolerance, Measure: { HasVolume: true } measure }) yield break;
        var asked = terms.Terms.Find(returned.Code);
        if (returned.Counting(asked) is not Measurement.Measured now || then?.Figure.Counting(asked) is not Measurement.Measured was) yield break;
        var (cases, earlier) = (measure.Volume(now.Figures), measure.Volume(was.Figures));
        if (Rational.Abs(cases - earlier) > tolerance.Factor * earlier)
            yield return new(ReturnProblems.PopulationChanged, $"indicators.{returned.Code}", $"within {tolerance} of {earlier}, the cases of {ServicePeriod.NameOf(before)}", $"{cases}");
    }

    private static IEnumerable<Problem> SameAsBefore(SupplierReturn submitted, SupplierReturn last)
    {
        var now = submitted.Figures.Indicators.Where(i => FiguresOf(i).Count > 0).ToList();
        if (now.Sum(i => FiguresOf(i).Count) < FewestFigures || now.All(i => FiguresOf(i).All(f => f.Value.IsZero))) yield break;
        if (now.All(i => last.Figures.Find(i.Code) is { } then && FiguresOf(then).SequenceEqual(FiguresOf(i))))
            yield return new(ReturnProblems.SameAsBefore, "indicators", "figures of its own", $"every figure as in {last.Reference}");
    }

    private static IReadOnlyList<KeyValuePair<string, Rational>> FiguresOf(ReturnedIndicator returned) => returned.Measurement switch
    {
        Measurement.Measured { Members.Count: > 0 } measured => [.. measured.Members.SelectMany(m => m.Value.All.Select(f => KeyValuePair.Create($"{m.Key}.{f.Key}", f.Value)))],
        Measurement.Measured measured => [.. measured.Figures.All],
        Measurement.FromTickets tickets => [.. tickets.Tickets.Figures.All],
        Measurement.StatedOnly stated => [KeyValuePair.Create("stated", stated.Stated.Level)],
        _ => [],
    };
}
