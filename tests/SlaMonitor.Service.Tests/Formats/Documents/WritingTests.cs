using System.Text;
using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Documents;

namespace SlaMonitor.Service.Tests.Formats.Documents;

public sealed class WritingTests
{
    private const string Canonical = """
        contract: riverside-ict
        effectiveFrom: 2024-04-01
        returns: { every: month, due: 10 working days, whenMissing: worstRung }
        calendars:
          core: { hours: Mon-Fri 08:00-18:00, holidays: closed }
        indicators:
          KPI1:
            title: "Critical: system availability"
            clause: Sch 2.2, Annex 1, para 4
            note: |-
              Measured at the firewall.

              Not at the desk.
            ladder:
              target: { from: 99.5 %, label: "99.5" }
              minor: { from: 99.0 %, points: 1 }
        caps:
          - { at: 15 %, of: chargesOfPeriod }
          - at: 10 %
            of: chargesOfLast12Months
            includes: thisPeriodAndEveryPeriodBefore
            firstYear: estimatedYear1Charges
        examples:
          - given: { KPI1: [98.5, 96.5, 96.5] }
            expect:
              points: { KPI1: [2, 6, 6] }
        nothing: null
        none: []

        """;

    [Fact]
    public void A_contract_reads_like_its_schedule()
    {
        var problems = new List<Problem>();
        var root = YamlDocument.Read(Canonical, problems);
        Assert.Empty(problems);
        Assert.Equal(Canonical, YamlDocument.Write(root!));
    }

    [Fact]
    public void A_map_goes_on_one_line_up_to_a_hundred_columns()
    {
        var around = "long: { k:  }".Length;
        Assert.Equal(2, LinesFor(new('x', 100 - around)));
        Assert.Equal(3, LinesFor(new('x', 101 - around)));

        static int LinesFor(string text)
        {
            var inner = Map("k", Text(text));
            var written = YamlDocument.Write(new MapNode([new(Text("a"), Map("b", Text("c"))), new(Text("long"), inner)]));
            Assert.All(written.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
            return written.Count(c => c == '\n');
        }
    }

    [Fact]
    public void JSON_escapes_no_more_than_it_must()
    {
        var node = Map("é", new ListNode([Text("<a & 'b'> \"c\" \\ \n £"), new ScalarNode("99.50", ScalarKind.Number), new ScalarNode("", ScalarKind.Null)]));
        Assert.Equal("{\"é\":[\"<a & 'b'> \\\"c\\\" \\\\ \\n £\",99.50,null]}\n", JsonText.Write(node, indented: false));
        Assert.Equal("{\n  \"é\": [\n    \"<a & 'b'> \\\"c\\\" \\\\ \\n £\",\n    99.50,\n    null\n  ]\n}\n", JsonText.Write(node));
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        Assert.Equal("a\uFFFDb\n", YamlDocument.Write(Text("a\uD800b")).Replace("\"", "", StringComparison.Ordinal));
        Assert.Equal("\"a\\uFFFDb\"\n", JsonText.Write(Text("a\uD800b")));
    }

    [Theory]
    [InlineData("abc", ScalarKind.Number)]
    [InlineData("1, 2", ScalarKind.Number)]
    [InlineData("yes", ScalarKind.Boolean)]
    public void A_node_that_contradicts_its_kind_is_not_written(string text, ScalarKind kind)
    {
        Assert.Throws<ArgumentException>(() => YamlDocument.Write(new ScalarNode(text, kind)));
        Assert.Throws<ArgumentException>(() => JsonText.Write(new ScalarNode(text, kind)));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_document()
    {
        var problems = new List<Problem>();
        foreach (var text in new[] { "\uFEFFa: 1", "\uFEFF{\"a\": 1}" })
        {
            var map = Assert.IsType<MapNode>(DocumentFile.Read(Encoding.UTF8.GetBytes(text), problems));
            Assert.Equal("a", Assert.Single(map.Entries).Key.Text);
        }
        Assert.Empty(problems);
    }

    private static ScalarNode Text(string text) => new(text, ScalarKind.Text);

    private static MapNode Map(string key, DocumentNode value) => new([new(Text(key), value)]);
}
