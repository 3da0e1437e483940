using System.Reflection;
using System.Text;
using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Documents;

namespace SlaMonitor.Service.Tests.Formats.Documents;

/// <summary>One reproducer, or more, for every problem code of a document.</summary>
public sealed class DocumentProblemsTests
{
    private static readonly string Brackets = new('[', DocumentLimits.Depth + 1);

    public static TheoryData<string, string, string, int, int, string, string> Reproducers => new()
    {
        { "", "document-empty", "", 1, 1, "a document", "nothing but blank lines and comments" },
        { "# only this\n", "document-empty", "", 1, 1, "a document", "nothing but blank lines and comments" },
        { "---\n", "document-empty", "", 1, 1, "a document", "nothing but blank lines and comments" },
        { "a: 1\nb: x\u0007y", "document-forbidden-character", "", 2, 5, "visible characters, spaces, tabs and line breaks", "the character U+0007" },
        { "a: 1\r\nb: \u2028", "document-forbidden-character", "", 2, 4, "visible characters, spaces, tabs and line breaks", "the character U+2028" },
        { "{\"a\": \"\\ud800\"}", "document-forbidden-character", "a", 1, 7, "whole characters", "an escape that is half a surrogate pair" },
        { "a:\n  b: c: d\n", "yaml-syntax", "a.b", 2, 7, "well-formed YAML", "While scanning a plain scalar value, found invalid mapping." },
        { "a:\n\tb: 1\n", "yaml-syntax", "a", 2, 1, "well-formed YAML", "a tab in the indentation" },
        { "a: 'x\n", "yaml-syntax", "a", 1, 4, "well-formed YAML", "While scanning a quoted scalar, found unexpected end of stream." },
        { "a: [1, 2\nb: 3\n", "yaml-syntax", "a[1]", 2, 1, "well-formed YAML", "something out of place: is what starts at 1:4 closed?" },
        { "{\n \"a\": 1,\n}", "json-syntax", "", 3, 1, "well-formed JSON", "The JSON object contains a trailing comma at the end which is not supported in this mode. Change the reader options." },
        { "{ \"a\": [1, // one\n2] }", "json-syntax", "a[1]", 1, 12, "well-formed JSON", "'/' is an invalid start of a value." },
        { "{\"é\": 01}", "json-syntax", "é", 1, 8, "well-formed JSON", "Invalid leading zero before '1'." },
        { "a:\n  - b: &x 1\n", "yaml-anchor", "a[0].b", 2, 8, "the value without an anchor", "'&x'" },
        { "a: [1, *x ]", "yaml-alias", "a[1]", 1, 8, "the value itself", "'*x'" },
        { "a: !!str 5", "yaml-tag", "a", 1, 4, "the value without a tag", "'tag:yaml.org,2002:str'" },
        { "a: 1\n---\nb: 2\n", "yaml-several-documents", "", 2, 1, "one document", "a second one" },
        { "a:\n  [b]: 1\n", "yaml-key-not-scalar", "a", 2, 3, "a name as the key", "a list as the key" },
        { "a: {{ b: 1 }: 2}", "yaml-key-not-scalar", "a", 1, 5, "a name as the key", "a map as the key" },
        { "x:\n- b: 1\n  c: 2\n  'b': 3\n", "document-duplicate-key", "x[0].b", 4, 3, "every key once", "'b' again, first on line 2" },
        { "{\"a\": 1,\n \"a\": 2}", "document-duplicate-key", "a", 2, 2, "every key once", "'a' again, first on line 1" },
        { Brackets, "document-too-deep", string.Concat(Enumerable.Repeat("[0]", 64)), 1, 65, "at most 64 maps and lists inside one another", "one more" },
        { "[\"\"," + Brackets, "document-too-deep", "[1]" + string.Concat(Enumerable.Repeat("[0]", 63)), 1, 68, "at most 64 maps and lists inside one another", "one more" },
    };

    [Theory]
    [MemberData(nameof(Reproducers))]
    public void A_problem_says_where_it_is_and_what_was_expected(
        string text, string code, string path, int line, int column, string expected, string found)
    {
        var problem = Assert.Single(Problems(Encoding.UTF8.GetBytes(text)));
        Assert.Equal((code, path, line, column, expected, found),
            (problem.Code.Name, problem.Path, problem.Line, problem.Column, problem.Expected, problem.Found));
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused_where_that_shows()
    {
        var latin1 = Assert.Single(Problems(Encoding.Latin1.GetBytes("a: 1\nfee: £5")));
        Assert.Equal((DocumentProblems.NotUtf8, 2, 6, "UTF-8", "the byte 0xA3"), (latin1.Code, latin1.Line, latin1.Column, latin1.Expected, latin1.Found));
        var utf16 = Assert.Single(Problems(Encoding.Unicode.GetBytes("a: 1")));
        Assert.Equal((DocumentProblems.NotUtf8, 1, 1, "UTF-8", "what looks like UTF-16"), (utf16.Code, utf16.Line, utf16.Column, utf16.Expected, utf16.Found));
    }

    [Fact]
    public void A_file_past_the_size_limit_is_refused()
    {
        var problem = Assert.Single(Problems(new byte[DocumentLimits.Bytes + 1]));
        Assert.Equal((DocumentProblems.TooLarge, 1, 1, "at most 4194304 bytes", "4194305 bytes"),
            (problem.Code, problem.Line, problem.Column, problem.Expected, problem.Found));
    }

    [Fact]
    public void A_file_past_the_node_limit_is_refused()
    {
        var text = string.Concat(Enumerable.Repeat("- 1\n", DocumentLimits.Nodes + 1));
        var problem = Assert.Single(Problems(Encoding.UTF8.GetBytes(text)));
        Assert.Equal((DocumentProblems.TooManyNodes, "[199999]", 200_000, 3, "at most 200000 keys, values, maps and lists", "more"),
            (problem.Code, problem.Path, problem.Line, problem.Column, problem.Expected, problem.Found));
    }

    [Fact]
    public void Past_a_thousand_problems_reading_stops()
    {
        var problems = Problems(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a: 1\n", 5_000))));
        Assert.Equal(DocumentLimits.Problems + 1, problems.Count);
        var last = problems[^1];
        Assert.Equal((DocumentProblems.TooManyProblems, 1_001, 1, "fewer than 1000 problems", "more; reading stopped here"),
            (last.Code, last.Line, last.Column, last.Expected, last.Found));
    }

    [Fact]
    public void Every_code_has_its_reproducer()
    {
        string[] inTestsOfTheirOwn = ["document-not-utf8", "document-too-large", "document-too-many-nodes", "document-too-many-problems"];
        var codes = typeof(DocumentProblems).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => ((ProblemCode)field.GetValue(null)!).Name);
        var reproduced = Reproducers.Select(row => (string)row[1]).Concat(inTestsOfTheirOwn).Distinct();
        Assert.Equal(codes.Order(), reproduced.Order());
    }

    private static List<Problem> Problems(byte[] bytes)
    {
        var problems = new List<Problem>();
        DocumentFile.Read(bytes, problems);
        return problems;
    }
}
