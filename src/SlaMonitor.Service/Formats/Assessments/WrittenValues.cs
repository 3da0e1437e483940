using System.Globalization;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.Assessments;

/// <summary>The plain values of an assessment. Money and exact figures are text, so that no reader loses a digit.</summary>
internal static class WrittenValues
{
    public static readonly Shape<string> Line = Text("text", (string text) => text);

    public static readonly Shape<Money> Pounds = Text("pounds and pence", (Money money) => money.ToPlainText(), @"^-?\d+\.\d{2}$");

    public static readonly Shape<Rational> Exact = Text("an exact figure: a decimal, or a fraction where a decimal would never end", (Rational figure) => figure.ToString(), @"^-?\d+(\.\d+|/\d+)?$");

    public static readonly Shape<long> Whole = new Written<long>(
        number => new ScalarNode(number.ToString(CultureInfo.InvariantCulture), ScalarKind.Number), _ => SchemaBook.Map(("type", SchemaBook.Text("integer"))));

    public static readonly Shape<bool> Flag = new FlagShape();

    public static readonly Shape<Figures> ByPart = FiguresByPart();

    /// <summary>A value written as text.</summary>
    public static Shape<T> Text<T>(string description, Func<T, string> write, string pattern = "") => new Written<T>(
        value => SchemaBook.Text(write(value)),
        _ => SchemaBook.Map([("type", SchemaBook.Text("string")), ("description", SchemaBook.Text(description)), .. pattern.Length == 0 ? Array.Empty<(string, DocumentNode)>() : [("pattern", SchemaBook.Text(pattern))]]));

    private static Written<Figures> FiguresByPart()
    {
        var parts = new MapShape<Rational>(Scalars.Line, Exact);
        return new(figures => parts.Write([.. figures.All]), parts.Schema);
    }
}
