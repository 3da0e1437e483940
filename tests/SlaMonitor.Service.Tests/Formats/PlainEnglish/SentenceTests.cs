using SlaMonitor.Service.Tests.Formats.ContractFiles;

namespace SlaMonitor.Service.Tests.Formats.PlainEnglish;

/// <summary>Sentences that are easily got wrong. What they must say follows from the contract text above each.</summary>
public sealed class SentenceTests
{
    private const string Title = "title: Requests\n";

    private const string CountedMeasure = "    kind: information only\n    measure:\n      count: requests received\n";

    private static readonly string[] Terms = ["Term and options", "Service Periods and working days", "Returns"];

    /// <summary>One indicator: what the file says of it, and what the reader is told.</summary>
    public static TheoryData<string, string> Indicators => new()
    {
        {
            "kind: KPI, better: lower, unit: hours, measure: { stated: hours to fix }, ladder: { target: { upTo: 1 }, minor: { upTo: 2, points: 1 }, belowThreshold: { points: 5 } }",
            "1 hour or less is on target; more than 1 hour and up to and including 2 hours is a Minor KPI Failure and costs 1 Service Point; anything higher counts as below the KPI Service Threshold and costs 5."
        },
        {
            "kind: KPI, better: higher, unit: of 5, measure: { mean: { of: scores, lowest: 1, highest: 5 } }, ladder: { target: { from: 4.5 }, failed: {} }",
            "It is given as a mark out of 5, shown to 2 decimal places; higher is better.\n4.5 out of 5 or more is on target;"
        },
        {
            "kind: KPI, better: nearestTo, measure: { stated: spend }, ladder: { nearestTo: 100, target: { within: 2 }, minor: { within: 5, points: 1 }, failed: { points: 2 } }",
            "From 98 % to 102 %, both included, is on target; further away, but still from 95 % to 105 %, is a Minor KPI Failure and costs 1 Service Point; anything further away misses the target and costs 2."
        },
        {
            "kind: KPI, better: higher, measure: { stated: share }, ladder: { target: { from: 90 }, minor: { from: 80 }, failed: { points: 2 } }",
            "90 % or more is on target; from 80 % up to but not including 90 % is a Minor KPI Failure but costs no Service Points; anything lower misses the target and costs 2 Service Points."
        },
        {
            "kind: KPI, better: higher, measure: { stated: share }, ladder: { target: { from: 90 }, failed: {} }",
            "90 % or more is on target; anything lower misses the target. None of this costs Service Points. Levels are compared exactly, without rounding, however they are shown."
        },
        {
            "kind: KPI, measure: { yesNo: Done? }, ladder: { target: { from: yes }, failed: { points: 1 } }",
            "Yes is on target; no misses the target and costs 1 Service Point."
        },
        {
            "kind: KPI, better: lower, measure: { yesNo: Any data lost? }, ladder: { target: { upTo: no }, failed: { points: 3 } }",
            "No is on target; yes misses the target and costs 3 Service Points."
        },
        {
            "kind: KPI, better: higher, unit: calls, decimals: 0, measure: { count: calls }, ladder: { target: { from: 12000 }, failed: { points: 1000 } }",
            "12,000 calls or more is on target; anything lower misses the target and costs 1,000 Service Points."
        },
        {
            "kind: KPI, better: higher, roundBeforeComparison: { decimals: 1 }, measure: { stated: share }, ladder: { target: { from: 99 }, failed: {} }",
            "Before it is compared, a level is rounded to 1 decimal place, halves away from zero: 98.95 % counts as 99 %."
        },
        {
            "kind: KPI, better: higher, roundBeforeComparison: { decimals: 0, mode: down }, measure: { stated: share }, ladder: { target: { from: 99 }, failed: {} }",
            "a level is rounded to the nearest whole number, towards zero: 98.5 % counts as 98 %."
        },
        {
            "kind: KPI, better: lower, roundBeforeComparison: { decimals: 1 }, unit: hours, measure: { stated: hours }, ladder: { target: { upTo: 4 }, failed: {} }",
            "a level is rounded to 1 decimal place, halves away from zero: 4.05 hours counts as 4.1 hours."
        },
        {
            "kind: KPI, better: lower, measure: { ratio: { of: complaints, to: visits } }, lowVolume: { under: 20, allow: 1 }, ladder: { target: { upTo: 5 }, failed: {} }",
            "With fewer than 20 “visits” in a Service Period the level does not decide: only 1 of them may fail if the target is to be met. A case fails here where it counts towards the level."
        },
        {
            "kind: KPI, better: higher, measure: { stated: share }, trajectory: { milestones: [{ by: 2024-12-31, target: 100 }] }",
            "The target moves with the date: 100 % or more by 31 December 2024. A Service Period is judged by the target of its last day. A Service Period that ends before 31 December 2024 has no target and is not scored; after 31 December 2024 the target stays where it is. Missing the target costs no Service Points."
        },
        {
            "kind: information only, unit: requests, measure: { stock: requests open }",
            "It is the number of “requests open” there are on the last day of the Service Period. It is given in requests, shown to the nearest whole number; neither more nor less of it is better.\nIt has no target and is never scored."
        },
        {
            "kind: subsidiary PI, better: higher, measure: { availability: {} }, ladder: { target: { from: 99.9 }, failed: {} }",
            "all those of the Service Period, around the clock, as the contract file names no service hours; 1 to 30 April 2024 has 43,200. The contract file allows for no maintenance, so all of it counts as downtime."
        },
    };

