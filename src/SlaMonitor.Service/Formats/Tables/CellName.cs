using SlaMonitor.Domain;

namespace SlaMonitor.Service.Formats.Tables;

/// <summary>Cells as spreadsheets name them: D12 is the fourth cell of row 12.</summary>
public static class CellName
{
    private const int Letters = 26;

    /// <summary>As many as spreadsheets have.</summary>
    public const int LastRow = 1_048_576;

    /// <inheritdoc cref="LastRow"/>
    public const int LastColumn = 16_384;

    /// <summary>Where a problem stands in its worksheet, such as D12; null where it stands in none.</summary>
    public static string? Of(Problem problem) => problem is { Sheet: not null, Line: { } row, Column: { } column } ? Of(row, column) : null;

    public static string Of(int row, int column) => $"{Column(column)}{row}";

    /// <summary>A for 1, AA for 27.</summary>
    public static string Column(int number)
    {
        var name = "";
        for (; number > 0; number = (number - 1) / Letters) name = (char)('A' + ((number - 1) % Letters)) + name;
        return name;
    }

    /// <summary>The row and column of a name such as D12 or $D$12; false where it is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out int row, out int column)
    {
        (row, column) = (0, 0);
        foreach (var letter in name)
        {
            if (letter == '$') continue;
            if (char.IsAsciiLetter(letter) && row == 0) column = (column * Letters) + (letter & 0x1F);
            else if (char.IsAsciiDigit(letter)) row = (row * 10) + letter - '0';
            else return false;
            if (row > LastRow || column > LastColumn) return false;
        }

        return row > 0 && column > 0;
    }
}
