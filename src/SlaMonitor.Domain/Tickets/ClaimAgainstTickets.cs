using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Tickets;

/// <summary>Whether a supplier's figures are those of its tickets.</summary>
public static class ClaimAgainstTickets
{
    /// <summary>True where every figure the supplier gave is that of the tickets; a level alone agrees if it does as rounded.</summary>
    /// <param name="parts">The supplier's figures; null where it gave none.</param>
    /// <param name="level">The level it states, to so many decimals; null where it states none.</param>
    public static bool Agrees(Indicator indicator, TicketEvidence tickets, Figures? parts, (Rational Level, int Decimals)? level)
    {
        if (parts is { } figures && tickets.Level is null) return Same(figures, tickets.Figures);
        return level is not var (stated, decimals) || LevelOf(indicator, tickets) is not { } own || own.Round(decimals, RoundingMode.HalfAwayFromZero) == stated;
    }

    /// <summary>The level that the tickets come to, as the indicator shows it; null where there was nothing to measure.</summary>
    public static Rational? LevelOf(Indicator indicator, TicketEvidence tickets)
    {
        var level = tickets.Level ?? indicator.Measure!.Level(tickets.Figures, tickets.AgreedMinutes);
        return indicator.Measure is { IsShare: true } ? level * indicator.ShareScale : level;
    }

    private static bool Same(Figures a, Figures b) => a.All.Concat(b.All).Select(p => p.Key).Distinct().All(key => a[key] == b[key]);
}