    /// <summary>A part of a contract's frame put otherwise, and what the reader is told.</summary>
    public static TheoryData<string, string, string> Frames => new()
    {
        { "initial: 1 year", "initial: 1 year, extensions: [{ length: 6 months, exercised: 2025-01-31 }]", "The client has one option to extend it. It adds 6 months, to 30 September 2025, and was exercised on 31 January 2025.\nEvery option has been exercised: the contract ends on 30 September 2025." },
        { "initial: 1 year", "initial: 1 year, extensions: [6 months]", "The contract file does not say how much notice an option needs; SLA Monitor then takes the last day of the term, 31 March 2025, as the last day on which it can be exercised." },
        { "initial: 1 year", "initial: 1 year, extensions: [6 months], noticeToExtend: 1 month", "Counted back from the end date, 31 March 2025, that is Friday 28 February 2025. That is a working day; otherwise it would move back to the working day before. The last safe day to give notice is Friday 28 February 2025." },
        { "initial: 1 year", "initial: 1 year, extensions: [6 months], noticeToExtend: { length: 90 days, onNonWorkingDay: stands }", "that is Tuesday 31 December 2024. Whether that is a working day makes no difference. The last safe day" },
        { "initial: 1 year", "initial: 1 year, extensions: [6 months], noticeToExtend: 89 days", "that is Wednesday 1 January 2025. That is no working day (New Year's Day), so the day moves back to the working day before. The last safe day to give notice is Tuesday 31 December 2024." },
        { "initial: 1 year", "initial: 20 years, extensions: [6 months], noticeToExtend: 3 months", "The last safe day to give notice cannot be told, as the bank holidays are known for 2012 to 2028 only." },
        { "start: 2024-04-01", "start: 2024-04", "The contract starts in April 2024. Its initial term of 1 year ends on 31 March 2025, that day included.\nThe start is known to the month only. SLA Monitor reckons from its first day, 1 April 2024; days that follow" },
        { "initial: 1 year", "end: 2026-02", "Its initial term ends in February 2026.\nThe end is known to the month only. SLA Monitor reckons to its last day, 28 February 2026; days that follow" },
        { "workingDays: scotland", "workingDays: scotland\nservicePeriods: { every: 3 months, anchorMonth: 4 }", "Service Periods of three months, beginning on the 1st of January, April, July and October. The first under these terms is 1 April to 30 June 2024; the last of the term is 1 January to 31 March 2025." },
        { "workingDays: scotland", "workingDays: scotland\nservicePeriods: { anchorDay: 31 }", "Service Periods of one month, each beginning on the 31st (the last day of a month that has no such day). The first under these terms is 1 to 29 April 2024, a part period of 29 instead of 30 days;" },
        { "due: 1 month", "due: 10 working days", "due 10 working days after the end of each Service Period. For the first, 1 to 30 April 2024, that is Wednesday 15 May 2024." },
        { "whenMissing: notScored", "whenMissing: worstRung", "While a return is overdue, every indicator with a target fails at its worst level. Nothing else being stated for a single figure that a return leaves out, the same goes for it." },
    };

    [Theory]
    [MemberData(nameof(Indicators))]
    public void An_indicator_is_told_as_it_is_meant(string stated, string told)
    {
        var contract = ContractTexts.Smallest.With($"    {Title}{CountedMeasure}", "").With("  V1:\n", $"  V1: {{ title: Requests, {stated} }}\n");
        Assert.Contains(told, Explanation.Of(contract, "V1: Requests"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Frames))]
    public void The_frame_of_a_contract_is_told_as_it_is_meant(string part, string otherwise, string told)
    {
        var contract = ContractTexts.Smallest.With(part, otherwise);
        Assert.Contains(told, string.Join('\n', Terms.Select(heading => Explanation.Of(contract, heading))), StringComparison.Ordinal);
    }

    /// <summary>412,350.67 x 0.5 % = 2,061.75335, rounded once to 2,061.75; 15 % of it is 61,852.6005, of which a credit
    /// that stays within the cap can be 61,852.60; and 15 / 0.5 = 30 points.</summary>
    [Fact]
    public void Money_is_worked_out_exactly_and_rounded_once()
    {
        var credits = Explanation.Of(ContractTexts.Everything, "Service Credits");
        Assert.Contains("One Service Point is worth £2,061.75 a month at the fixed charge of £412,350.67 (0.5 % of it is £2,061.75335).", credits, StringComparison.Ordinal);
        Assert.Contains("at most 15 % of the charges of its own Service Period, which is £61,852.60 at the fixed charge. It is reached at 30 Service Points.", credits, StringComparison.Ordinal);
    }

    /// <summary>1 + 2 x 4 + 2 x 4 = 17.</summary>
    [Fact]
    public void The_repeat_rule_is_worked_out() => Assert.Contains(
        "KPI1 failing once at its mildest cost (1 Service Point) and twice more at its worst (4) costs 1 + 2 x 4 + 2 x 4 = 17 Service Points over the three.",
        Explanation.Of(ContractTexts.Everything, "Service Points"), StringComparison.Ordinal);
}
