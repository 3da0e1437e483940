using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Documents;

namespace SlaMonitor.Service.Tests.Formats.Documents;

public sealed class YamlReadingTests
{
    [Theory]
    [InlineData("99.5", ScalarKind.Number)]
    [InlineData("-0", ScalarKind.Number)]
    [InlineData("1e5", ScalarKind.Number)]
    [InlineData("412350.6700", ScalarKind.Number)]
    [InlineData("true", ScalarKind.Boolean)]
    [InlineData("false", ScalarKind.Boolean)]
    [InlineData("yes", ScalarKind.Text)]
    [InlineData("no", ScalarKind.Text)]
    [InlineData("True", ScalarKind.Text)]
    [InlineData("2024-04", ScalarKind.Text)]
    [InlineData("2024-04-01", ScalarKind.Text)]
    [InlineData("08:00", ScalarKind.Text)]
    [InlineData("007", ScalarKind.Text)]
    [InlineData("+5", ScalarKind.Text)]
    [InlineData(".5", ScalarKind.Text)]
    [InlineData("1_000", ScalarKind.Text)]
    [InlineData("0x1F", ScalarKind.Text)]
    [InlineData(".nan", ScalarKind.Text)]
    [InlineData("99.5 %", ScalarKind.Text)]
    [InlineData("5 years", ScalarKind.Text)]
    public void A_plain_scalar_keeps_its_text_and_only_the_spellings_of_JSON_are_more_than_text(string scalar, ScalarKind kind) =>
        Assert.Equal(new ScalarNode(scalar, kind, 1, 4), Read($"a: {scalar}")["a"]);

    [Theory]
    [InlineData("a: null")]
    [InlineData("a: ~")]
    [InlineData("a:")]
    [InlineData("{ a: , b: 1 }")]
    public void Null_has_one_text_however_it_was_written(string text)
    {
        var scalar = Assert.IsType<ScalarNode>(Read(text)["a"]);
        Assert.Equal((ScalarKind.Null, "null"), (scalar.Kind, scalar.Text));
    }

    [Theory]
    [InlineData("a: '99.5'", "99.5")]
    [InlineData("a: \"true\"", "true")]
    [InlineData("a: ''", "")]
    [InlineData("a: |-\n  5", "5")]
    [InlineData("a: >-\n  null", "null")]
    public void A_quoted_or_block_scalar_is_text(string text, string value)
    {
        var scalar = Assert.IsType<ScalarNode>(Read(text)["a"]);
        Assert.Equal((ScalarKind.Text, value), (scalar.Kind, scalar.Text));
    }

    [Fact]
    public void Every_node_knows_where_it_starts()
    {
        var root = Read("# a comment\ncaps:\n  - { at: 15 %, of: [1, 'x'] }\n\"😀\": b\n");
        var caps = Assert.IsType<ListNode>(root["caps"]);
        var cap = Assert.IsType<MapNode>(caps.Items[0]);
        var list = Assert.IsType<ListNode>(cap["of"]);
        Assert.Equal((2, 1), (root.Line, root.Column));
        Assert.Equal((3, 3), (caps.Line, caps.Column));
        Assert.Equal((3, 5), (cap.Line, cap.Column));
        Assert.Equal((3, 7), (cap.Entries[0].Key.Line, cap.Entries[0].Key.Column));
        Assert.Equal((3, 21), (list.Line, list.Column));
        Assert.Equal((3, 25), (list.Items[1].Line, list.Items[1].Column));
        Assert.Equal((4, 7), (root["😀"]!.Line, root["😀"]!.Column));
    }

    [Fact]
    public void Keys_keep_their_order_and_an_absent_key_is_null()
    {
        var root = Read("b: 1\na: 2\n");
        Assert.Equal(["b", "a"], root.Entries.Select(entry => entry.Key.Text));
        Assert.Null(root["c"]);
    }

    [Fact]
    public void Reading_goes_on_after_a_problem_and_finds_them_all()
    {
        var problems = new List<Problem>();
        var root = YamlDocument.Read("a: &x 1\nb: *x\na: !t 2\nc: 3\n", problems);
        Assert.Equal(["yaml-anchor", "yaml-alias", "document-duplicate-key", "yaml-tag"], problems.Select(problem => problem.Code.Name));
        Assert.Equal(["a", "b", "c"], Assert.IsType<MapNode>(root).Entries.Select(entry => entry.Key.Text));
    }

    private static MapNode Read(string text)
    {
        var problems = new List<Problem>();
        var root = YamlDocument.Read(text, problems);
        Assert.Empty(problems);
        return Assert.IsType<MapNode>(root);
    }
}
