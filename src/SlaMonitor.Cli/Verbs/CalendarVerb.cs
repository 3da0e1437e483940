using System.CommandLine;

namespace SlaMonitor.Cli.Verbs;

/// <summary><c>sla calendar</c>: what the bank holidays are, were known to be, and would move.</summary>
internal static class CalendarVerb
{
    public static Command Command(Surroundings surroundings) => new("calendar", "Bank holidays and working days: what they are, what changed, and what a change would move.")
    {
        CalendarShowVerb.Command(surroundings),
        CalendarDiffVerb.Command(surroundings),
        CalendarImpactVerb.Command(surroundings),
    };
}
