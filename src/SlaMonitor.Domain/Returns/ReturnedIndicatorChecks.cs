using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Returns;

/// <summary>Everything wrong with what a return says of one indicator. Paths are relative to it.</summary>
internal static class ReturnedIndicatorChecks
{
    public static IEnumerable<Problem> Of(PeriodTerms terms, ReturnedIndicator returned)
    {
        if (terms.Terms.Find(returned.Code) is not { } indicator)
            return [new(ReturnProblems.UnknownIndicator, "", $"one of: {string.Join(", ", terms.Indicators.Select(i => i.Code))}", returned.Code)];
        if (!terms.Indicators.Contains(indicator))
            return [new(ReturnProblems.NotInForce, "", $"an indicator in force on {terms.Period.First:uuuu-MM-dd}", returned.Code)];
        if (indicator.Measure is not { } measure)
            return [new(ReturnProblems.CompositeSupplied, "", "no entry", "a figure")];
        if (terms.IsBeforeEnd(indicator) && returned.Measurement is Measurement.Measured or Measurement.Logged or Measurement.StatedOnly or Measurement.FromTickets)
            return [new(ReturnProblems.FigureBeforeEnd, "", "its figure in the return of the last Service Period of its Measurement Period", "a figure")];
        return [.. AsAt(terms, returned), .. Said(indicator, measure, terms, returned.Measurement), .. TicketChecks.Of(indicator, returned.Measurement)];
    }

    private static IEnumerable<Problem> AsAt(PeriodTerms terms, ReturnedIndicator returned)
    {
        if (returned.AsAt is { } day && (day < terms.Period.First || day > terms.Period.Last))
            yield return new(ReturnProblems.AsAtOutsidePeriod, "asAt", $"a day of {terms.Period.InWords()}", $"{day:uuuu-MM-dd}");
    }

    private static IEnumerable<Problem> Said(Indicator indicator, Measure measure, PeriodTerms terms, Measurement said)
    {
        return said switch
        {
            Measurement.Measured measured => Measured(indicator, measure, measured, terms),
            Measurement.Logged logged => OutageChecks.Of(indicator, logged, terms, figures => Measured(indicator, measure, figures, terms)),
            Measurement.StatedOnly stated => OnScale(indicator, stated.Stated).DefaultIfEmpty(WithoutParts(measure, stated.Stated)).OfType<Problem>(),
            Measurement.NoActivity when !measure.MayHaveNoActivity => [new(ReturnProblems.NoActivityDoubtful, "", $"a figure for {indicator.Title}, or 'not supplied'", "no activity")],
            Measurement.FromTickets tickets => Said(indicator, measure, terms, tickets.Claim),
            _ => [],
        };
    }

    private static IEnumerable<Problem> Measured(Indicator indicator, Measure measure, Measurement.Measured measured, PeriodTerms terms)
    {
        var problems = Shape(measure, measured).ToList();
        problems.AddRange(Members(indicator, measured));
        if (problems.Count > 0) return problems;
        if (measured.Stated is { } stated) problems.AddRange(OnScale(indicator, stated));
        if (terms.AgreedMinutes(measure) is not { } minutes) return problems;
        problems.AddRange(Impossible(measure, measured, minutes));
        if (problems.Count == 0 && ClaimCheck.Of(indicator, measured, minutes) is { } mismatch)
            problems.Add(Mismatch(indicator, mismatch));
        return problems;
    }

    /// <summary>Members that are impossible each by itself make the whole so: the whole is only blamed where they are not.</summary>
    private static IEnumerable<Problem> Impossible(Measure measure, Measurement.Measured measured, long minutes)
    {
        var ofMembers = measured.Members.SelectMany(m => measure.Impossible(m.Value, minutes).Select(p => p.Under($"members.{m.Key}"))).ToList();
        return ofMembers.Count > 0 ? ofMembers : measure.Impossible(measured.Figures, minutes).Select(p => p.Under("parts"));
    }

    private static IEnumerable<Problem> Shape(Measure measure, Measurement.Measured measured) =>
        measured.Members.Count == 0
            ? Parts(measure, measured.Figures).Select(p => p.Under("parts"))
            : measured.Members.SelectMany(m => Parts(measure, m.Value).Select(p => p.Under($"members.{m.Key}")));

