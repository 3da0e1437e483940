using SlaMonitor.Service.Tests.Formats.ContractFiles;

namespace SlaMonitor.Service.Tests.Formats.PlainEnglish;

/// <summary>Whatever a contract file can state shows in its plain English: another statement, another text.</summary>
public sealed class EveryFactTests
{
    /// <summary>By fact: what the file says, and what it might say instead.</summary>
    public static TheoryData<string, string, string> Facts => new()
    {
        { "ContractDraft.Code", "contract: riverside-ict", "contract: other" },
        { "ContractDraft.Title", "title: ICT managed services", "title: Other services" },
        { "ContractDraft.Client", "client: Riverside Council", "client: Another council" },
        { "ContractDraft.Supplier", "supplier: Example Systems Ltd", "supplier: Another supplier" },
        { "ContractDraft.Source", "Illustration, made up", "An illustration, made up" },
        { "ContractDraft.EffectiveFrom", "effectiveFrom: 2024-04-16", "effectiveFrom: 2024-05-16" },
        { "ContractDraft.Zone", "zone: Europe/London", "zone: Europe/Dublin" },
        { "ContractDraft.WorkingDays", "workingDays: england-and-wales", "workingDays: scotland" },
        { "HolidayAdoption.Reason", "reason: The list at hand", "reason: Another list" },
        { "LocalTimeRule.Gap", "gap: later", "gap: refuse" },
        { "LocalTimeRule.Overlap", "overlap: earlier", "overlap: later" },
        { "Officer.Role", "role: teamMailbox", "role: deputy" },
        { "Officer.Name", "name: A. Sample, ", "" },
        { "Officer.Email", "email: ict@riverside.example", "email: it@riverside.example" },
        { "ContractTerm.Start", "start: 2021-04-01", "start: 2021-04-02" },
        { "ContractTerm.Initial", "initial: 5 years", "initial: 6 years" },
        { "ContractTerm.End", "initial: 5 years", "end: 2026-03" },
        { "Extension.Length", "    - 1 year\n", "    - 2 years\n" },
        { "Extension.Exercised", ", exercised: 2025-06-30", "" },
        { "Notice.Length", "length: 12 weeks", "length: 13 weeks" },
        { "Notice.Counting", "counting: clearDays", "counting: backFromEnd" },
        { "Notice.DeemedReceived", "deemedReceived: 2 working days", "deemedReceived: 3 working days" },
        { "Notice.OnNonWorkingDay", "onNonWorkingDay: rollBack", "onNonWorkingDay: stands" },
        { "ServicePeriods.Months", "every: 1 month", "every: 3 months" },
        { "ServicePeriods.AnchorMonth", "{ every: 1 month, anchorMonth: 1,", "{ every: 3 months, anchorMonth: 4," },
        { "ServicePeriods.AnchorDay", "anchorDay: 16", "anchorDay: 1" },
        { "ContractCalendar.Name", "always: { hours", "ever: { hours" },
        { "ContractCalendar.Hours", "Sat 09:00-13:00", "Sat 09:00-12:00" },
        { "ContractCalendar.ClosedOnHolidays", "holidays: closed", "holidays: open" },
        { "ReturnTerms.Due", "returns: { due: 10 working days", "returns: { due: 11 working days" },
        { "ReturnTerms.WhenMissing", "whenMissing: worstRung", "whenMissing: zero" },
        { "ReturnTerms.WhenFigureMissing", "whenFigureMissing: notScored", "whenFigureMissing: worstRung" },
        { "ReturnTerms.Clause", "clause: Sch 2.2 para 7", "clause: Sch 2.2 para 8" },
        { "Fixed.PerPeriod", "perPeriod: 412350.67", "perPeriod: 412350.68" },
        { "Fixed.PartPeriods", "partPeriods: byDays", "partPeriods: whole" },
        { "FromReturn", "perPeriod: 412350.67, partPeriods: byDays", "from: return" },
        { "Charges.EstimatedFirstYear", "estimatedFirstYear: 4800000", "estimatedFirstYear: 4800001" },
        { "Indicator.Code", "  V1:\n", "  V9:\n" },
        { "Indicator.Title", "title: Requests outstanding", "title: Requests open" },
        { "Indicator.Kind", "title: Incidents\n    kind: information only", "title: Incidents\n    kind: subsidiary PI" },
        { "Indicator.Clause", "clause: Annex 1 para 4", "clause: Annex 1 para 5" },
        { "Indicator.Group", "group: Customers", "group: Staff" },
        { "Indicator.Introduced", "introduced: 2021-04-01", "introduced: 2022-04-01" },
        { "Indicator.Retired", "retired: 2026-03-31", "retired: 2026-04-30" },
        { "Indicator.Better", "kind: composite\n    better: higher\n    combine:\n      shareMet", "kind: composite\n    better: lower\n    combine:\n      shareMet" },
        { "Indicator.Unit", "unit: requests", "unit: letters" },
        { "Indicator.Decimals", "decimals: 2\n", "decimals: 1\n" },
        { "Indicator.WhenNoActivity", "whenNoActivity: met", "whenNoActivity: notScored" },
        { "ComparisonRounding.Decimals", "{ decimals: 1, mode", "{ decimals: 2, mode" },
        { "ComparisonRounding.Mode", "mode: halfAwayFromZero", "mode: halfToEven" },
        { "MeasurementPeriod.Taken", "anchorMonth: 1, taken: pooled", "anchorMonth: 1, taken: averaged" },
        { "Every.Months", "length: 6 months, anchorMonth", "length: 3 months, anchorMonth" },
        { "Every.AnchorMonth", "length: 6 months, anchorMonth: 1, taken", "length: 6 months, taken" },
        { "Rolling.Periods", "over: 6 periods", "over: 5 periods" },
        { "Rolling.UntilFull", "untilFull: withWhatThereIs", "untilFull: notScored" },
        { "LowVolume.Under", "under: 40", "under: 41" },
        { "LowVolume.Allow", "allow: 2", "allow: 0" },
        { "Breakdown.By", "by: department", "by: region" },
        { "Breakdown.Members", ", members: [Housing, Education]", "" },
        { "Ladder.Best", "nearestTo: 100", "nearestTo: 99" },
        { "Rung.Name", "severe: { from: 96 %, points: 3 }\n      belowThreshold: { points: 4 }", "belowThreshold: { from: 96 %, points: 3 }\n      failed: { points: 4 }" },
        { "Rung.Bound", "serious: { from: 98 %", "serious: { from: 97.5 %" },
        { "Rung.Points", "belowThreshold: { points: 4 }", "belowThreshold: { points: 5 }" },
        { "Trajectory.Between", "between: linear", "between: step" },
        { "Trajectory.FailedPoints", "failedPoints: 1", "failedPoints: 2" },
        { "Milestone.By", "by: 2025-03-31", "by: 2025-03-30" },
        { "Milestone.Target", "target: 98 %", "target: 99 %" },
        { "RatioOfCounts.Of", "of: incidents resolved in 8", "of: incidents closed in 8" },
        { "RatioOfCounts.AllBut", "allBut: failed changes", "allBut: changes undone" },
        { "RatioOfCounts.To", "to: changes ", "to: all changes " },
        { "Availability.Calendar", "calendar: core, ", "" },
        { "Availability.PermittedMaintenanceMinutes", "permittedMaintenance: 8 hours", "permittedMaintenance: 90 minutes" },
        { "MeanOfScale.Of", "of: satisfaction scores", "of: answers" },
        { "MeanOfScale.Lowest", "lowest: 1", "lowest: 0" },
        { "MeanOfScale.Highest", "highest: 5", "highest: 10" },
        { "Count.Of", "count: incidents reported", "count: incidents noted" },
        { "Stock.Of", "stock: requests outstanding", "stock: requests open" },
        { "StatedValue.Of", "stated: days to answer an enquiry", "stated: days to answer" },
        { "YesNo.Question", "Was the recovery plan tested?", "Was the plan tested?" },
        { "WeightedMean.Weights", "{ KPI2: 60, PI1: 40 }", "{ KPI2: 50, PI1: 50 }" },
        { "WeightedMean.Missing", "KPI2: [80, 95], PI1: [3.5, 4.75] }\n        whenPartMissing: renormalise", "KPI2: [80, 95], PI1: [3.5, 4.75] }\n        whenPartMissing: zero" },
        { "WorstOf.Missing", "PI2: [10, 1] }\n        whenPartMissing: zero", "PI2: [10, 1] }\n        whenPartMissing: noResult" },
        { "MinMax.Worst", "KPI2: [80, 95]", "KPI2: [81, 95]" },
        { "MinMax.Best", "KPI2: [80, 95]", "KPI2: [80, 96]" },
        { "Gate.Critical", "critical: [KPI1, PI4]", "critical: [KPI1]" },
        { "Gate.Missing", "whenPartMissing: noResult", "whenPartMissing: zero" },
        { "KOfN.AtLeast", "atLeast: 2", "atLeast: 3" },
        { "KOfN.Of", "atLeast: 2, of: [KPI1, KPI2, KPI3]", "atLeast: 2, of: [KPI1, KPI2, PI1]" },
        { "KOfN.Missing", "KPI3], whenPartMissing: zero", "KPI3], whenPartMissing: renormalise" },
        { "ShareMet.Of", "shareMet: { of: [KPI1, KPI2, PI1] }", "shareMet: { of: [KPI1, KPI2] }" },
        { "PooledRate.Of", "pooledRate: { of: [KPI2, KPI3]", "pooledRate: { of: [KPI3, KPI2]" },
        { "PooledRate.Missing", "[KPI2, KPI3], whenPartMissing: renormalise", "[KPI2, KPI3], whenPartMissing: noResult" },
        { "PointsTerms.Clause", "clause: Sch 2.2 Part A para 3", "clause: Sch 2.2 Part A para 4" },
        { "RepeatRule.Factor", "factor: 2", "factor: 3" },
        { "RepeatRule.WhenNotScored", "whenNotScored: bridges", "whenNotScored: breaks" },
        { "ServiceCreditRegime.PerPoint", "perPoint: 0.5 %", "perPoint: 0.4 %" },
        { "ServiceCreditRegime.Rounding", "rounding: halfAwayFromZero", "rounding: down" },
        { "ServiceCreditRegime.Clause", "clause: Sch 2.2 Part B para 1", "clause: Sch 2.2 Part B para 9" },
        { "Cap.At", "at: 15 %", "at: 14 %" },
        { "Cap.Clause", "clause: Sch 2.2 Part B para 2", "clause: Sch 2.2 Part B para 9" },
        { "OfPeriod", "of: chargesOfPeriod", "of: chargesOfLast12Months, thisPeriod: included, firstYear: chargesToDate" },
        { "OfLast12Months.ThisPeriod", "thisPeriod: included", "thisPeriod: excluded" },
        { "OfLast12Months.FirstYear", "firstYear: estimatedYear1Charges", "firstYear: chargesToDate" },
        { "CriticalPerformanceFailure.Points", "{ points: 30, within", "{ points: 31, within" },
        { "CriticalPerformanceFailure.WithinPeriods", "within: 3 periods", "within: 4 periods" },
        { "CriticalPerformanceFailure.CapMet", ", capMet: true", "" },
        { "Trigger.Clause", "clause: cl 27", "clause: cl 28" },
        { "RectificationPlan.From", "from: serious", "from: severe" },
        { "RectificationPlan.Due", "rectificationPlan: { from: serious, due: 10", "rectificationPlan: { from: serious, due: 9" },
        { "UnacceptableKpiFailure.MoreThan", "moreThan: 50 %", "moreThan: 40 %" },
        { "PersistentFailure.Failures", "failures: 2", "failures: 3" },
        { "PersistentFailure.WithinPeriods", "within: 12 periods", "within: 9 periods" },
        { "WorkedExample.Title", "title: Repeat failures", "title: Failures in a row" },
        { "WorkedExample.Given", "levels: { KPI1: [98.5, 96.5, 96.5] }", "levels: { KPI1: [98.5, 96.5, 96.4] }" },
        { "WorkedExample.Charges", "charges: [100000]", "charges: [100000.01]" },
        { "WorkedExample.Points", "      points: { KPI1: [2] }\n", "" },
        { "WorkedExample.Payable", "      payable: [1000.00]\n", "" },
        { "WorkedExample.Rungs", "      rungs: { KPI1: [serious, severe, severe] }\n", "" },
    };

    [Theory]
    [MemberData(nameof(Facts))]
    public void Another_statement_gives_another_text(string fact, string part, string otherwise)
    {
        var before = fact.StartsWith("WorkedExample", StringComparison.Ordinal) ? ContractTexts.Everything : WithoutExamples(ContractTexts.Everything);
        Assert.NotEqual(Explanation.Of(before), Explanation.Of(before.With(part, otherwise)));
    }

    [Fact]
    public void Every_fact_that_terms_can_state_is_among_them() =>
        Assert.Equal(StatedFacts.All(), Facts.Select(row => (string)row[0]).Concat(FollowFromOthers).Order(StringComparer.Ordinal));

    /// <summary>An outer edge can only repeat where the better rung begins, a target is better the way its indicator is, and
    /// of the bank holidays there is one version so far, which every text names.</summary>
    private static IEnumerable<string> FollowFromOthers => ["HolidayAdoption.Version", "Ladder.Better", "Rung.OuterEdge", "Trajectory.Better"];

    private static string WithoutExamples(string text) => text[..text.IndexOf("examples:", StringComparison.Ordinal)];
}
