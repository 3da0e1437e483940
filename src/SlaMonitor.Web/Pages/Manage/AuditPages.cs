using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Service;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Pages.Design;
using SlaMonitor.Web.Pages.Layout;
using SlaMonitor.Web.Problems;

namespace SlaMonitor.Web.Pages.Manage;

/// <summary>Who did what to a contract, whether the trail is whole, and what was known on a day.</summary>
internal static class AuditPages
{
    public const int RowsOnPage = 50;

    public static void Map(IEndpointRouteBuilder contract)
    {
        contract.MapGet("/audit", Trail).Needs(Permission.ReadAudit);
        contract.MapGet("/audit/verify", Verify).Needs(Permission.ReadAudit);
        contract.MapGet("/known", Known).Needs(Permission.ReadContract);
    }

    private static async Task<IResult> Trail(string contract, int? below, Stores stores)
    {
        if (await stores.Register.Head(contract) is not { } head) return KnownProblems.NoSuchContract;
        var from = below is > 0 ? Math.Min(below.Value, head.Audit.Number + 1) : head.Audit.Number + 1;
        return new Shown<AuditTrailPage>(TrailOf.Contract(contract).Shown(await stores.Lists.Audit(contract, from, RowsOnPage), below is null));
    }

    /// <summary>Reads the whole trail and every anchor, and is asked for by itself for that.</summary>
    private static async Task<IResult> Verify(string contract, VerifyAudit verify) => await verify.Of(contract) is var verdict and not AuditVerdict.NoSuchContract
        ? new Shown<AuditVerdictPage>(new AuditVerdictModel(TrailOf.Contract(contract), verdict))
        : KnownProblems.NoSuchContract;

    /// <param name="on">A day: what was known at its end, UTC.</param>
    private static async Task<IResult> Known(string contract, string? on, Stores stores, StoodThen stood)
    {
        if (await stores.Register.Head(contract) is not { } head) return KnownProblems.NoSuchContract;
        if (on is null) return new Shown<KnownPage>(new KnownModel(contract, null, null, head.Current, Filled.Blank));
        var filled = Filled.With((KnownModel.OnField, on));
        if (!Scalars.TryDay(on.Trim(), out var day))
        {
            filled = filled.And(KnownModel.OnField, "Enter a date, like 2026-03-27");
            return new Shown<KnownPage>(new KnownModel(contract, null, null, head.Current, filled), StatusCodes.Status422UnprocessableEntity);
        }

        var end = day.PlusDays(1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        return new Shown<KnownPage>(new KnownModel(contract, day, await stood.Of(contract, end), head.Current, filled));
    }
}

/// <param name="Rows">The latest first.</param>
public sealed record AuditTrailModel(TrailOf Of, IReadOnlyList<AuditRow> Rows, string? Next, string? First);

public sealed record AuditVerdictModel(TrailOf Of, AuditVerdict Verdict);

/// <summary>Which trail: a contract's, or that of the assignments.</summary>
/// <param name="Address">Of its page; its check is under it.</param>
public sealed record TrailOf(string Name, string Address, IReadOnlyList<Crumb> Crumbs)
{
    public static TrailOf Assignments { get; } = new("Who has been given which contracts", "/manage/people/audit", [new("/manage", "Manage")]);

    public static TrailOf Contract(string code) => new(code, $"/contracts/{code}/audit", [new("/contracts", "Contracts"), new($"/contracts/{code}", code)]);

    /// <summary>Some rows of it, and where those before them are.</summary>
    /// <param name="rows">The latest first.</param>
    /// <param name="isFirst">Whether nothing is later than they are.</param>
    public AuditTrailModel Shown(IReadOnlyList<AuditRow> rows, bool isFirst) =>
        new(this, rows, rows is [.., { Number: > 1 } last] ? $"{Address}?below={last.Number}" : null, isFirst ? null : Address);
}

/// <summary>What stood on a day beside what stands now.</summary>
/// <param name="Then">Null where nothing did.</param>
public sealed record KnownModel(string Contract, LocalDate? On, Manifest? Then, Manifest? Now, Filled Filled)
{
    public const string OnField = "on";

    /// <summary>By period: points and credit as known then, and now; the latest first, and only what differs or was known.</summary>
    public IEnumerable<(string Period, PeriodInSum? Then, PeriodInSum? Now)> Periods
    {
        get
        {
            var (then, now) = (Then?.Sums.ToDictionary(p => p.Period) ?? [], Now?.Sums.ToDictionary(p => p.Period) ?? []);
            return then.Keys.Union(now.Keys).OrderDescending(StringComparer.Ordinal).Select(p => (p, then.GetValueOrDefault(p), now.GetValueOrDefault(p)));
        }
    }

    public static string Credit(PeriodInSum? period) => period switch
    {
        null => "–",
        { Payable: { } payable } => payable.ToString(),
        { Withheld: { } withheld } => $"{withheld} withheld",
        _ => "open",
    };

    public static bool Differs(PeriodInSum? then, PeriodInSum? now) => then is not null && (then.Points, then.Payable) != (now?.Points ?? 0, now?.Payable ?? (Money?)null);
}
