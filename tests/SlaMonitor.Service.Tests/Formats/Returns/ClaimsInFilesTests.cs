namespace SlaMonitor.Service.Tests.Formats.Returns;

/// <summary>Every stated figure is recomputed from its parts, at the precision stated.</summary>
public sealed class ClaimsInFilesTests
{
    /// <summary>Rows; then what the parts give, and what is said of the stated figure.
    /// 143 / 148 = 96.6216 %; (143 - 5) / 143 = 96.5035 %; 2 / 3 = 66.6667 %.
    /// May has 31 x 1,440 = 44,640 minutes: less 60, 44,580 / 44,640 = 99.8656 %; of 30 days, 43,140 / 43,200 = 99.8611 %.
    /// 480 minutes of maintenance are permitted: (44,640 - 480 - 60) / (44,640 - 480) = 99.8641 %; as downtime too,
    /// (44,640 - 540) / 44,640 = 98.7903 %.</summary>
    public static TheoryData<string[], string, string> Mismatches => new()
    {
        { ["KPI2,all but,5", "KPI2,to,143", "KPI2,stated,96.62"], "96.50 % from its parts", "96.62 %; that is 143 / (143 + 5)" },
        { ["KPI2,all but,5", "KPI2,to,143", "KPI2,stated,0.9650"], "96.5035 % from its parts", "0.9650 %; that is (143 - 5) / 143 as a fraction of 1, which in per cent is 96.50" },
        { ["KPI2,all but,5", "KPI2,to,143", "KPI2,stated,0.9662"], "96.5035 % from its parts", "0.9662 %; that is 143 / (143 + 5) as a fraction of 1, which in per cent is 96.62" },
        { ["KPI1,of,2", "KPI1,to,3", "KPI1,stated,66.66"], "66.67 % from its parts", "66.66 %; that is 2 / 3, cut off after 2 decimals instead of rounded" },
        { ["KPI1,of,2", "KPI1,to,3", "KPI1,stated,66.6 %"], "66.67 % from its parts", "66.6 %; that is 2 / 3, cut off after 1 decimal instead of rounded" },
        { ["KPI3,downtime,60", "KPI3,stated,99.861"], "99.866 % from its parts", "99.861 %; that is (43200 - 60) / 43200, a month of 30 days" },
        { ["KPI3,downtime,60", "KPI3,maintenance,480", "KPI3,stated,98.79"], "99.86 % from its parts", "98.79 %; that is (44640 - 540) / 44640, all maintenance as downtime" },
        { ["KPI1,of,90", "KPI1,to,100", "KPI1,stated,99.99"], "90.00 % from its parts", "99.99 %; no other reading of the parts gives it either" },
        { ["KPI1,of,90", "KPI1,to,100", "KPI1,stated,1"], "90.00 % from its parts", "1 %; no other reading of the parts gives it either" },
        { ["PI1,total,45", "PI1,responses,10", "PI1,stated,4.86"], "4.50 points from its parts", "4.86 points; no other reading of the parts gives it either" },
        { ["PI5,answer,no", "PI5,stated,yes"], "no from its parts", "yes; no other reading of the parts gives it either" },
        { ["PI6,of,9,Housing", "PI6,to,10,Housing", "PI6,of,8,Planning", "PI6,to,10,Planning", "PI6,stated,90"], "85.00 % from its parts", "90 %; no other reading of the parts gives it either" },
    };

    public static TheoryData<string[]> Agreements => new()
    {
        { ["KPI2,all but,5", "KPI2,to,143", "KPI2,stated,97 %"] },
        { ["KPI2,all but,5", "KPI2,to,143", "KPI2,stated,96.5%"] },
        { ["KPI2,all but,5", "KPI2,to,143", "KPI2,stated,96.503"] },
        { ["KPI3,downtime,60", "KPI3,maintenance,480", "KPI3,stated,99.864"] },
        { ["PI2,count,1234", "PI2,stated,1234"] },
        { ["PI5,answer,YES", "PI5,stated,Yes"] },
    };

    [Theory]
    [MemberData(nameof(Mismatches))]
    public void A_stated_figure_that_its_parts_do_not_give_is_a_warning_at_its_cell(string[] rows, string expected, string found)
    {
        var problem = Assert.Single(Riverside.Problems(Riverside.Csv(rows)));
        Assert.Equal(("claim-mismatch", 5 + rows.Length, 3, expected, found), (problem.Code.Name, problem.Line, problem.Column, problem.Expected, problem.Found));
        Assert.False(problem.IsError);
    }

    [Theory]
    [MemberData(nameof(Agreements))]
    public void A_stated_figure_that_agrees_at_the_precision_stated_is_no_finding(string[] rows) => Assert.Empty(Riverside.Problems(Riverside.Csv(rows)));
}
