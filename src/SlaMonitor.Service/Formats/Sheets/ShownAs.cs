using System.Text.RegularExpressions;

namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>What a number in a cell is shown as.</summary>
internal enum CellKind
{
    Figure,
    PerCent,
    Day,

    /// <summary>A date shown without its day.</summary>
    Month,

    /// <summary>Hours, minutes or seconds without a date.</summary>
    Time,
}

/// <summary>A number format as far as it says what a number is.</summary>
/// <param name="Places">The decimal places it shows at least; 0 where it does not say.</param>
internal readonly partial record struct ShownAs(CellKind Kind, int Places)
{
    private const int MostPlaces = 12;

    public static readonly ShownAs General = new(CellKind.Figure, 0);

    /// <summary>The formats that every spreadsheet knows by number (ECMA-376 Part 1, 18.8.30), those of East Asian dates among
    /// them.</summary>
    public static ShownAs BuiltIn(int number) => number switch
    {
        2 or 4 or 39 or 40 or 44 => new(CellKind.Figure, 2),
        9 => new(CellKind.PerCent, 0),
        10 => new(CellKind.PerCent, 2),
        17 => new(CellKind.Month, 0),
        14 or 15 or 16 or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 58) => new(CellKind.Day, 0),
        (>= 18 and <= 21) or (>= 32 and <= 35) or (>= 45 and <= 47) => new(CellKind.Time, 0),
        _ => General,
    };

    /// <summary>A format in the letters of a spreadsheet, such as 0.00% or yyyy-mm-dd.</summary>
    public static ShownAs Of(string code)
    {
        var shown = Unshown().Replace(code, "").Split(';')[0].ToLowerInvariant();
        if (shown.Contains("general", StringComparison.Ordinal)) return General;
        if (Elapsed().IsMatch(shown)) return new(CellKind.Time, 0);
        shown = Bracketed().Replace(shown, "");
        if (shown.Contains('%', StringComparison.Ordinal)) return new(CellKind.PerCent, PlacesOf(shown));
        if (shown.IndexOfAny(['y', 'd']) >= 0 || shown.Contains("mmm", StringComparison.Ordinal))
            return new(shown.Contains('d', StringComparison.Ordinal) ? CellKind.Day : CellKind.Month, 0);
        return shown.IndexOfAny(['h', 's', 'm']) >= 0 ? new(CellKind.Time, 0) : new(CellKind.Figure, PlacesOf(shown));
    }

    private static int PlacesOf(string shown) =>
        Decimals().Match(shown) is { Success: true } found ? Math.Min(MostPlaces, found.Groups[1].Length) : 0;

    /// <summary>Text in quotes, escaped, as wide as a letter or filled with one.</summary>
    [GeneratedRegex("\"[^\"]*\"|[\\\\_*].", RegexOptions.Singleline)]
    private static partial Regex Unshown();

    [GeneratedRegex(@"\[(h+|m+|s+)\]")]
    private static partial Regex Elapsed();

    /// <summary>Colours, currencies and conditions.</summary>
    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\.(0+)")]
    private static partial Regex Decimals();
}
