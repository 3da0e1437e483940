using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Contracts.Tickets;

namespace SlaMonitor.Benchmarks.Tickets;

/// <summary>One KPI: tickets resolved within 4, 8, 16 or 40 service hours by priority, of all resolved in a Service Period
/// of twelve months from April 2023.</summary>
internal static class TicketContract
{
    public const string Hours = "Mon-Fri 08:00-18:00";

    public static readonly (string Priority, string Word, int TargetHours)[] Priorities = [("P1", "1 - Critical", 4), ("P2", "2 - High", 8), ("P3", "3 - Moderate", 16), ("P4", "4 - Low", 40)];

    public static readonly LocalDate First = new(2023, 4, 1), Last = new(2024, 3, 31);

    public static TicketExtract Extract { get; } = new()
    {
        Name = "incidents",
        Columns = new Dictionary<TicketColumn, string>
        {
            [TicketColumn.Number] = "number",
            [TicketColumn.State] = "state",
            [TicketColumn.Priority] = "priority",
            [TicketColumn.Opened] = "opened_at",
            [TicketColumn.Resolved] = "resolved_at",
        },
        Times = "yyyy-MM-dd HH:mm",
        States = new Dictionary<string, TicketState> { ["Closed"] = TicketState.Closed, ["In Progress"] = TicketState.Open },
        Priorities = [.. Priorities.Select(p => KeyValuePair.Create(p.Priority, (IReadOnlyList<string>)[p.Word]))],
        FindsDuplicates = false,
    };

    private static readonly ContractTerms Terms = new(new ContractDraft
    {
        Code = "tickets",
        Title = "Illustration",
        Client = "Illustration",
        Supplier = "Illustration",
        EffectiveFrom = First,
        Term = new(ContractDate.On(First), null, ContractDate.On(Last), [], null),
        Zone = DateTimeZoneProviders.Tzdb["Europe/London"],
        WorkingDays = Division.EnglandAndWales,
        Periods = new(12, 4, 1),
        Calendars = [new("core", WeeklyHours.Parse(Hours), ClosedOnHolidays: true)],
        Returns = new(TimeLength.Days(10), Absence.NotScored, Absence.NotScored, null),
        Extracts = [Extract],
        Indicators = [Indicator],
    });

    public static PeriodTerms Period { get; } = new Contract([Terms]).PeriodsBegunBy(Last, HolidayBasis.Adopted).First();

    public static Indicator Indicator => new()
    {
        Code = "KPI1",
        Title = "Incidents resolved within their target",
        Kind = IndicatorKind.SubsidiaryPi,
        Unit = Unit.PerCent,
        Decimals = 2,
        Source = new RatioOfCounts("resolved in time", null, "resolved"),
        Evidence = new()
        {
            Extract = "incidents",
            Counts = TicketQuestion.ResolvedInTarget,
            Targets = [.. Priorities.Select(p => new TicketTarget(p.Priority, new TargetTime.OfClock(p.TargetHours * 60, "core")))],
        },
    };
}
