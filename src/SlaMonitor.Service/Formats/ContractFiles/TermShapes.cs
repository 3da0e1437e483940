using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.ContractFiles;

/// <summary>Parties, term, periods, calendars and returns as the contract file writes them.</summary>
internal static class TermShapes
{
    public static Shape<Officer> Officer { get; } = OfficerShape();

    private static Shape<Notice> Notice { get; } = NoticeShape();

    public static Shape<ContractTerm> Term { get; } = TermShape();

    public static Shape<HolidayAdoption> BankHolidays { get; } = BankHolidaysShape();

    public static Shape<LocalTimeRule> LocalTimes { get; } = LocalTimesShape();

    public static Shape<ServicePeriods> Periods { get; } = PeriodsShape();

    public static Shape<ReturnTerms> Returns { get; } = ReturnsShape();

    /// <summary>Service hours without their name.</summary>
    public static Shape<ContractCalendar> Calendar { get; } = CalendarShape();

    private static RecordShape<Officer> OfficerShape()
    {
        var shape = new RecordShape<Officer>("officer", "Somebody who hears of the contract, by role.");
        var role = shape.Required("role", Scalars.Words<OfficerRole>(), o => o.Role, "What they do for the contract.");
        var name = shape.Optional("name", Scalars.Line, o => o.Name, "Their name, where it is published.");
        var email = shape.Optional("email", Scalars.Email, o => o.Email, "Where alerts go.");
        return shape.BuiltBy(v => new(v.Get(role), v.Get(name), v.Get(email)));
    }

    private static RecordShape<ContractTerm> TermShape()
    {
        var shape = new RecordShape<ContractTerm>("term", "How long the contract runs. End dates are inclusive.");
        var start = shape.Required("start", Scalars.DayOrMonth, t => t.Start, "The first day, or the month where only that is known.");
        var initial = shape.Optional("initial", Scalars.Length, t => t.Initial, "The initial term as a length.");
        var end = shape.OptionalValue("end", Scalars.DayOrMonth, t => t.End, "The last day of the initial term, instead of its length.");
        var extensions = shape.OptionalList("extensions", new ListShape<Extension>(ExtensionShape()), t => t.Extensions, "Options to extend, in order.");
        var notice = shape.Optional("noticeToExtend", Notice, t => t.NoticeToExtend, "The notice of an option. Giving it exercises the option unless 'exerciseBy' says otherwise.");
        var exercise = shape.Optional("exerciseBy", Notice, t => t.ExerciseBy, "How long before the end an option must be exercised, where that is another act than giving notice.");
        var early = shape.Optional("earlyTermination", EarlyTerminationShape(), t => t.EarlyTermination, "The client's right to end the contract early without a default.");
        var clause = shape.Optional("clause", Scalars.Line, t => t.Clause, "Where the contract states its term.");
        return shape.BuiltBy(v => new(v.Get(start), v.Get(initial), v.Get(end), v.Get(extensions), v.Get(notice))
        {
            ExerciseBy = v.Get(exercise),
            EarlyTermination = v.Get(early),
            Clause = v.Get(clause),
        });
    }

    private static ShorthandShape<Extension, TimeLength> ExtensionShape()
    {
        var shape = new RecordShape<Extension>("extension", "An option to extend.");
        var length = shape.Required("length", Scalars.Length, e => e.Length, "How much it adds.");
        var exercised = shape.OptionalValue("exercised", Scalars.Day, e => e.Exercised, "The day it was exercised; it may be recorded later.");
        shape.BuiltBy(v => new(v.Get(length), v.Get(exercised)));
        return new(Scalars.Length, l => new(l, null), e => (e.Exercised is null, e.Length), shape);
    }

    private static RecordShape<EarlyTermination> EarlyTerminationShape()
    {
        var shape = new RecordShape<EarlyTermination>("earlyTermination", "Termination for convenience, or a break: on any day that the notice allows, or on break dates only.");
        var notice = shape.Required("notice", Notice, t => t.Notice, "How long before the contract ends early notice must be given.");
        var notBefore = shape.OptionalValue("notBefore", Scalars.Day, t => t.NotBefore, "The first day that may be its last.");
        var onlyOn = shape.OptionalList("onlyOn", new ListShape<LocalDate>(Scalars.Day), t => t.OnlyOn, "Break dates, in order: the only days that may be its last.");
        var clause = shape.Optional("clause", Scalars.Line, t => t.Clause, "Where the contract says so.");
        return shape.BuiltBy(v => new(v.Get(notice), v.Get(notBefore), v.Get(onlyOn), v.Get(clause)));
    }

