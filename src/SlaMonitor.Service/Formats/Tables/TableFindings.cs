using SlaMonitor.Domain;

namespace SlaMonitor.Service.Formats.Tables;

/// <summary>What was found wrong while reading a table, each in the file as a whole, in a row or in a cell.</summary>
internal sealed class TableFindings(ICollection<Problem> problems)
{
    /// <summary>Whether something was found that leaves no part of the file to be trusted.</summary>
    public bool RuinTheFile { get; private set; }

    public void InFile(ProblemCode code, CellPlace place, string expected, string found)
    {
        RuinTheFile = true;
        Add(code, "", place, expected, found);
    }

    public void InRow(ProblemCode code, CellPlace place, string expected, string found) => Add(code, "", place, expected, found);

    public void InCell(ProblemCode code, string columnName, CellPlace place, string expected, string found) =>
        Add(code, columnName, place, expected, found);

    private void Add(ProblemCode code, string path, CellPlace place, string expected, string found) =>
        problems.Add(new(code, path, expected, found) { Line = place.Line, Column = place.Column });
}

/// <summary>The line a cell starts on and its number within the row, both from 1.</summary>
internal readonly record struct CellPlace(int Line, int Column)
{
    public static readonly CellPlace First = new(1, 1);
}
