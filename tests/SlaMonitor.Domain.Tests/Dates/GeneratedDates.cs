using NodaTime;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Decisions;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Dates;

/// <summary>A contract by its number, the same each time: starts on any day (one in five on the 29th to 31st, or on 29 February), terms of
/// months and years, options, notices of every kind, milestones, lead times, decisions recorded late, terminations, variations.</summary>
internal sealed class GeneratedDates
{
    private uint _state;

    public GeneratedDates(int number)
    {
        _state = (uint)number * 2_654_435_761u + 12_345u;
        for (var i = 0; i < 4; i++) Next(2);
        Start = StartDay();
        var options = Enumerable.Range(0, Next(3)).Select(_ => new Extension(Pick(Length("1 year"), Length("6 months"), Length("18 months"), Length("26 weeks")), null)).ToList();
        var term = new ContractTerm(ContractDate.On(Start), Pick(Length("2 years"), Length("3 years"), Length("4 years"), Length("5 years"), Length("30 months"), Length("208 weeks")), null, options, OneIn(4) ? null : SomeNotice())
        {
            ExerciseBy = OneIn(3) ? SomeNotice() : null,
            EarlyTermination = OneIn(3) ? new(SomeNotice(), null, [Start.PlusYears(1).PlusDays(Next(300))], null) : null,
        };
        var draft = Tests.Given.Contract(Pi("PI1")) with
        {
            Code = "generated",
            EffectiveFrom = Start,
            Term = term,
            Periods = new(12, Start.Month, Start.Day),
            Milestones = [.. Enumerable.Range(1, Next(4)).Select(SomeMilestone)],
            LeadTimes = OneIn(2) ? LeadTimes.Default : new([Length("1 year"), Length("13 weeks"), Length("1 month")], [Length("2 months"), Length("10 days"), Length("3 weeks")]),
            Charges = null,
        };
        Contract = new(OneIn(5) ? [draft.Terms(), Varied(draft).Terms()] : [draft.Terms()]);
        Decisions = [.. SomeDecisions(term)];
    }

    public LocalDate Start { get; }

    public Contract Contract { get; }

    public IReadOnlyList<Decision> Decisions { get; }

    public override string ToString() => $"{Start:uuuu-MM-dd} {Contract.Latest.Term.Initial}, options {string.Join("+", Contract.Latest.Term.Extensions.Select(e => e.Length))}, {string.Join("; ", Decisions)}";

    private LocalDate StartDay()
    {
        var day = new LocalDate(2012, 3, 1).PlusDays(Next(3_000));
        return Next(10) switch
        {
            0 => new LocalDate(day.Year, 1, 31).PlusMonths(2 * Next(4)),
            1 => new LocalDate(Pick(2012, 2016, 2020), 2, 29),
            _ => day,
        };
    }

    private Notice SomeNotice() => new(
        Pick(Length("3 months"), Length("6 months"), Length("12 weeks"), Length("60 working days"), Length("90 days"), Length("1 year")),
        Pick(NoticeCounting.BackFromEnd, NoticeCounting.ClearDays),
        Pick(null, Length("2 working days"), Length("3 days")),
        Pick(NonWorkingDay.RollBack, NonWorkingDay.Stands));

    private ContractMilestone SomeMilestone(int number)
    {
        MilestoneBase from = Next(3) switch { 0 => new MilestoneBase.StartOfTerm(), 1 => new MilestoneBase.EndOfTerm(), _ => new MilestoneBase.OnDay(Start.PlusDays(Next(1_500))) };
        var offset = new MilestoneOffset(
            Pick(Length("18 months"), Length("3 months"), Length("20 working days"), Length("6 weeks")), from is MilestoneBase.EndOfTerm && OneIn(2) ? MilestoneSide.Before : MilestoneSide.After);
        return new($"Milestone {number}", from, from is MilestoneBase.OnDay && OneIn(2) ? null : offset, Pick(NonWorkingDay.RollBack, NonWorkingDay.Stands), OneIn(2) ? "cl 1" : null);
    }

    /// <summary>From the second contract year on: another notice, a milestone more and one less.</summary>
    private ContractDraft Varied(ContractDraft draft) => draft with
    {
        EffectiveFrom = draft.Periods.Within(Start, draft.Term.InitialEnd, draft.Term.InitialEnd).ElementAt(1).First,
        Milestones = [.. draft.Milestones.Skip(1), SomeMilestone(9)],
    };

    /// <summary>Options are exercised before the term ends, now and then recorded weeks later; in their order; one contract in six is ended early.</summary>
    private IEnumerable<Decision> SomeDecisions(ContractTerm term)
    {
        var recorded = Start;
        for (var option = 1; option <= term.Extensions.Count && !OneIn(3); option++)
        {
            var exercised = term.EndBefore(option).PlusDays(-Next(200));
            recorded = LocalDate.Max(recorded, exercised.PlusDays(OneIn(3) ? Next(60) : 0));
            yield return new Decision.OptionExercised(option, exercised, On(recorded));
        }

        if (!OneIn(6)) yield break;
        var given = Start.PlusDays(100 + Next(500));
        yield return new Decision.Terminated(given, given.PlusDays(Next(150)), TerminationGround.Agreement, On(given.PlusDays(Next(30))));
    }

    private static Taken On(LocalDate day) => new("generated", day, "contract manager", "decided", null);

    private bool OneIn(int n) => Next(n) == 0;

    private T Pick<T>(params T[] from) => from[Next(from.Length)];

    private int Next(int below)
    {
        _state = unchecked((_state * 1_664_525u) + 1_013_904_223u);
        return (int)((_state >> 8) % (uint)below);
    }
}
