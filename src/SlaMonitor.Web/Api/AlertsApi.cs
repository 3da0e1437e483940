using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Service;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.OpenApi;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Api;

/// <summary>One alert: who was told of it, and what an officer does with it.</summary>
internal static class AlertsApi
{
    private const string Tag = "Dates and alerts";

    private const int Digits = 16;

    /// <param name="Answer">What was done.</param>
    /// <param name="By">The stable id of whoever did it.</param>
    /// <param name="Until">Of a snooze: the day it is told again.</param>
    /// <param name="To">Of a hand-over: the recipient's id.</param>
    public sealed record HandlingAnswer(HandlingKind Answer, string By, Instant At, string Reason, LocalDate? Until, string? To);

    /// <param name="Recipient">The recipient's id.</param>
    /// <param name="NotBefore">When it is to be sent, or was.</param>
    /// <param name="SettledAt">Null while it waits.</param>
    /// <param name="Why">Why it is not sent; null where there is nothing to say.</param>
    /// <param name="Said">What it said, or will say.</param>
    public sealed record TellingAnswer(string Recipient, DeliveryState State, Instant NotBefore, Instant? SettledAt, string? Why, string Said);

    /// <param name="Id">The first 16 digits of the SHA-256 of its key.</param>
    /// <param name="Handling">The last thing that was done with it since it arose; null where nothing was.</param>
    /// <param name="NextOn">The day on which somebody else is told, or the same again; null where nobody will be.</param>
    /// <param name="Told">Who is told of it: what is settled by time, then what waits.</param>
    public sealed record OneAlert(
        string Id, string Key, AlertEvent Event, string Subject, string Of, LocalDate? On, string Text, int Assessment, Instant RaisedAt, bool Stands, Reach Reach,
        HandlingAnswer? Handling, LocalDate? NextOn, IReadOnlyList<TellingAnswer> Told);

    /// <param name="Reason">One line, for the audit trail.</param>
    /// <param name="Until">After today, and no later than the day it concerns.</param>
    internal sealed record SnoozeBody(string Reason, LocalDate Until);

    /// <param name="Reason">One line, for the audit trail.</param>
    /// <param name="To">The id of one of the contract's recipients.</param>
    internal sealed record HandOverBody(string Reason, string To);

    public static void Map(IEndpointRouteBuilder contract)
    {
        var alert = contract.MapGroup("/alerts/{alert}").WithTags(Tag);
        alert.MapGet("", One).Needs(Permission.ReadContract)
            .WithName("alert").WithSummary("One alert, who was told of it and what was done with it").Produces<OneAlert>().Fails(KnownProblems.NotFound);
        Handling(alert.MapPost("/acknowledge", Acknowledge)).WithName("acknowledgeAlert").WithSummary("Say that an alert is seen to: nobody else is told of it");
        Handling(alert.MapPost("/snooze", Snooze)).WithName("snoozeAlert").WithSummary("Put an alert off until a day: it is told again then, and nobody else before");
        Handling(alert.MapPost("/hand-over", HandOver)).WithName("handOverAlert").WithSummary("Hand an alert over: another recipient is told of it now");
    }

    private static RouteHandlerBuilder Handling(RouteHandlerBuilder endpoint) => endpoint.Needs(Permission.RecordDecision)
        .WithDescription("Stands in the audit trail with who and why. Asked again by the same with the same, the answer is the same.")
        .Produces<OneAlert>().Fails(KnownProblems.NotFound, KnownProblems.NotFromThere, KnownProblems.Invalid, KnownProblems.BadRequest);

    private static async Task<IResult> One(string contract, string alert, Stores stores, ReadTerms terms, Domain.Calendars.HolidayBasis basis) =>
        IsAlert(alert) && await Found(contract, alert, stores, terms, basis) is { } found ? Results.Ok(found) : KnownProblems.NotFound;

