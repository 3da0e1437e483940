using System.Text;
using System.Text.Json;
using SlaMonitor.Domain;

namespace SlaMonitor.Service.Formats.Documents;

/// <summary>Feeds what Utf8JsonReader meets to the tree.</summary>
internal sealed class JsonReader(TreeBuilder tree)
{
    // The tree counts the depth; the parser must only not refuse first.
    private static readonly JsonReaderOptions Strict = new()
    {
        CommentHandling = JsonCommentHandling.Disallow,
        AllowTrailingCommas = false,
        MaxDepth = DocumentLimits.Depth + 2,
    };

    /// <summary>The parser quotes what it met, line breaks included.</summary>
    private const int LongestMessage = 300;

    public DocumentNode? Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > DocumentLimits.Bytes)
            return Refuse(DocumentProblems.TooLarge, TextPosition.Start, $"at most {DocumentLimits.Bytes} bytes", $"{utf8.Length} bytes");
        var positions = new Utf8Positions(utf8);
        if (Utf8Text.IndexOfInvalid(utf8) is var invalid and >= 0)
            return Refuse(DocumentProblems.NotUtf8, positions.Of(invalid), "UTF-8", $"the byte 0x{utf8[invalid]:X2}");
        if (utf8.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            return Refuse(DocumentProblems.Empty, TextPosition.Start, "a document", "nothing but blank lines");
        return Parse(utf8, positions) ? tree.Root : null;
    }

    private bool Parse(ReadOnlySpan<byte> utf8, Utf8Positions positions)
    {
        var parser = new Utf8JsonReader(utf8, Strict);
        try
        {
            while (!tree.Stopped && parser.Read()) Take(ref parser, positions.Of((int)parser.TokenStartIndex));
            return !tree.Stopped;
        }
        catch (JsonException broken)
        {
            var at = positions.Of(OffsetOf(broken, utf8));
            tree.Report(DocumentProblems.BadJson, at, "well-formed JSON", WithoutPosition(broken.Message));
            return false;
        }
    }

    private void Take(ref Utf8JsonReader parser, TextPosition at)
    {
        switch (parser.TokenType)
        {
            case JsonTokenType.StartObject:
                tree.OpenMap(at);
                break;
            case JsonTokenType.StartArray:
                tree.OpenList(at);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                tree.Close();
                break;
            case JsonTokenType.PropertyName or JsonTokenType.String:
                tree.Add(new(TextOf(ref parser, at), ScalarKind.Text, at.Line, at.Column));
                break;
            default:
                tree.Add(new(Encoding.ASCII.GetString(parser.ValueSpan), KindOf(parser.TokenType), at.Line, at.Column));
                break;
        }
    }

    private string TextOf(ref Utf8JsonReader parser, TextPosition at)
    {
        try
        {
            return parser.GetString()!;
        }
        catch (InvalidOperationException)
        {
            tree.Report(DocumentProblems.ForbiddenCharacter, at, "whole characters", "an escape that is half a surrogate pair");
            return Encoding.UTF8.GetString(parser.ValueSpan);
        }
    }

    private DocumentNode? Refuse(ProblemCode code, TextPosition at, string expected, string found)
    {
        tree.Report(code, at, expected, found);
        return null;
    }

    private static ScalarKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.Number => ScalarKind.Number,
        JsonTokenType.Null => ScalarKind.Null,
        _ => ScalarKind.Boolean,
    };

    private static int OffsetOf(JsonException broken, ReadOnlySpan<byte> utf8)
    {
        var lineStart = 0;
        for (var line = 0L; line < broken.LineNumber; line++) lineStart += utf8[lineStart..].IndexOf((byte)'\n') + 1;
        return lineStart + (int)(broken.BytePositionInLine ?? 0);
    }

    private static string WithoutPosition(string message) => Excerpt.Of(message.Split(" LineNumber:")[0], LongestMessage);
}
