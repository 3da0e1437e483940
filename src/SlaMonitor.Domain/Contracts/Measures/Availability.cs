using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts.Measures;

/// <summary>What an outage counts that does not affect all users.</summary>
public enum PartialOutages
{
    /// <summary>As much as any.</summary>
    Whole,

    /// <summary>The share of the users it affects.</summary>
    ByUsers,
}

/// <summary>
/// Service Availability after MSC Schedule 2.2 Annex 1: (MP - SD) / MP, where MP is the minutes of the Service Period
/// excluding Permitted Maintenance and SD the minutes of Service Downtime excluding Permitted Maintenance. Maintenance
/// beyond the allowance is downtime; unused allowance is not carried over.
/// </summary>
/// <param name="Calendar">The service hours that count, by their name in the contract; null is around the clock.</param>
/// <param name="PermittedMaintenanceMinutes">The allowance in one Service Period.</param>
public sealed record Availability(string? Calendar, int PermittedMaintenanceMinutes) : Measure
{
    public const string DowntimePart = "downtime", MaintenancePart = "maintenance";

    private const long ThirtyDays = 30 * 24 * 60;

    private static readonly IReadOnlyList<Part> Minutes =
    [
        new(DowntimePart, "minutes of Service Downtime outside maintenance", PartKind.Minutes),
        new(MaintenancePart, "minutes of maintenance taken", PartKind.Minutes, IsOptional: true),
    ];

    /// <summary>Where outages are listed, the hours in which maintenance is permitted, by their name in the contract; null is any
    /// time.</summary>
    public string? MaintenanceWindow { get; init; }

    /// <summary>Where outages are listed.</summary>
    public PartialOutages Partial { get; init; }

    public override IReadOnlyList<Part> Parts => Minutes;

    public override bool AddsUp => true;

    public override bool IsShare => true;

    public override bool MayHaveNoActivity => false;

    public override string Rule => "(MP - SD) / MP: minutes of the period and minutes of Service Downtime, both less Permitted Maintenance";

    public override Rational? Level(Figures figures, long agreedMinutes) => Share(figures, agreedMinutes);

    public override string Arithmetic(Figures figures, long agreedMinutes)
    {
        var (permitted, downtime) = Split(figures);
        var down = downtime == figures["downtime"] ? $"{downtime}"
            : permitted.IsZero ? $"{figures["downtime"]} - {figures["maintenance"]}"
            : $"{figures["downtime"]} - ({figures["maintenance"]} - {permitted})";
        return permitted.IsZero
            ? $"({agreedMinutes} - {down}) / {agreedMinutes}"
            : $"({agreedMinutes} - {permitted} - {down}) / ({agreedMinutes} - {permitted})";
    }

    /// <summary>Every Service Period has its own allowance.</summary>
    public override Measure Over(int periods) => this with { PermittedMaintenanceMinutes = PermittedMaintenanceMinutes * periods };

    /// <summary>What one Service Period leaves of its allowance is no other's.</summary>
    public override Figures Pooling(Figures figures)
    {
        var (permitted, downtime) = Split(figures);
        return new([KeyValuePair.Create("downtime", downtime), KeyValuePair.Create("maintenance", permitted)]);
    }

    public override IEnumerable<Reading> OtherReadings(Figures figures, long agreedMinutes)
    {
        var (_, downtime) = Split(figures);
        var all = figures["downtime"] + figures["maintenance"];
        if (agreedMinutes > 0)
        {
            yield return new($"({agreedMinutes} - {downtime}) / {agreedMinutes}, maintenance left in the period", 1 - (downtime / agreedMinutes));
            yield return new($"({agreedMinutes} - {figures["downtime"]}) / {agreedMinutes}, maintenance left out altogether", 1 - (figures["downtime"] / agreedMinutes));
            yield return new($"({agreedMinutes} - {all}) / {agreedMinutes}, all maintenance as downtime", 1 - (all / agreedMinutes));
        }

        if (Share(figures, ThirtyDays) is { } level)
            yield return new($"{Arithmetic(figures, ThirtyDays)}, a month of 30 days", level);
    }

    public override IEnumerable<Problem> Impossible(Figures figures, long agreedMinutes)
    {
        var total = figures["downtime"] + figures["maintenance"];
        if (total > agreedMinutes)
            yield return new(FigureProblems.PartExceedsWhole, "downtime", $"at most {agreedMinutes} minutes together with maintenance, the minutes of the period", $"{total}");
    }

    private Rational? Share(Figures figures, long agreedMinutes)
    {
        var (permitted, downtime) = Split(figures);
        var measured = agreedMinutes - permitted;
        return measured.Sign <= 0 ? null : Rational.Max(Rational.Zero, (measured - downtime) / measured);
    }

    private (Rational Permitted, Rational Downtime) Split(Figures figures)
    {
        var permitted = Rational.Min(figures["maintenance"], PermittedMaintenanceMinutes);
        return (permitted, figures["downtime"] + figures["maintenance"] - permitted);
    }
}
