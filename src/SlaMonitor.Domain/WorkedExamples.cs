using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Domain;

/// <summary>Runs the examples of a contract's own schedule through <see cref="Assessment"/>, so that terms which do not
/// give what the paper says cannot take effect.</summary>
public static class WorkedExamples
{
    /// <summary>What comes out otherwise than the examples say; empty where all agree.</summary>
    public static IReadOnlyList<Problem> Run(ContractTerms terms, HolidayBasis basis) =>
        [.. terms.Draft.Examples.SelectMany((example, i) => Run(terms, example, basis).Select(p => p.Under($"examples[{i}]")))];

    private static IEnumerable<Problem> Run(ContractTerms terms, WorkedExample example, HolidayBasis basis)
    {
        var contract = new Contract([OnlyWhatIsGiven(terms, example)]);
        var end = contract.Latest.Term.LatestPossibleEnd;
        var periods = contract.PeriodsBegunBy(end, basis).Select(p => p.Period).Take(example.Periods).ToList();
        if (periods.Count < example.Periods)
            return [new(ContractProblems.ExampleShape, "given", $"at most {periods.Count.Counted("period")}, as the term has", $"{example.Periods}")];
        var returns = periods.Select((period, i) => Return(terms.Code, period, example, i)).ToList();
        var assessed = Assessment.Of(contract, returns, [], basis, periods[^1].Last.PlusDays(1));
        return
        [
            .. example.Rungs.SelectMany(r => Compare($"expect.rungs.{r.Key}", assessed, r.Value, p => Rung(p, r.Key))),
            .. example.Points.SelectMany(e => Compare($"expect.points.{e.Key}", assessed, e.Value, p => p.Find(e.Key)?.Points)),
            .. Compare("expect.payable", assessed, example.Payable, p => p.Credit?.Payable),
        ];
    }

    /// <summary>The same terms with the indicators the example speaks of, so that the others' silence costs
    /// nothing. They apply from the first period, whenever the contract introduces them, and cost what they cost outside
    /// a credit holiday.</summary>
    private static ContractTerms OnlyWhatIsGiven(ContractTerms terms, WorkedExample example)
    {
        var known = example.Given.Select(g => g.Key).ToHashSet();
        foreach (var composite in terms.Evaluated.Where(i => i.Combination is not null))
            if (composite.Combination!.Uses.All(known.Contains))
                known.Add(composite.Code);
        return terms.Only(terms.Draft with
        {
            Indicators = [.. terms.Indicators.Where(i => known.Contains(i.Code)).Select(i => i with { Introduced = null, Retired = null })],
            Charges = example.Charges.Count == 0 ? terms.Charges : new Charges.FromReturn { EstimatedFirstYear = terms.Charges?.EstimatedFirstYear },
            CreditHolidays = [],
            Triggers = [],
            Examples = [],
        });
    }

    private static SupplierReturn Return(string contract, ServicePeriod period, WorkedExample example, int index)
    {
        var indicators = example.Given.Select(g =>
            new ReturnedIndicator(g.Key, new Measurement.StatedOnly(new(g.Value[index], 0)), null));
        var charges = example.Charges.Count == 0 ? (Money?)null : example.Charges[index];
        return new(contract, 1, period.Last.PlusDays(1), null, null, new(period.Month, charges, [.. indicators]), []);
    }

    private static RungName? Rung(PeriodAssessment period, string code) => period.Find(code)?.Outcome switch
    {
        Evaluation.Outcome.Met => RungName.Target,
        Evaluation.Outcome.Failed failed => failed.Rung,
        _ => null,
    };

    private static IEnumerable<Problem> Compare<T>(string path, ContractAssessment assessed, IReadOnlyList<T> expected, Func<PeriodAssessment, T?> found)
        where T : struct
    {
        for (var i = 0; i < expected.Count; i++)
            if (found(assessed.Periods[i]) is var actual && !Equals(actual, expected[i]))
                yield return new(ContractProblems.ExampleFails, $"{path}[{i}]", InWords(expected[i]), actual is { } value ? InWords(value) : "nothing");
    }

    private static string InWords(object figure) => figure switch
    {
        RungName rung => rung.Key(),
        Money money => money.ToPlainText(),
        _ => $"{figure}",
    };
}
