using System.Text;

namespace SlaMonitor.Service.Tests;

public sealed class CompareFilesTests
{
    /// <summary>The version of April 2024 and the return's revision 1 have a newer text; the version of April 2025 and revision 2 are
    /// new; decisions are always added.</summary>
    [Fact]
    public void What_has_the_same_number_takes_its_place_and_all_else_is_added()
    {
        NamedFile[] files = [Terms("a", "2024-04-01"), Return("b", "2024-04", 1), Return("c", "2024-05", 1), Decisions("d")];
        NamedFile[] with = [Terms("a2", "2024-04-01"), Terms("e", "2025-04-01"), Return("b2", "2024-04", 1), Return("f", "2024-05", 2), Decisions("g")];
        Assert.Equal(["c.csv", "d.yaml", "a2.yaml", "e.yaml", "b2.csv", "f.csv", "g.yaml"], CompareFiles.Overlaid(files, with).Select(f => f.Name));
    }

    [Fact]
    public void A_first_return_may_leave_its_revision_out()
    {
        var unnumbered = new NamedFile("b.json", """{ "contract": "x", "period": "2024-04" }"""u8.ToArray());
        Assert.Equal(["b.csv"], CompareFiles.Overlaid([unnumbered], [Return("b", "2024-04", 1)]).Select(f => f.Name));
    }

    [Fact]
    public void What_cannot_be_made_out_is_never_replaced() =>
        Assert.Equal(2, CompareFiles.Overlaid([new("a.yaml", "contract: ["u8.ToArray())], [new("b.yaml", "contract: ["u8.ToArray())]).Count);

    private static NamedFile Terms(string name, string day) => new($"{name}.yaml", Encoding.UTF8.GetBytes($"contract: x\neffectiveFrom: {day}\n"));

    private static NamedFile Return(string name, string period, int revision) =>
        new($"{name}.csv", Encoding.UTF8.GetBytes($"indicator,figure,value\n,contract,x\n,period,{period}\n,revision,{revision}\n"));

    private static NamedFile Decisions(string name) => new($"{name}.yaml", "contract: x\ndecisions: []\n"u8.ToArray());
}