    private static Task<IResult> Acknowledge(string contract, string alert, ReasonBody body, HttpContext context, HandleAlert handle, Stores stores, ReadTerms terms, Domain.Calendars.HolidayBasis basis) =>
        Do(contract, alert, body.Refusal(), context, () => handle.Acknowledge(contract, alert, Asking.For(context, body.Reason)), () => Found(contract, alert, stores, terms, basis));

    private static Task<IResult> Snooze(string contract, string alert, SnoozeBody body, HttpContext context, HandleAlert handle, Stores stores, ReadTerms terms, Domain.Calendars.HolidayBasis basis) =>
        Do(contract, alert, ReasonBody.RefusalOf(body.Reason, "/reason"), context, () => handle.Snooze(contract, alert, body.Until, Asking.For(context, body.Reason)), () => Found(contract, alert, stores, terms, basis));

    private static Task<IResult> HandOver(string contract, string alert, HandOverBody body, HttpContext context, HandleAlert handle, Stores stores, ReadTerms terms, Domain.Calendars.HolidayBasis basis) =>
        Do(contract, alert, ReasonBody.RefusalOf(body.Reason, "/reason"), context, () => handle.HandOver(contract, alert, body.To, Asking.For(context, body.Reason)), () => Found(contract, alert, stores, terms, basis));

    private static async Task<IResult> Do(string contract, string alert, ApiProblem? refusal, HttpContext context, Func<Task<HandlingOutcome>> step, Func<Task<OneAlert?>> found)
    {
        if (!IsAlert(alert)) return KnownProblems.NotFound;
        if (refusal is not null) return refusal;
        var outcome = await step();
        if (outcome is HandlingOutcome.Done { IsNew: false }) context.Response.Headers[IdempotencyKey.Replayed] = "true";
        return outcome switch
        {
            HandlingOutcome.Done => Results.Ok(await found()),
            HandlingOutcome.NoSuchAlert => KnownProblems.NotFound,
            HandlingOutcome.Ended => KnownProblems.NotFromThere with { Detail = "The alert no longer stands." },
            HandlingOutcome.NotThatDay day => Wrong("day-out-of-range", $"a day from {day.First:uuuu-MM-dd} to {day.Last:uuuu-MM-dd}", "another day", "/until"),
            HandlingOutcome.NoSuchRecipient => Wrong("no-such-recipient", "the id of one of the contract's recipients", "another", "/to"),
            _ => throw new InvalidOperationException("The set of outcomes is closed."),
        };
    }

    private static async Task<OneAlert?> Found(string contract, string hash, Stores stores, ReadTerms terms, Domain.Calendars.HolidayBasis basis)
    {
        var stored = await stores.Register.Load(contract);
        if (await stores.Register.Alert(contract, hash, stored.Current?.Alerts ?? []) is not { } alert || terms.Of(stored, basis) is not { } known) return null;
        var told = (await stores.Deliveries.Settled(contract, hash)).Concat(stored.Waiting.Where(w => w.Alert.Hash == hash));
        var next = stored.Unanswered.FirstOrDefault(u => u.Alert.Hash == hash)?.Due(known.Latest.WorkingDays(basis));
        return new(
            hash, alert.Key, Enum.Parse<AlertEvent>(alert.Event), alert.Subject, alert.Of, alert.On, alert.Text, alert.Assessment, alert.RaisedAt, alert.Stands, alert.Reach,
            alert.Handling is { } h ? new(h.Answer, h.By, h.At, h.Reason, h.Until, h.To) : null, next,
            [.. told.Select(t => new TellingAnswer(t.Recipient, t.State, t.NotBefore, t.SettledAt, t.Why, t.Alert.Text))]);
    }

    private static bool IsAlert(string text) => text.Length == Digits && text.All(char.IsAsciiHexDigitLower);

    private static ApiProblem Wrong(string code, string expected, string found, string pointer) =>
        KnownProblems.Invalid with { Errors = [new(code, expected, found) { Pointer = pointer }] };
}
