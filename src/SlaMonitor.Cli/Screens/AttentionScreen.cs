using SlaMonitor.Domain;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;
using Spectre.Console;

namespace SlaMonitor.Cli.Screens;

/// <summary>What deserves attention, period by period, each cause once.</summary>
internal static class AttentionScreen
{
    public static void Write(IReadOnlyList<PeriodAssessment> periods, IAnsiConsole screen)
    {
        var worth = periods.Select(p => (p.Period, Lines: Lines(p).ToList())).Where(p => p.Lines.Count > 0).ToList();
        screen.MarkupLine(worth.Count == 0 ? "[bold]Nothing deserves attention.[/]" : "[bold]What deserves attention[/]");
        foreach (var (period, lines) in worth)
        {
            screen.WriteLine($"  {period.Name}");
            foreach (var line in lines) screen.Write(new Padder(new Text(line), new Padding(4, 0, 0, 0)));
        }

        screen.WriteLine();
    }

    private static IEnumerable<string> Lines(PeriodAssessment period)
    {
        foreach (var alert in Of(period, AlertEvent.ReturnDue, AlertEvent.ReturnOverdue, AlertEvent.NothingReported)) yield return alert.Text;
        if (WithoutReturn(period) is { } sentence) yield return sentence;
        foreach (var alert in Of(period, AlertEvent.Breach, AlertEvent.RepeatBreach))
            if (period.Find(alert.Subject)?.Outcome is not Outcome.Failed { Because: Reason.ReturnMissing })
                yield return alert.Text;
        foreach (var alert in Of(period, AlertEvent.ClaimMismatch, AlertEvent.CapReached)) yield return alert.Text;
        foreach (var alert in Of(period, AlertEvent.ReliefUndecided, AlertEvent.DisputeOpen)) yield return alert.Text;
        foreach (var triggers in period.Triggers.GroupBy(t => (t.Working.Outcome, t.Working.Rule)))
        {
            var subjects = string.Join(", ", triggers.Select(t => t.Subject).OfType<string>());
            yield return subjects.Length > 0
                ? $"{triggers.Key.Outcome}: {subjects} ({triggers.Key.Rule})."
                : $"{triggers.Key.Outcome}: {triggers.Key.Rule} ({triggers.First().Working.Arithmetic}).";
        }
    }

    private static IEnumerable<Alert> Of(PeriodAssessment period, params AlertEvent[] events) =>
        period.Alerts.Where(a => events.Contains(a.Event));

    private static string? WithoutReturn(PeriodAssessment period)
    {
        var failed = period.Results.Where(r => r.Outcome is Outcome.Failed { Because: Reason.ReturnMissing }).ToList();
        return failed.Count == 0
            ? null
            : $"For want of the return {failed.Count.Counted("indicator")} failed: {string.Join(", ", failed.Select(r => r.Indicator.Code))}; {failed.Sum(r => r.Points).Counted("Service Point")}.";
    }
}
