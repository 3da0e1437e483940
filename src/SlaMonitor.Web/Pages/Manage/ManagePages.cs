using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
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
    public const string PersonField = "person", EveryField = "every", ContractsField = "contracts", QueueField = "queue";

    private const int MostCharactersOfPerson = 200, MostContracts = 5_000;

    public static void Map(IEndpointRouteBuilder pages)
    {
        var manage = pages.MapGroup("/manage");
        manage.MapGet("", Show).Needs(Permission.ReadAudit);
        manage.MapGet("/queues", Queues).Needs(Permission.Operate);
        manage.MapPost("/queues", Redrive).Needs(Permission.Operate);
        manage.MapGet("/people", People).Needs(Permission.Operate);
        manage.MapPost("/people", Assign).Needs(Permission.Operate);
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

    /// <summary>Rows are found by the hash of an id, so that whoever is looked for is named.</summary>
    private static async Task<IResult> People(string? person, bool? saved, IAssignments assignments, CancellationToken cancellation)
    {
        if (person?.Trim() is not { Length: > 0 and <= MostCharactersOfPerson } id) return new Shown<PeoplePage>(new PeopleModel(null, Filled.Blank, false));
        var given = await assignments.Of(id, cancellation);
        return new Shown<PeoplePage>(new PeopleModel(id, Filled.With((EveryField, given.IsEvery ? "yes" : ""), (ContractsField, string.Join('\n', given.Contracts))), saved is true));
    }

    private static async Task<IResult> Assign(HttpContext context, AccessTable access, CancellationToken cancellation)
    {
        var filled = Filled.Of(await context.Request.ReadFormAsync(cancellation));
        var id = filled[PersonField];
        var codes = filled[ContractsField].Split([' ', ',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (id.Length is 0 or > MostCharactersOfPerson || !id.Contains('/', StringComparison.Ordinal)) filled = filled.And(PersonField, "Enter an id: tenant, a slash, and the person or program");
        if (codes.FirstOrDefault(c => !InPath.IsContract(c)) is { } wrong) filled = filled.And(ContractsField, $"'{wrong}' is no contract code");
        if (codes.Length > MostContracts) filled = filled.And(ContractsField, $"Enter {MostContracts} codes or fewer, or select every contract");
        if (!filled.IsFine) return new Shown<PeoplePage>(new PeopleModel(id, filled, false), StatusCodes.Status422UnprocessableEntity);
        await access.Assign(id, filled[EveryField] == "yes" ? Assignments.Every : Assignments.To(codes));
        return new SeeOther($"/manage/people?saved=true&person={Uri.EscapeDataString(id)}");
    }
}

/// <param name="Daily">Null where the daily run ran neither today nor yesterday.</param>
public sealed record ManageModel(IReadOnlyList<OperatorAlert> Alerts, DailyRecord? Daily, Instant Now);

/// <param name="Waiting">Or in hand, about.</param>
/// <param name="PutAside">About.</param>
public sealed record QueueModel(string Name, int Waiting, int PutAside);

/// <param name="Sent">How many were just sent once more; null where none were.</param>
public sealed record QueuesModel(IReadOnlyList<QueueModel> Queues, int? Sent, Instant Now);

/// <param name="Person">Whoever was looked for; null where nobody was.</param>
public sealed record PeopleModel(string? Person, Filled Filled, bool Saved);
