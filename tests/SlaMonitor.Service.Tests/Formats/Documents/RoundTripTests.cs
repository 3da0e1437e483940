using System.Text;
using CsCheck;
using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Documents;

namespace SlaMonitor.Service.Tests.Formats.Documents;

public sealed class RoundTripTests
{
    [Fact]
    public void YAML_reads_back_as_the_tree_it_was_written_from() => Trees.Any.Sample(tree =>
    {
        var problems = new List<Problem>();
        var text = YamlDocument.Write(tree);
        var read = YamlDocument.Read(text, problems);
        Assert.Empty(problems);
        Assert.Equal(Trees.Describe(tree), Trees.Describe(read));
        Assert.Equal(text, YamlDocument.Write(read!));
        AssertTidy(text);
    }, iter: 5_000, print: Trees.Describe);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void JSON_reads_back_as_the_tree_it_was_written_from(bool indented) => Trees.Any.Sample(tree =>
    {
        var problems = new List<Problem>();
        var text = JsonText.Write(tree, indented);
        var read = JsonText.Read(Encoding.UTF8.GetBytes(text), problems);
        Assert.Empty(problems);
        Assert.Equal(Trees.Describe(WithTextKeys(tree)), Trees.Describe(read));
        Assert.Equal(text, JsonText.Write(read!, indented));
        AssertTidy(text);
    }, iter: 2_000, print: Trees.Describe);

    [Fact]
    public void A_JSON_file_reads_the_same_as_YAML() => Trees.Any.Sample(tree =>
    {
        var problems = new List<Problem>();
        var json = JsonText.Write(tree);
        var asFile = DocumentFile.Read(Encoding.UTF8.GetBytes(json), problems);
        Assert.Empty(problems);
        Assert.Equal(Trees.Describe(WithTextKeys(tree)), Trees.Describe(asFile));
    }, iter: 1_000, print: Trees.Describe);

    private static void AssertTidy(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" \n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    /// <summary>JSON knows keys only as text.</summary>
    private static DocumentNode WithTextKeys(DocumentNode node) => node switch
    {
        MapNode map => new MapNode([.. map.Entries.Select(entry =>
            KeyValuePair.Create(entry.Key with { Kind = ScalarKind.Text }, WithTextKeys(entry.Value)))]),
        ListNode list => new ListNode([.. list.Items.Select(WithTextKeys)]),
        _ => node,
    };
}