    private static ShorthandShape<Notice, TimeLength> NoticeShape()
    {
        var shape = new RecordShape<Notice>("notice", "How long before the end notice must be given, and how that is counted.");
        var length = shape.Required("length", Scalars.Length, n => n.Length, "How long before the end.");
        var counting = shape.Optional("counting", Scalars.Words<NoticeCounting>(), n => n.Counting, NoticeCounting.BackFromEnd, "Back from the end date, or in clear days.");
        var deemed = shape.Optional("deemedReceived", Scalars.Length, n => n.DeemedReceived, "How long after sending a notice counts as received.");
        var rolls = shape.Optional("onNonWorkingDay", Scalars.Words<NonWorkingDay>(), n => n.OnNonWorkingDay, NonWorkingDay.RollBack, "What the last safe day becomes on a day that is no working day.");
        var cutOff = shape.OptionalValue("cutOff", Scalars.TimeOfDay, n => n.CutOff, "A notice sent after this time of day counts as sent on the next working day.");
        var clause = shape.Optional("clause", Scalars.Line, n => n.Clause, "Where the contract says so.");
        shape.BuiltBy(v => new(v.Get(length), v.Get(counting), v.Get(deemed), v.Get(rolls)) { CutOff = v.Get(cutOff), Clause = v.Get(clause) });
        return new(Scalars.Length, Domain.Contracts.Notice.Of, n => (n == Domain.Contracts.Notice.Of(n.Length), n.Length), shape);
    }

    private static RecordShape<HolidayAdoption> BankHolidaysShape()
    {
        var shape = new RecordShape<HolidayAdoption>("bankHolidays", "The version of the bank holidays that these terms adopt.");
        var version = shape.Required("version", Scalars.Whole(1, 9999), a => a.Version, "Its number ('sla calendar show' tells what there is).");
        var reason = shape.Optional("reason", Scalars.Line, a => a.Reason, "Why it was adopted; needed for every version but the first.");
        return shape.BuiltBy(v => new(v.Get(version), v.Get(reason)));
    }

    private static RecordShape<LocalTimeRule> LocalTimesShape()
    {
        var shape = new RecordShape<LocalTimeRule>("localTimes", "What local times mean that a clock change skips or repeats.");
        var gap = shape.Optional("gap", Scalars.Words<GapRule>(), r => r.Gap, LocalTimeRule.Default.Gap, "A time that is skipped: later or earlier by what is skipped, or refused.");
        var overlap = shape.Optional("overlap", Scalars.Words<OverlapRule>(), r => r.Overlap, LocalTimeRule.Default.Overlap, "A time that comes twice: the earlier or the later of the two, or refused.");
        return shape.BuiltBy(v => new(v.Get(gap), v.Get(overlap)));
    }

    private static RecordShape<ServicePeriods> PeriodsShape()
    {
        var shape = new RecordShape<ServicePeriods>("servicePeriods", "How time is divided into Service Periods.");
        var every = shape.Optional("every", Scalars.MonthsOfPeriod, p => p.Months, 1, "How long a period is.");
        var month = shape.Optional("anchorMonth", Scalars.Whole(1, 12), p => p.AnchorMonth, 1, "A month in which a period begins, for periods of more than one month.");
        var day = shape.Optional("anchorDay", Scalars.Whole(1, 31), p => p.AnchorDay, 1, "The day of the month on which a period begins; the month's last day where it has no such day.");
        return shape.BuiltBy(v => new(v.Get(every), v.Get(month), v.Get(day)));
    }

    private static RecordShape<ContractCalendar> CalendarShape()
    {
        var shape = new RecordShape<ContractCalendar>("calendar", "Service hours.");
        var hours = shape.Required("hours", Scalars.Hours, c => c.Hours, "The hours of an ordinary week.");
        var holidays = shape.Optional("holidays", new ChoiceShape<bool>(("closed", true), ("open", false)), c => c.ClosedOnHolidays, false, "Whether the working-day division's bank holidays count as closed.");
        var closures = shape.OptionalList("closures", new ListShape<Closure>(Scalars.Closure), c => c.Closures, "Days and parts of days on which the service is closed besides.");
        return shape.BuiltBy(v =>
        {
            _ = new ServiceHours(v.Get(hours), null, v.Get(closures)); // contradicts itself where closures do
            return new("", v.Get(hours), v.Get(holidays)) { Closures = v.Get(closures) };
        });
    }

    private static RecordShape<ReturnTerms> ReturnsShape()
    {
        var shape = new RecordShape<ReturnTerms>("returns", "When the supplier's return is due and what its absence means.");
        var due = shape.Required("due", Scalars.Length, r => r.Due, "After the end of the Service Period.");
        var missing = shape.Required("whenMissing", Scalars.Words<Absence>(), r => r.WhenMissing, "What every indicator comes to while the return is overdue.");
        var figure = shape.OptionalValue("whenFigureMissing", Scalars.Words<Absence>(), r => r.WhenFigureMissing == r.WhenMissing ? null : r.WhenFigureMissing, "What an indicator comes to whose figure a return leaves out; as whenMissing where not stated.");
        var clause = shape.Optional("clause", Scalars.Line, r => r.Clause, "Where the contract says so.");
        var nothing = shape.Optional(
            "nothingToReport", Scalars.Words<NothingToReport>(), r => r.NothingToReport, NothingToReport.Taken, "Whether a return without a single figure, of a period without activity, is taken at all.");
        return shape.BuiltBy(v => new(v.Get(due), v.Get(missing), v.Get(figure) ?? v.Get(missing), v.Get(clause)) { NothingToReport = v.Get(nothing) });
    }
}