    private static IEnumerable<Problem> Parts(Measure measure, Figures figures)
    {
        foreach (var part in measure.Parts)
        {
            if (!figures.Has(part.Key))
            {
                if (!part.IsOptional) yield return new(ReturnProblems.PartMissing, part.Key, Named(part), "none");
            }
            else if (Kind(part, figures[part.Key]) is { } problem)
            {
                yield return problem;
            }
        }

        foreach (var (key, _) in figures.All)
            if (measure.Parts.All(p => p.Key != key))
                yield return new(ReturnProblems.UnknownPart, key, measure.Parts.Count == 0 ? "no parts" : $"one of: {string.Join(", ", measure.Parts.Select(p => p.Key))}", key);
    }

    /// <summary>A part as returns write it and as the contract calls it.</summary>
    private static string Named(Part part) => $"'{part.Key}', {part.Label}";

    private static Problem? Kind(Part part, Rational figure)
    {
        if (part.Kind == PartKind.Answer)
            return figure == 0 || figure == 1 ? null : new(ReturnProblems.NotAnAnswer, part.Key, "yes or no", $"{figure}");
        if (figure.Sign < 0)
            return new(ReturnProblems.Negative, part.Key, "0 or more", $"{figure}");
        return part.Kind == PartKind.Count && !figure.Denominator.IsOne
            ? new(ReturnProblems.NotWhole, part.Key, "a whole number", $"{figure}")
            : null;
    }

    private static IEnumerable<Problem> Members(Indicator indicator, Measurement.Measured measured)
    {
        if (measured.Members.Count == 0) yield break;
        if (indicator.Breakdown is not { } breakdown)
        {
            yield return new(ReturnProblems.NoBreakdown, $"members.{measured.Members[0].Key}", "figures for the whole", string.Join(", ", measured.Members.Select(m => m.Key)));
            yield break;
        }

        foreach (var (member, _) in measured.Members)
            if (breakdown.Members.Count > 0 && !breakdown.Members.Contains(member))
                yield return new(ReturnProblems.UnknownMember, $"members.{member}", $"one of: {string.Join(", ", breakdown.Members)}", member);
        var sum = Figures.Sum(measured.Members.Select(m => m.Value));
        foreach (var part in sum.All.Concat(measured.Figures.All).Select(p => p.Key).Distinct())
            if (sum[part] != measured.Figures[part])
                yield return new(ReturnProblems.MembersDoNotAddUp, $"parts.{part}", $"{sum[part]}, the sum by {breakdown.By}", measured.Figures.Has(part) ? $"{measured.Figures[part]}" : "none");
    }

    private static IEnumerable<Problem> OnScale(Indicator indicator, StatedLevel stated)
    {
        if (stated.IsAnswer != indicator.Measure is YesNo)
        {
            yield return indicator.Measure is YesNo
                ? new(ReturnProblems.NotAnAnswer, "stated", "yes or no", $"{stated}")
                : new(ReturnProblems.StatedUnit, "stated", $"a figure in {indicator.Unit}", $"{stated}");
            yield break;
        }

        if (stated.IsPerCent && !indicator.Unit.IsPerCent)
            yield return new(ReturnProblems.StatedUnit, "stated", $"a figure in {indicator.Unit}", $"{stated} %");
        if (Scale(indicator) is var (least, most) && (stated.Level < least || stated.Level > most))
            yield return new(ReturnProblems.StatedOffScale, "stated", most is { } top ? $"between {least} and {top}" : $"{least} or more", $"{stated}");
    }

    /// <summary>Where every level of the indicator lies; null where nothing is known.</summary>
    private static (Rational Least, Rational? Most)? Scale(Indicator indicator) => indicator.Measure switch
    {
        { IsShare: true } => (Rational.Zero, indicator.ShareScale),
        MeanOfScale scale => (scale.Lowest, scale.Highest),
        Count or Stock or AverageOfCases => (Rational.Zero, null),
        _ => null,
    };

    private static Problem? WithoutParts(Measure measure, StatedLevel stated) => measure.Parts.Count == 0
        ? null
        : new(ReturnProblems.StatedOnly, "stated", $"also its parts: {string.Join("; ", measure.Parts.Where(p => !p.IsOptional).Select(Named))}", $"{stated}");

    private static Problem Mismatch(Indicator indicator, ClaimMismatch mismatch)
    {
        var reading = mismatch.Reconciling is { } other ? $"; that is {other.Formula}" : "; no other reading of the parts gives it either";
        return new(ReturnProblems.ClaimMismatch, "stated", $"{mismatch.ShowRecomputed(indicator)} from its parts", mismatch.ShowStated(indicator) + reading);
    }
}
