using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Dates;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Service;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.OpenApi;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Api;

/// <summary>What is due when, and what an officer must hear of.</summary>
internal static class DatesApi
{
    private const string Tag = "Dates and alerts";

    /// <param name="AsOf">Today in the contract's zone.</param>
    /// <param name="Due">By day; what cannot be told comes last.</param>
    public sealed record DueAnswer(string Contract, LocalDate AsOf, IReadOnlyList<DueDate> Due);

    /// <param name="AsOf">The day they are looked at on.</param>
    /// <param name="TermsFrom">The contract version they are reckoned by, by the day it took effect.</param>
    /// <param name="BankHolidays">The calendar that working days are counted by.</param>
    /// <param name="Dates">The ends, then options, breaks and milestones in the order of the contract.</param>
    public sealed record DatesAnswer(string Contract, LocalDate AsOf, LocalDate TermsFrom, string BankHolidays, IReadOnlyList<DateAnswer> Dates)
    {
        public static DatesAnswer Of(DatesOfContract dates) =>
            new(dates.Contract.Code, dates.AsOf, dates.Terms.EffectiveFrom, dates.CalendarName, [.. dates.Dates.Select(DateAnswer.Of)]);
    }

    /// <param name="Key">What tells it from the contract's other dates, whatever day it falls on.</param>
    /// <param name="Day">The day; of what has to be done by a day, the last safe one. Null where it is not known.</param>
    /// <param name="LastDay">Of what has to be done by a day: the last one, working day or not.</param>
    /// <param name="NotKnown">Why the day cannot be told.</param>
    /// <param name="MonthOnly">True where it rests on a date known to the month only.</param>
    /// <param name="CutOff">The time by which it has to be done on that day, in the contract's zone.</param>
    /// <param name="OnlyIf">What has to happen before it can matter.</param>
    /// <param name="LocalPolicy">True where it is not the contract's own.</param>
    public sealed record DateAnswer(
        string Key, KeyDateKind Kind, string Title, LocalDate? Day, LocalDate? LastDay, string? NotKnown, bool MonthOnly, string? CutOff, DateState State,
        LocalDate? DoneOn, string? OnlyIf, string? Clause, bool LocalPolicy, IReadOnlyList<WorkingLine> Working)
    {
        public static DateAnswer Of(KeyDate date) => new(
            date.Key, date.Kind, date.Title, date.Day, date.LastDay, date.NotKnown, date.IsMonthOnly, date.CutOff?.ToString("HH:mm", CultureInfo.InvariantCulture),
            date.State, date.DoneOn, date.OnlyIf, date.Clause, date.IsLocalPolicy, date.Working);
    }

    /// <param name="Key">The same event has the same key however often it arises.</param>
    /// <param name="Subject">What it is about: an indicator's code, a trigger, the contract's end.</param>
    /// <param name="Of">The Service Period, or the version of the date, that it is of.</param>
    /// <param name="On">The day by which something is due; null where no day matters.</param>
    /// <param name="Text">One sentence.</param>
    /// <param name="Assessment">The number of the assessment it last arose from.</param>
    /// <param name="Stands">False once a later assessment no longer has it.</param>
    public sealed record AlertAnswer(string Key, AlertEvent Event, string Subject, string Of, LocalDate? On, string Text, int Assessment, Instant RaisedAt, bool Stands)
    {
        /// <summary>What it is asked for by, alone.</summary>
        public string Id => RegisteredAlert.HashOf(Key);

        public static AlertAnswer From(RegisteredAlert alert) =>
            new(alert.Key, Enum.Parse<AlertEvent>(alert.Event), alert.Subject, alert.Of, alert.On, alert.Text, alert.Assessment, alert.RaisedAt, alert.Stands);
    }

    public static void Map(IEndpointRouteBuilder contract)
    {
        contract.MapGet("/due", Due).Needs(Permission.ReadContract).WithTags(Tag)
            .WithName("due").WithSummary("Returns that have not come or will be due within a year or so, notices, options, milestones, the end")
            .Produces<DueAnswer>().Fails(KnownProblems.NotFound);
        contract.MapGet("/dates", Dates).Needs(Permission.ReadContract).WithTags(Tag)
            .WithName("dates").WithSummary("When the contract ends or may end, and by when notices, options and milestones are due, with the Working of each")
            .WithDescription("As it is known today, looked at on 'asOf': today in the contract's zone where not given.")
            .Produces<DatesAnswer>().Fails(KnownProblems.Invalid);
        contract.MapGet("/alerts", Alerts).Needs(Permission.ReadContract).WithTags(Tag)
            .WithName("alerts").WithSummary("The alerts that stand; with 'ended=true' those that stood as well")
            .WithDescription("In an order of their own that never changes, and not of time.")
            .Produces<Page<AlertAnswer>>().Fails(KnownProblems.BadCursor);
    }

    private static async Task<IResult> Due(string contract, Stores stores, ReadTerms terms, HolidayBasis basis, IClock clock)
    {
        var stored = await stores.Register.Load(contract);
        if (terms.Of(stored, basis) is not { } known) return KnownProblems.NoSuchContract;
        var today = clock.GetCurrentInstant().InZone(known.Latest.Zone).Date;
        return Results.Ok(new DueAnswer(contract, today, DueDates.Of(stored, known, basis, today)));
    }

    private static async Task<IResult> Dates(string contract, string? asOf, Stores stores, ReadTerms terms, HolidayBasis basis, IClock clock)
    {
        if (asOf is not null && InPath.Day(asOf) is null) return KnownProblems.Invalid with { Errors = [new("bad-value", "a day, such as 2026-11-23", asOf) { Pointer = "" }] };
        var stored = await stores.Register.Load(contract);
        if (terms.Of(stored, basis) is not { } known) return KnownProblems.NoSuchContract;
        var day = asOf is null ? clock.GetCurrentInstant().InZone(known.Latest.Zone).Date : InPath.Day(asOf)!.Value;
        return Results.Ok(DatesAnswer.Of(DatesOfContract.Of(known, stored.Decisions.Select(d => d.Decision), basis, day)));
    }

    private static async Task<IResult> Alerts(string contract, string? cursor, int? limit, bool? ended, Stores stores)
    {
        var list = $"{(ended is true ? "all " : "")}alerts of {contract}";
        if (PageRequest.Read(list, cursor, limit) is not { } page || page.After?.All(char.IsAsciiHexDigitLower) is false) return KnownProblems.BadCursor;
        if (await stores.Register.Head(contract) is not { } head) return KnownProblems.NoSuchContract;
        var alerts = await stores.Lists.Alerts(head, page.After, page.Limit + 1, ended is true);
        return Results.Ok(page.Of(list, alerts, a => RegisteredAlert.HashOf(a.Key)).Of(AlertAnswer.From));
    }
}
