namespace SlaMonitor.Cli.Tests;

public sealed class TemplateVerbTests : IDisposable
{
    private static readonly string Contract = Terminal.InRepository("samples/msc-ladder/contract-2024-04.yaml");
    private static readonly string Returns = Terminal.InRepository("samples/msc-ladder/returns");
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string Workbook => Path.Combine(_folder, "return.xlsx");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_workbook_is_written_and_read_back()
    {
        Assert.Equal((ExitCode.Fine, "", ""), Seen(Terminal.Run("template", Contract, "2024-06", "-o", Workbook)));
        var check = Terminal.Run("check", Contract, Workbook);
        Assert.Equal(ExitCode.Findings, check.Code);
        Assert.Contains("return.xlsx:Return!F9: error value-missing at submittedOn", check.Out, StringComparison.Ordinal);
        Assert.Contains("\"cell\": \"F9\"", Terminal.Run("check", Contract, Workbook, "--json").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Last_months_figures_stand_beside()
    {
        var csv = Terminal.Run("template", Contract, "2024-06", "--format", "csv", "--last-month", Returns).Out;
        Assert.StartsWith("indicator,title,figure,description,unit,value,previous,comment\n", csv, StringComparison.Ordinal);
        Assert.Contains("KPI4,User satisfaction,responses,responses,number,,119,\n", csv, StringComparison.Ordinal);
        Assert.Contains(",revision,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_there_is_not_written_over()
    {
        File.WriteAllText(Workbook, "filled in");
        Assert.Equal(ExitCode.Usage, Terminal.Run("template", Contract, "2024-06", "-o", Workbook).Code);
        Assert.Equal("filled in", File.ReadAllText(Workbook));
    }

    [Theory]
    [InlineData("The last word is the Service Period", "June")]
    [InlineData("A workbook is written to a file: name it with -o.", "2024-06")]
    [InlineData("riverside-ict has no Service Period 2031-06; it has 2024-04 to 2029-03.", "2031-06", "--format", "csv")]
    public void What_cannot_be_done_is_said(string message, params string[] words)
    {
        var run = Terminal.Run(["template", Contract, .. words]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private static (int Code, string Out, string Error) Seen(Terminal run) => (run.Code, run.Out, run.Error);
}
