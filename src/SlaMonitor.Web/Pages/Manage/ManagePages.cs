using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlaMonitor.Service;
using SlaMonitor.Service.Access;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Pages.Layout;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Pages.Manage;

/// <summary>For whoever keeps the service running, and for auditors: what stands, the work, the people.</summary>
internal static class ManagePages
{
    public const string PersonField = "person", SeenField = "seen", ReasonField = "reason", EveryField = "every", ContractsField = "contracts", QueueField = "queue";

    private const int MostCharactersOfPerson = 200, MostContracts = 5_000, PeopleOnPage = 50;

    public static void Map(IEndpointRouteBuilder pages)
    {
        var manage = pages.MapGroup("/manage");
        manage.MapGet("", Show).Needs(Permission.ReadAudit);
        manage.MapGet("/queues", Queues).Needs(Permission.Operate);
        manage.MapPost("/queues", Redrive).Needs(Permission.Operate);
        manage.MapGet("/people", People).Needs(Permission.Operate);
        manage.MapPost("/people", Assign).Needs(Permission.Operate);
        manage.MapGet("/people/audit", Trail).Needs(Permission.ReadAudit);
        manage.MapGet("/people/audit/verify", Verify).Needs(Permission.ReadAudit);
    }

    private static async Task<IResult> Show(Stores stores, IClock clock) => new Shown<ManagePage>(new ManageModel(
        await stores.Operator.Standing(), await stores.Index.LastDaily(clock.GetCurrentInstant().InUtc().Date), clock.GetCurrentInstant()));

    private static async Task<IResult> Queues(int? sent, Stores stores, IClock clock)
    {
        WorkQueue[] queues = [stores.Assess, stores.Alerts];
        var counts = await Task.WhenAll(queues.Select(async q => new QueueModel(q.Step, await q.Count(), await q.PoisonCount())));
        return new Shown<QueuesPage>(new QueuesModel(counts, sent, clock.GetCurrentInstant()));
    }

    private static async Task<IResult> Redrive(HttpContext context, Stores stores, CancellationToken cancellation)
    {
        var form = Filled.Of(await context.Request.ReadFormAsync(cancellation));
        return ((WorkQueue[])[stores.Assess, stores.Alerts]).FirstOrDefault(q => q.Step == form[QueueField]) is { } queue
            ? new SeeOther($"/manage/queues?sent={await queue.Redrive()}")
            : new SeeOther("/manage/queues");
    }

    /// <summary>Rows are found by the hash of an id, so that whoever is looked for is named; nobody named, all there are by and by.</summary>
    /// <param name="after">The last of the page before.</param>
    private static async Task<IResult> People(string? person, string? after, bool? saved, Stores stores)
    {
        if (person?.Trim() is { Length: > 0 } id) return id.Length > MostCharactersOfPerson || !IsId(id) ? NoId(id) : Shown(await stores.People.Find(id), saved is true);
        var some = await stores.People.Some(after, PeopleOnPage + 1);
        return new Shown<PeoplePage>(new PeopleModel([.. some.Take(PeopleOnPage)], some.Count > PeopleOnPage ? some[PeopleOnPage - 1].Person : null, after is null, Filled.Blank));
    }

    private static IResult NoId(string id) => new Shown<PeoplePage>(
        new PeopleModel([], null, true, Filled.With((PersonField, id)).And(PersonField, "Enter an id: tenant, a slash, and the person or program")), StatusCodes.Status422UnprocessableEntity);

    private static IResult Shown(PersonAccess stored, bool saved) => new Shown<PersonPage>(new PersonModel(
        stored, Filled.With((SeenField, stored.Version), (EveryField, stored.Given.IsEvery ? "yes" : ""), (ContractsField, string.Join('\n', stored.Given.Contracts))), saved));

    private static async Task<IResult> Assign(HttpContext context, Stores stores, AssignContracts assign, CancellationToken cancellation)
    {
        var filled = Filled.Of(await context.Request.ReadFormAsync(cancellation));
        var id = filled[PersonField];
        if (id.Length > MostCharactersOfPerson || !IsId(id)) return NoId(id);
        var codes = filled[ContractsField].Split([' ', ',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (codes.FirstOrDefault(c => !InPath.IsContract(c)) is { } wrong) filled = filled.And(ContractsField, $"'{wrong}' is no contract code");
        if (codes.Length > MostContracts) filled = filled.And(ContractsField, $"Enter {MostContracts} codes or fewer, or select every contract");
        filled = filled.And(ReasonField, Reasons.Missing(filled[ReasonField], "Enter why they are given this"));
        if (!filled.IsFine) return await Again(filled);
        var given = filled[EveryField] == "yes" ? Assignments.Every : Assignments.To(codes);
        return await assign.To(id, given, Asking.For(context, Breaches.DecisionForm.OneLine(filled[ReasonField])), filled[SeenField]) is AssignOutcome.ChangedMeanwhile
            ? await Again(filled.And(ContractsField, "Somebody else changed this since you looked; what is stored now stands above. Enter what they are to have, and save again"))
            : new SeeOther($"/manage/people?saved=true&person={Uri.EscapeDataString(id)}");

        async Task<IResult> Again(Filled said)
        {
            var now = await stores.People.Find(id, cancellation);
            return new Shown<PersonPage>(new PersonModel(now, said with { Values = new Dictionary<string, string>(said.Values) { [SeenField] = now.Version } }, false), StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static bool IsId(string id) => id.Contains('/', StringComparison.Ordinal);

    private static async Task<IResult> Trail(long? below, Stores stores)
    {
        var last = (await stores.People.Head()).Audit.Number;
        var rows = await stores.People.Audit(below is > 0 ? Math.Min(below.Value, last + 1) : last + 1, AuditPages.RowsOnPage);
        return new Shown<AuditTrailPage>(TrailOf.Assignments.Shown(rows, below is null));
    }

    private static async Task<IResult> Verify(VerifyAudit verify) => new Shown<AuditVerdictPage>(new AuditVerdictModel(TrailOf.Assignments, await verify.OfAssignments()));
}

/// <param name="Daily">Null where the daily run ran neither today nor yesterday.</param>
public sealed record ManageModel(IReadOnlyList<OperatorAlert> Alerts, DailyRecord? Daily, Instant Now);

/// <param name="Waiting">Or in hand, about.</param>
/// <param name="PutAside">About.</param>
public sealed record QueueModel(string Name, int Waiting, int PutAside);

/// <param name="Sent">How many were just sent once more; null where none were.</param>
public sealed record QueuesModel(IReadOnlyList<QueueModel> Queues, int? Sent, Instant Now);

/// <param name="Some">In no order that says anything.</param>
/// <param name="After">The last of them, where there are more.</param>
/// <param name="IsFirst">Whether none come before.</param>
public sealed record PeopleModel(IReadOnlyList<PersonAccess> Some, string? After, bool IsFirst, Filled Filled);

/// <param name="Stored">What they have now.</param>
public sealed record PersonModel(PersonAccess Stored, Filled Filled, bool Saved);
