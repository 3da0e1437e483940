using NodaTime;
using NodaTime.Text;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Service;

/// <summary>What would move in one contract.</summary>
/// <param name="Contract">Its code.</param>
/// <param name="Adopted">The calendar it goes by.</param>
public sealed record ContractImpact(string Contract, string Adopted, IReadOnlyList<MovedAnswer<string>> Moved);

/// <summary>The step from two calendars to every due date, result and credit that one instead of the other would move.
/// Whatever a contract adopts, it is assessed by the one and by the other.</summary>
public static class CalendarImpact
{
    private const string Nothing = "-";

    /// <param name="asOf">The day to assess as of; null for today in each contract's zone.</param>
    /// <returns>In the order of the contracts' codes.</returns>
    public static IReadOnlyList<ContractImpact> Of(ReadFiles files, CalendarDiff diff, LocalDate? asOf, Instant now)
    {
        var adopted = AssessFiles.Of(files, HolidayBasis.Adopted, asOf, now);
        var before = AssessFiles.Of(files, diff.Before, asOf, now);
        var after = AssessFiles.Of(files, diff.After, asOf, now);
        return [.. adopted.Select((a, i) => new ContractImpact(a.Contract.Code, a.CalendarName, Moved(diff, before[i], after[i])))];
    }

    private static IReadOnlyList<MovedAnswer<string>> Moved(CalendarDiff diff, ContractAssessment before, ContractAssessment after)
    {
        var (first, second) = (Answers(before), Answers(after));
        return diff.Moved(first.Keys.Union(second.Keys).Select(label => new CalendarQuestion<string>(
            label, holidays => (holidays == diff.Before ? first : second).GetValueOrDefault(label, Nothing))));
    }

    /// <summary>By what each is called, in the order of time.</summary>
    private static Dictionary<string, string> Answers(ContractAssessment assessment)
    {
        var answers = new Dictionary<string, string>();
        foreach (var period in PeriodsOfTerm(assessment))
            answers[$"{period.Period.Name} return due"] = period.ReturnDue is { } due ? LocalDatePattern.Iso.Format(due) : "not known";
        foreach (var period in assessment.Periods) Add(period, answers);
        answers["points, all periods"] = $"{assessment.Points}";
        answers["payable, all periods"] = $"{assessment.Payable}";
        foreach (var alert in assessment.DateAlerts) answers[$"alert of the contract's {alert.Subject}"] = alert.Text;
        return answers;
    }

    private static void Add(PeriodAssessment period, Dictionary<string, string> answers)
    {
        var name = period.Period.Name;
        answers[$"{name} return"] = period.Status.InWords();
        foreach (var result in period.Results) answers[$"{name} {result.Indicator.Code}"] = InWords(result);
        answers[$"{name} points"] = $"{period.Points}";
        if (period.Credit is { } credit) answers[$"{name} payable"] = credit.Payable is { } payable ? $"{payable}" : "cannot tell";
    }

    /// <summary>Also those that have not ended, as their returns have due dates.</summary>
    private static IEnumerable<PeriodTerms> PeriodsOfTerm(ContractAssessment assessment)
    {
        var contract = assessment.Contract;
        return contract.PeriodsBegunBy(contract.Latest.Term.LatestPossibleEnd, assessment.Basis);
    }

    private static string InWords(IndicatorResult result)
    {
        var level = result.Shown is { } shown ? $"{shown}: " : "";
        return $"{level}{result.Outcome.InWords()}{(result.Points > 0 ? $", {result.Points.Counted("point")}" : "")}";
    }
}
