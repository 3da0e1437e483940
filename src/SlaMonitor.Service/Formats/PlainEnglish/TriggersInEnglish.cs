using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>Consequences beyond credits.</summary>
internal static class TriggersInEnglish
{
    public static Section Of(ContractTerms terms) => new("Consequences beyond credits", terms.Triggers.Count == 0
        ? [new(null, "The contract file does not say that failures have consequences beyond credits; SLA Monitor then looks out for none.")]
        : [.. terms.Triggers.Select(t => new Paragraph(t.Clause, Trigger(t, terms)))]);

    private static string Trigger(Trigger trigger, ContractTerms terms) => trigger switch
    {
        Trigger.CriticalPerformanceFailure critical => $"A Critical Performance Failure occurs when {string.Join(", or when ", CriticalConditions(critical))}.",
        Trigger.RectificationPlan plan => $"A KPI that {From(plan.From)} obliges the supplier to draft a Rectification Plan, due {plan.Due} after the end of the Service Period.{Ungraded(plan, terms)}",
        Trigger.UnacceptableKpiFailure unacceptable => $"An Unacceptable KPI Failure occurs when more than {unacceptable.MoreThan} of the KPIs scored in a Service Period are below their KPI Service Threshold. {(unacceptable.CountsMissing ? "One that failed only because no figure came counts among them" : "One that failed only because no figure came was not measured and is not among them")}.",
        Trigger.PersistentFailure persistent => $"A persistent failure occurs when the same KPI fails {Times(persistent.Failures)} within {Window(persistent.WithinPeriods)}{Longer(persistent.WithinPeriods, terms)}.",
        Trigger.ConsecutiveFailure row => $"A consecutive failure occurs when the same KPI fails {Times(row.Failures)} in a row.",
        _ => throw new InvalidOperationException($"{trigger.GetType().Name} has no words yet."),
    };

    private static IEnumerable<string> CriticalConditions(Trigger.CriticalPerformanceFailure critical)
    {
        if (critical.Points is { } points) yield return $"{Phrases.Points(points)} or more come together within {Window(critical.WithinPeriods)}";
        if (critical.CapMet) yield return "the Service Credit of a Service Period reaches a cap";
    }

    private static string Window(int periods) => periods == 1 ? "one Service Period" : $"any {Phrases.Number(periods)} Service Periods in a row";

    private static string Longer(int periods, ContractTerms terms) => terms.Indicators.Any(i => i is { IsTriggering: true, MeasurementPeriod: MeasurementPeriod.Every })
        ? $", or {Phrases.Number(periods)} of its own Measurement Periods where those are longer"
        : "";

    private static string Times(int failures) => failures switch
    {
        1 => "once",
        2 => "twice or more",
        _ => $"{Phrases.Number(failures)} times or more",
    };

    private static string From(RungName rung) => rung switch
    {
        RungName.Target => "fails at all",
        RungName.BelowThreshold => "falls below its KPI Service Threshold",
        RungName.Failed => "fails without being graded",
        _ => $"has a {rung.InWords()} or worse",
    };

    private static string Ungraded(Trigger.RectificationPlan plan, ContractTerms terms) =>
        plan.From is not (RungName.Target or RungName.Failed) && terms.Indicators.Any(IsUngradedKpi) ? " A failure that the contract does not grade does so too." : "";

    private static bool IsUngradedKpi(Indicator indicator) =>
        indicator is { IsTriggering: true, Ladder: null or { Worst.Name: RungName.Failed } };
}
