using SlaMonitor.Service.Formats.Documents;
using static SlaMonitor.Service.Formats.Shapes.SchemaBook;

namespace SlaMonitor.Service.Formats.Shapes;

/// <summary>Tells whether a text is a value of a type, and which.</summary>
public delegate bool Parser<T>(string text, out T value);

/// <summary>A single value: a date, a figure, a quantity with its unit.</summary>
/// <param name="expected">What it must look like, in words, with an example.</param>
/// <param name="pattern">The same as a regular expression, for editors.</param>
/// <param name="isFigure">True where it is written as a bare number if it can be.</param>
/// <param name="meant">What a text that is refused was probably meant to be, where that can be told.</param>
/// <param name="mayLookLikeFigure">True for text that may be made of digits alone, such as a clause's number.</param>
public sealed class ScalarShape<T>(
    string expected, string pattern, Parser<T> parse, Func<T, string> write, bool isFigure = false, Func<string, string?>? meant = null, bool mayLookLikeFigure = false)
    : Shape<T>
{
    /// <summary>What the text must look like, as a regular expression.</summary>
    public string Pattern => pattern;

    public override bool TryRead(DocumentNode node, Spot spot, out T value)
    {
        value = default!;
        if (node is not ScalarNode scalar || scalar.Kind == ScalarKind.Null)
        {
            spot.Report(node, ShapeProblems.WrongKind, expected, Describe.Kind(node));
            return false;
        }

        if (parse(scalar.Text, out value)) return true;
        spot.Report(node, ShapeProblems.BadValue, Describe.Expected(expected, meant?.Invoke(scalar.Text)), Describe.Text(scalar.Text));
        return false;
    }

    public override DocumentNode Write(T value)
    {
        var text = write(value);
        return new ScalarNode(text, isFigure && Domain.Numbers.Rational.TryParse(text, out _) ? ScalarKind.Number : ScalarKind.Text);
    }

    public override MapNode Schema(SchemaBook book) => Map(
        ("type", isFigure || mayLookLikeFigure ? Texts(["number", "string"]) : Text("string")),
        ("pattern", Text(pattern)),
        ("description", Text(expected)));
}
