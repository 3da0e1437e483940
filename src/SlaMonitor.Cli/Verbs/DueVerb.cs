using System.CommandLine;
using NodaTime;
using SlaMonitor.Cli.Screens;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Cli.Verbs;

/// <summary><c>sla due</c>: the last day of a time limit, day by day, to be ticked off on a wall calendar.</summary>
internal static class DueVerb
{
    private const string Limits = "'20 working days', '40 days beginning with' or '1 month, or the next working day'";

    public static Command Command(Surroundings surroundings)
    {
        var rule = new Argument<string[]>("rule")
        {
            Description = $"{string.Join(", ", StatutoryClocks.All.Select(c => c.Name))}, or a limit such as {Limits}.",
            Arity = ArgumentArity.OneOrMore,
        };
        var from = CalendarOptions.Day("--from", "The day of receipt, or whatever day the limit is reckoned from, such as 2024-05-31.", required: true);
        var division = CalendarOptions.Division();
        var knownOn = CalendarOptions.KnownOn();
        var json = new Option<bool>("--json") { Description = "The working as JSON." };
        var command = new Command("due", "Say when a time limit ends, with every day counted and why others are not.") { rule, from, division, knownOn, json };
        command.SetAction(parsed =>
        {
            var words = string.Join(' ', parsed.GetValue(rule)!);
            if (Work(words, parsed.GetValue(from)!.Value, CalendarOptions.Latest(parsed.GetValue(knownOn)), parsed.GetValue(division)) is { } deadline)
                return Write(deadline, parsed.GetValue(from)!.Value, parsed.GetValue(json), surroundings);
            surroundings.Error.WriteLine($"'{words}' is no rule: {string.Join(", ", StatutoryClocks.All.Select(c => c.Name))}, or a limit such as {Limits}.");
            return ExitCode.Usage;
        });
        return command;
    }

    private static Deadline? Work(string words, LocalDate from, BankHolidays holidays, Division? division)
    {
        var place = division ?? Divisions.All[0];
        if (StatutoryClocks.Find(words.ToLowerInvariant()) is { } clock) return clock.Work(from, holidays, place);
        return CountRule.TryParse(words.ToLowerInvariant(), out var rule) ? rule.Work(from, holidays.WorkingDays(place)) : null;
    }

    private static int Write(Deadline deadline, LocalDate from, bool asJson, Surroundings surroundings)
    {
        if (asJson) DeadlineScreen.WriteJson(deadline, from, surroundings.Out);
        else DeadlineScreen.Write(deadline, from, surroundings.Out);
        if (deadline.NotKnown is not { } why) return ExitCode.Fine;
        surroundings.Error.WriteLine(why);
        return ExitCode.Findings;
    }
}
