using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Tickets;

namespace SlaMonitor.Domain.Returns;

/// <summary>Says in words what the supplier claims, what its tickets come to, and what explains the difference.</summary>
public static class TicketClaim
{
    /// <summary>The figures and the level of the tickets: resolved within 8 hours: 780; resolved: 812; 96.06 %.</summary>
    public static string Shown(Indicator indicator, TicketEvidence tickets) =>
        Said(indicator, tickets.Figures, ClaimAgainstTickets.LevelOf(indicator, tickets) is { } level ? indicator.Show(level) : null);

    /// <summary>What the supplier says; "nothing" where it says nothing of the indicator.</summary>
    public static string InWords(Indicator indicator, Measurement.FromTickets both) => Said(
        indicator, both.Claimed, both.Stated is { } stated ? indicator.Show(stated.Level, stated.Decimals) : null) is { Length: > 0 } said ? $"{said}, as stated" : "nothing stated";

    /// <summary>What gives the supplier's figures, with the first of the tickets that make the difference; says so where nothing does.</summary>
    public static string Reading(TicketEvidence tickets) => tickets.Reconciling is { } reading
        ? $"that is with {reading.Reading}: {reading.Tickets.Counted("ticket")} {(reading.Tickets == 1 ? "differs" : "differ")}{Named(reading)}"
        : "no other reading of the tickets gives it";

    /// <summary>How the tickets of the extract stood: 812 counted, 60 of other periods, 5 cancelled.</summary>
    public static string Standings(TicketCounts counts)
    {
        (long Count, string Word)[] standings =
        [
            (counts.Counted, "counted"), (counts.OpenOverdue, "open and overdue"), (counts.OtherPeriod, "of other periods"), (counts.NotSelected, "of other kinds"),
            (counts.Cancelled, "cancelled"), (counts.WithoutResolution, "resolved, but not said when"), (counts.WithoutTarget, "without a target"), (counts.NotKnown, "not to be timed"),
        ];
        return string.Join(", ", standings.Where((s, i) => i == 0 || s.Count > 0).Select(s => $"{s.Count} {s.Word}"));
    }

    private static string Named(ReconcilingReading reading) => reading.Differences.Count == 0 ? "" : $", such as {string.Join(", ", reading.Differences.Take(3).Select(d => d.Number))}";

    private static string Said(Indicator indicator, Figures? figures, string? level) => string.Join("; ", (figures is null
            ? []
            : indicator.Measure!.Parts.Where(p => figures.Has(p.Key)).Select(p => $"{p.Label}: {figures[p.Key]}"))
        .Concat(level is null || indicator.Measure is Count or Stock && figures is not null ? [] : [level]));
}
