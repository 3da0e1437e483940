namespace SlaMonitor.Domain.Calendars;

/// <summary>Whose bank holidays count.</summary>
public enum Division
{
    EnglandAndWales,
    Scotland,
    NorthernIreland,

    /// <summary>A day is a holiday if any of the three has it, as the Freedom of Information Act 2000, s.10(6) counts.</summary>
    UkUnion,
}

/// <summary>The names divisions have in contract files and in the bank holiday data.</summary>
public static class Divisions
{
    private static readonly (Division Division, string Name)[] Names =
    [
        (Division.EnglandAndWales, "england-and-wales"),
        (Division.Scotland, "scotland"),
        (Division.NorthernIreland, "northern-ireland"),
        (Division.UkUnion, "uk-union"),
    ];

    public static IReadOnlyList<Division> All { get; } = [.. Names.Select(n => n.Division)];

    /// <summary>For instance <c>england-and-wales</c>.</summary>
    public static string Name(this Division division) => Names.First(n => n.Division == division).Name;

    public static bool TryParse(string name, out Division division)
    {
        var found = Names.FirstOrDefault(n => n.Name == name);
        division = found.Division;
        return found.Name is not null;
    }

    /// <summary>The divisions whose holidays count: itself, or all three for the union.</summary>
    internal static IReadOnlyList<Division> Members(this Division division) => division == Division.UkUnion
        ? [Division.EnglandAndWales, Division.Scotland, Division.NorthernIreland]
        : [division];
}
