using SlaMonitor.Domain;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SlaMonitor.Service.Formats.Documents;

/// <summary>Feeds what YamlDotNet's parser meets to the tree.</summary>
internal sealed class YamlReader(string text, ICollection<Problem> problems)
{
    private readonly TreeBuilder tree = new(problems);
    private readonly Scanner scanner = new(new StringReader(text));
    private int documents;

    public DocumentNode? Read()
    {
        // YamlDotNet takes a NUL for the end of the text, so what cannot stand there is found first.
        if (PrintableText.IndexOfForbidden(text) is var forbidden and >= 0) return Refuse(forbidden);
        return Parse() ? tree.Root ?? RefuseEmpty() : null;
    }

    private bool Parse()
    {
        try
        {
            var parser = new Parser(scanner);
            while (!tree.Stopped && documents < 2 && parser.MoveNext()) Take(parser.Current!);
            return !tree.Stopped;
        }
        catch (YamlException broken)
        {
            if (HasTabAtScanner) ReportSyntax(PositionOf(scanner.CurrentPosition), "a tab in the indentation");
            else ReportSyntax(PositionOf(broken.Start), broken.Message);
        }
        catch (Exception unforeseen) when (unforeseen is not OutOfMemoryException)
        {
            // The parser meets some broken texts, such as a line that starts inside an open bracket, with exceptions of other kinds.
            var open = tree.InnermostStart;
            ReportSyntax(PositionOf(scanner.CurrentPosition), $"something out of place: is what starts at {open.Line}:{open.Column} closed?");
        }
        return false;
    }

    private bool HasTabAtScanner =>
        scanner.CurrentPosition is { Index: >= 0 } at && at.Index < text.Length && text[(int)at.Index] == '\t';

    private void Take(ParsingEvent met)
    {
        var at = PositionOf(met.Start);
        if (met is NodeEvent node) RefuseProperties(node, at);
        switch (met)
        {
            case DocumentStart:
                if (++documents == 2) tree.Report(DocumentProblems.SeveralDocuments, at, "one document", "a second one");
                break;
            case MappingStart:
                tree.OpenMap(at);
                break;
            case SequenceStart:
                tree.OpenList(at);
                break;
            case MappingEnd or SequenceEnd:
                tree.Close();
                break;
            case Scalar scalar:
                TakeScalar(scalar, at);
                break;
            case AnchorAlias alias:
                tree.Report(DocumentProblems.Alias, at, "the value itself", Excerpt.Quoted($"*{alias.Value}"));
                tree.Add(new($"*{alias.Value}", ScalarKind.Text, at.Line, at.Column));
                break;
        }
    }

    private void TakeScalar(Scalar scalar, TextPosition at)
    {
        var isPlain = scalar.Style == ScalarStyle.Plain;
        if (tree.IsOutside && isPlain && scalar.Value.Length == 0) return;
        var kind = isPlain ? PlainScalar.KindOf(scalar.Value) : ScalarKind.Text;
        tree.Add(new(kind == ScalarKind.Null ? "null" : scalar.Value, kind, at.Line, at.Column));
    }

    private void RefuseProperties(NodeEvent node, TextPosition at)
    {
        if (!node.Anchor.IsEmpty)
            tree.Report(DocumentProblems.Anchor, at, "the value without an anchor", Excerpt.Quoted($"&{node.Anchor.Value}"));
        if (!node.Tag.IsEmpty)
            tree.Report(DocumentProblems.Tag, at, "the value without a tag", Excerpt.Quoted(node.Tag.Value));
    }

    private void ReportSyntax(TextPosition at, string found) =>
        tree.Report(DocumentProblems.BadYaml, at, "well-formed YAML", found);

    private DocumentNode? Refuse(int forbidden)
    {
        tree.Report(DocumentProblems.ForbiddenCharacter, TextPosition.Of(text, forbidden), "visible characters, spaces, tabs and line breaks",
            $"the character U+{(int)text[forbidden]:X4}");
        return null;
    }

    private DocumentNode? RefuseEmpty()
    {
        tree.Report(DocumentProblems.Empty, TextPosition.Start, "a document", "nothing but blank lines and comments");
        return null;
    }

    private static TextPosition PositionOf(Mark mark) => new((int)mark.Line, (int)mark.Column);
}
