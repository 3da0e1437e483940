using SlaMonitor.Service.Formats.Documents;
using static SlaMonitor.Service.Formats.Shapes.SchemaBook;

namespace SlaMonitor.Service.Formats.Shapes;

/// <summary>One of a few words.</summary>
public sealed class ChoiceShape<T>(params (string Word, T Value)[] choices) : Shape<T>
    where T : notnull
{
    public override bool TryRead(DocumentNode node, Spot spot, out T value)
    {
        value = default!;
        var text = (node as ScalarNode)?.Text;
        foreach (var choice in choices)
        {
            if (choice.Word != text) continue;
            value = choice.Value;
            return true;
        }

        spot.Report(node, ShapeProblems.NotOneOf, string.Join(", ", choices.Select(c => c.Word)), Describe.Kind(node));
        return false;
    }

    public override DocumentNode Write(T value) =>
        Plain(choices.First(c => c.Value.Equals(value)).Word);

    public override MapNode Schema(SchemaBook book) => Map(("enum", new ListNode([.. choices.SelectMany(c => Spellings(c.Word))])));

    /// <summary>What documents have a spelling of their own for is written in it, and read as text all the same.</summary>
    private static IEnumerable<ScalarNode> Spellings(string word) => Plain(word).Kind == ScalarKind.Text ? [Text(word)] : [Plain(word), Text(word)];

    private static ScalarNode Plain(string word) => word is "true" or "false" ? Flag(word == "true") : Text(word);
}
