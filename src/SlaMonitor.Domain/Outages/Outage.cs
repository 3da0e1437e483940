using System.Globalization;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Outages;

/// <summary>One outage or one piece of maintenance as a return writes it: <c>2024-06-03 09:10 to 2024-06-03 10:25, 120 of 480 users</c>,
/// <c>2024-06-29T22:00Z to open, maintenance</c>. Times as <see cref="TimeText"/> has them.</summary>
/// <param name="To">Null while it is still going on.</param>
/// <param name="Affected">How many of the users it affected, and of how many; null where all.</param>
public sealed record Outage(string From, string? To, (int Users, int Of)? Affected, bool IsMaintenance)
{
    private const string Open = "open", Maintenance = "maintenance", Users = " users";

    /// <summary>The share of the users it affected, 1 for all; null where it is of nobody.</summary>
    public Rational? Share => Affected is not var (users, of) ? Rational.One : of == 0 ? null : Rational.Of(users, of);

    public static bool TryParse(string text, out Outage outage)
    {
        outage = null!;
        var parts = text.Split(", ");
        if (parts[0].Split(" to ") is not [var from, var to] || !IsTime(from) || (to != Open && !IsTime(to))) return false;
        var rest = parts.Skip(1).ToList();
        (int, int)? affected = null;
        if (rest.Count > 0 && rest[0].EndsWith(Users, StringComparison.Ordinal))
        {
            if (rest[0][..^Users.Length].Split(" of ") is not [var users, var of] || !TryCount(users, out var some) || !TryCount(of, out var all)) return false;
            affected = (some, all);
            rest.RemoveAt(0);
        }

        if (rest is not ([] or [Maintenance])) return false;
        outage = new(from, to == Open ? null : to, affected, rest.Count == 1);
        return true;
    }

    public override string ToString() =>
        $"{From} to {To ?? Open}{(Affected is var (users, of) ? $", {users} of {of}{Users}" : "")}{(IsMaintenance ? $", {Maintenance}" : "")}";

    private static bool IsTime(string text) => TimeText.Read(text, DateTimeZone.Utc, LocalTimeRule.Default) is not null;

    private static bool TryCount(string text, out int count) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count <= 100_000_000;
}
