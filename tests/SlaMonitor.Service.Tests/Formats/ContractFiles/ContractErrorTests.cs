using System.Reflection;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Tests.Formats.ContractFiles;

/// <summary>One mistake in a contract file without any, for every problem code. A change is "what the file says => what it
/// says instead", one a line, with ⏎ for a line break; ▸ stands before what the finding must point at.</summary>
public sealed class ContractErrorTests
{
    private const string Mark = "▸";

    private const string WeightedMean = "combine: { weightedMean: { weights: { KPI2: 60, PI1: 40 }, scales: { KPI2: [80, 95], PI1: [3, 5] }, whenPartMissing: renormalise } }";

    private const string Kpi2Ladder = "ladder: { target: { from: 95 % }, failed: { points: 2 } }";

    private const string Kpi2Measure = "measure: { ratio: { of: in time, to: all } }";

    /// <summary>Code, change, path, expected, found.</summary>
    public static TheoryData<string, string, string, string, string> Forms => new()
    {
        { "missing-key", "title: Availability⏎    kind: KPI => ▸kind: KPI", "indicators.KPI1", "'title'", "nothing" },
        { "missing-key", "{ at: 10 %, of: chargesOfLast12Months, thisPeriod: included, => ▸{ at: 10 %, of: chargesOfLast12Months,", "credits.servicePoints.caps[1]", "'thisPeriod: included' or 'excluded', as it moves the sum", "nothing" },
        { "unknown-key", "partPeriods: byDays => ▸partPeriod: byDays", "charges.partPeriod", "'partPeriods'", "'partPeriod'" },
        { "unknown-key", "holidays: closed => ▸Holidays: closed", "calendars.core.Holidays", "'holidays'", "'Holidays'" },
        { "unknown-key", "calendar: core => ▸opening: core", "indicators.KPI1.measure.availability.opening", "one of: calendar, permittedMaintenance, maintenanceWindow, partialOutages", "'opening'" },
        { "unknown-key", "perPeriod: 1000 => perPeriod: 1,▸000.00", "charges.000.00", "figures without separators, as a comma begins the next entry", "'000.00'" },
        { "unknown-key", "of: chargesOfPeriod => of: ▸chargesOfPeriod, thisPeriod: included", "credits.servicePoints.caps[0].of", "chargesOfLast12Months beside 'thisPeriod' or 'firstYear'", "chargesOfPeriod" },
        { "choose-one", "{ at: 10 %, of: chargesOfLast12Months, => ▸{ at: 10 %, of: chargesOfLast12Months, estimated: 5,", "credits.servicePoints.caps[1]", "either 'estimated', or 'thisPeriod' and 'firstYear'", "both" },
        { "choose-one", "workingDays: england-and-wales => milestones: { Review: ▸{ length: 3 months, on: 2025-04-01 } }⏎workingDays: england-and-wales", "milestones.Review", "either 'on', or 'length' with 'before' or 'after'", "length, on" },
        { "wrong-kind", "extensions: [1 year, 1 year] => extensions: ▸1 year", "term.extensions", "a list: [in brackets], or each item on a line of its own after a dash", "'1 year'" },
        { "wrong-kind", "target: { from: 99.5 % } => target: ▸99.5 %", "indicators.KPI1.ladder.target", "a map with some of: from, upTo, within, below, above, points; {} for none", "'99.5 %'" },
        { "wrong-kind", "measure: { mean: { of: answers, lowest: 1, highest: 5 } } => measure: { mean: ▸answers }", "indicators.PI1.measure.mean", "a map with 'of', 'lowest', 'highest'", "'answers'" },
        { "wrong-kind", "weights: { KPI2: 60, PI1: 40 } => weights: ▸[KPI2, PI1]", "indicators.C1.combine.weightedMean.weights", "a map: names, each followed by a colon and what it stands for", "a list" },
        { "wrong-kind", "client: A council => client: ▸~", "client", "a line of text, up to 500 characters", "nothing" },
        { "bad-value", "initial: 2 years => initial: ▸24", "term.initial", "a length of up to 100 years, such as 5 years, 12 weeks or 10 working days", "'24'" },
        { "bad-value", "due: 10 working days => due: ▸9999 years", "returns.due", "a length of up to 100 years, such as 5 years, 12 weeks or 10 working days", "'9999 years'" },
        { "bad-value", "effectiveFrom: 2024-04-01 => effectiveFrom: ▸1 April 2024", "effectiveFrom", "a day, such as 2024-04-01: perhaps 2024-04-01 (in a spreadsheet, format the cell as text)", "'1 April 2024'" },
        { "bad-value", "perPeriod: 1000 => perPeriod: ▸£1000", "charges.perPeriod", "pounds and pence without separators, such as 412350.67: perhaps 1000", "'£1000'" },
        { "bad-value", "perPoint: 0.5 % => perPoint: ▸0.5", "credits.servicePoints.perPoint", "a rate, such as 0.5 %", "'0.5'" },
        { "bad-value", "failures: 2 => failures: ▸1.5", "triggers.persistentFailure.failures", "a whole number from 1 to 1000", "'1.5'" },
        { "bad-value", "contract: base => contract: ▸Base Contract", "contract", "a code of lower-case letters, digits and hyphens, such as riverside-ict", "'Base Contract'" },
        { "bad-value", "workingDays: england-and-wales => workingDays: ▸england", "workingDays", "england-and-wales, scotland, northern-ireland, uk-union", "'england'" },
        { "not-one-of", "kind: subsidiary PI => kind: ▸subsidary PI", "indicators.PI1.kind", "KPI, subsidiary PI, information only, composite", "'subsidary PI'" },
        { "not-one-of", "whenMissing: worstRung => whenMissing: worstRung, nothingToReport: ▸no", "returns.nothingToReport", "taken, refused", "'no'" },
        { "not-one-of", "holidays: closed => holidays: ▸shut", "calendars.core.holidays", "closed, open", "'shut'" },
        { "not-one-of", "persistentFailure: { failures: 2, within: 12 periods } => criticalPerformanceFailure: { capMet: ▸yes }", "triggers.criticalPerformanceFailure.capMet", "true, false", "'yes'" },
        { "choose-one", "measure: { ratio: { of: in time, to: all } } => measure: ▸{ ratio: { of: in time, to: all }, count: all }", "indicators.KPI2.measure", "one of: ratio, availability, mean, average, percentile, count, stock, stated, yesNo", "ratio, count" },
        { "choose-one", "triggers: => creditHolidays: [▸{ from: 2024-05-01, points: none }]⏎triggers:", "creditHolidays[0]", "either 'first', or 'from' and 'to'", "from" },
        { "choose-one", "measure: { ratio: { of: in time, to: all } } => measure: ▸{}", "indicators.KPI2.measure", "one of: ratio, availability, mean, average, percentile, count, stock, stated, yesNo", "an empty map" },
        { "choose-one", "availability: { calendar: core } => ▸uptime: { calendar: core }", "indicators.KPI1.measure.uptime", "one of: ratio, availability, mean, average, percentile, count, stock, stated, yesNo", "'uptime'" },
        { "choose-one", "ratio: { of: in time, to: all } => ratio: ▸{ to: all }", "indicators.KPI2.measure.ratio", "either 'of' or 'allBut'", "neither" },
        { "choose-one", "title: Satisfaction => title: Satisfaction⏎    measurementPeriod: { ▸taken: pooled }", "indicators.PI1.measurementPeriod.taken", "one of: every, rolling", "'taken'" },
        { "choose-one", "charges: { perPeriod: 1000, => charges: ▸{ perPeriod: 1000, from: return,", "charges", "either 'perPeriod' or 'from: return'", "both" },
        { "empty-list", "extensions: [1 year, 1 year] => extensions: ▸[]", "term.extensions", "at least one item, or leave the key out", "none" },
        { "empty-list", "scales: { KPI2: [80, 95], PI1: [3, 5] } => scales: ▸{}", "indicators.C1.combine.weightedMean.scales", "at least one entry, or leave the key out", "none" },
        { "choose-one", "credits: => credits:⏎  Uptime: ▸{ clause: cl 4 }", "credits.Uptime", "one of: tierTable, amountAtRisk, pointLadder, linear, perEvent, lateDays", "none" },
        { "choose-one", "credits: => credits:⏎  together: ▸{ rounding: up }\nperPoint: 0.5 % => perPoint: 0.5 %⏎    rounding: down", "credits.together", "either 'rounding' here or under 'servicePoints'", "both" },
        { "bad-value", "credits: => credits:⏎  Uptime: { tierTable: { indicator: KPI1, tiers: [{ from: 99 %, credit: 0 % }, { credit: ▸ten }] } }", "credits.Uptime.tierTable.tiers[1].credit", "a rate or pounds, such as 10 % or 250.00", "'ten'" },
        { "choose-one", "{ at: 10 %, of: chargesOfLast12Months, thisPeriod: included, firstYear: estimatedYear1Charges => ▸{ at: 10 %, of: chargesOfPeriod, estimated: 5, charges: paid", "credits.servicePoints.caps[1]", "either 'estimated' or 'charges'", "both" },
        { "empty-list", "  servicePoints:⏎    perPoint: 0.5 %⏎    caps: [{ at: 15 %, of: chargesOfPeriod }, { at: 10 %, of: chargesOfLast12Months, thisPeriod: included, firstYear: estimatedYear1Charges }] =>   ▸together: { rounding: up }", "credits", "at least one regime, such as 'servicePoints'", "none" },
        { "unknown-key", "columns: { number: Number } => columns: { ▸opend: Opened }", "tickets.incidents.columns.opend", "'opened'", "'opend'" },
        { "not-one-of", "incidents: { columns => incidents: { form: ▸serviceNow, columns", "tickets.incidents.form", "plain, serviceNowIncidents, serviceNowEventLog, serviceNowTaskSla, serviceNowOutages", "'serviceNow'" },
        { "bad-value", $"{Kpi2Measure} => {Kpi2Measure}⏎    evidence: {{ tickets: incidents, counts: resolvedInTarget, target: ▸a day }}", "indicators.KPI2.evidence.target", "how long a ticket may take, such as 90 minutes, 8 hours or 20 working days", "'a day'" },
        { "bad-value", "counts: open } => counts: openLong, olderThan: ▸a week }", "indicators.V1.evidence.olderThan", "a number of days, such as 7 days", "'a week'" },
        { "missing-key", $"{Kpi2Measure} => {Kpi2Measure}⏎    evidence: ▸{{ tickets: incidents, counts: resolvedInTarget, target: 8 hours }}", "indicators.KPI2.evidence", "'clock: aroundTheClock' or the name of service hours, as it moves the figure", "nothing" },
        { "missing-key", "evidence: { tickets: incidents, counts: open } => evidence: ▸{ tickets: incidents, counts: openLong }", "indicators.V1.evidence", "'olderThan'", "nothing" },
        { "calendar-hours-unreadable", "\"Mon-Fri 08:00-18:00\" => ▸Monday to Friday", "calendars.core.hours", "days and spans such as 'Mon-Fri 08:00-18:00', or '24x7'", "'Monday to Friday'" },
        { "calendar-span-empty", "\"Mon-Fri 08:00-18:00\" => ▸Mon 18:00-08:00", "calendars.core.hours", "a span that closes after it opens, on the same day", "Mon 18:00-08:00" },
        { "calendar-spans-overlap", "\"Mon-Fri 08:00-18:00\" => ▸Mon 08:00-12:00 11:00-18:00", "calendars.core.hours", "spans that do not overlap", "Mon 08:00-12:00 and 11:00-18:00" },
        { "calendar-closures-overlap", "holidays: closed => holidays: closed, closures: ▸[2024-12-24, 2024-12-24 12:00-18:00]", "calendars.core.closures", "each hour closed once", "2024-12-24 and 2024-12-24 12:00-18:00" },
        { "calendar-span-empty", "holidays: closed => holidays: closed, closures: ▸[2024-12-24 18:00-12:00]", "calendars.core.closures", "a closure that ends after it begins, on the same day", "2024-12-24 18:00-12:00" },
        { "bad-value", "holidays: closed => holidays: closed, closures: [▸Christmas Eve]", "calendars.core.closures[0]", "a day, or a day and hours, such as 2026-12-24 12:00-24:00", "'Christmas Eve'" },
    };

    /// <summary>Code, change, path, expected, found.</summary>
    public static TheoryData<string, string, string, string, string> Meanings => new()
    {
        { "term-length", "term: { start: 2024-04-01, initial: 2 years, => term: ▸{ start: 2024-04-01, initial: 2 years, end: 2026-03-31,", "term", "either 'initial' (a length) or 'end' (a date)", "both" },
        { "term-length", "term: { start: 2024-04-01, initial: 2 years, extensions: [1 year, 1 year], => term: ▸{ start: 2024-04-01, initial: 100 years, extensions: [1 year],", "term", "a start in the years 1900 to 2999, and at most 100 years with every option", "2024-04-01 and 101 years" },
        { "term-length", "term: { start: 2024-04-01, initial: 2 years, => term: ▸{ start: 2024-04-01, end: 9999-12-31,", "term", "a start in the years 1900 to 2999, and at most 100 years with every option", "2024-04-01 and 7977 years" },
        { "effective-outside-term", "effectiveFrom: 2024-04-01 => effectiveFrom: ▸9999-12-31", "effectiveFrom", "a day from 2024-04-01 to 2028-03-31", "9999-12-31" },
        { "end-before-start", "initial: 2 years => end: ▸2024-03-31", "term.end", "a day on or after 2024-04-01", "2024-03-31" },
        { "option-out-of-turn", "[1 year, 1 year] => [1 year, { length: 1 year, exercised: ▸2025-01-01 }]", "term.extensions[1].exercised", "earlier options exercised first", "2025-01-01" },
        { "option-exercised-late", "[1 year, 1 year] => [{ length: 1 year, exercised: ▸2026-04-01 }, 1 year]", "term.extensions[0].exercised", "a day up to 2026-03-31, the end before this option", "2026-04-01" },
        { "exercise-before-notice", "noticeToExtend: 12 weeks => noticeToExtend: 12 weeks, exerciseBy: ▸16 weeks", "term.exerciseBy", "a day from 2026-01-06 on, the last day for notice", "2025-12-09" },
        { "break-unfit", "noticeToExtend: 12 weeks => noticeToExtend: 12 weeks, earlyTermination: { notice: 3 months, onlyOn: [2025-03-31, ▸2025-03-31] }", "term.earlyTermination.onlyOn[1]", "a day from 2025-04-01 to 2028-03-30", "2025-03-31" },
        { "milestone-outside-term", "workingDays: england-and-wales => milestones: { Procurement: ▸{ length: 3 years, before: end } }⏎workingDays: england-and-wales", "milestones.Procurement", "a day from 2024-04-01 on", "2023-03-31" },
        { "lead-time-unfit", "workingDays: england-and-wales => leadTimes: { end: [1 month, ▸10 working days] }⏎workingDays: england-and-wales", "leadTimes.end[1]", "some days, weeks, months or years", "10 working days" },
        { "notice-after-end", "noticeToExtend: 12 weeks => noticeToExtend: ▸3 years", "term.noticeToExtend", "a length that fits between 2024-04-01 and 2026-03-31", "3 years, which is 2023-03-31" },
        { "effective-outside-term", "effectiveFrom: 2024-04-01 => effectiveFrom: ▸2023-04-01", "effectiveFrom", "a day from 2024-04-01 to 2028-03-31", "2023-04-01" },
        { "effective-mid-period", "effectiveFrom: 2024-04-01 => effectiveFrom: ▸2024-04-15", "effectiveFrom", "the first day of a Service Period, such as 2024-04-01 or 2024-05-01", "2024-04-15" },
        { "period-never-closes", "due: 10 working days => due: ▸13 months", "returns.due", "at most 12 months", "13 months" },
        { "period-never-closes", "whenMissing: worstRung => whenMissing: worstRung, whenFigureMissing: ▸cannotTell", "returns.whenFigureMissing", "what a missing figure means, since credits hang on it", "cannotTell" },
        { "absence-rewards", $"whenMissing: worstRung => whenMissing: ▸zero\nbetter: higher⏎    measure: {{ ratio => better: lower⏎    measure: {{ ratio\n{Kpi2Ladder} => ladder: {{ target: {{ upTo: 5 }}, failed: {{ points: 2 }} }}", "returns.whenMissing", "worstRung, notScored or cannotTell", "zero, although KPI2 is better the lower it is" },
        { "holidays-unknown", "term: { start: 2024-04-01 => term: { start: 2029-04-01\neffectiveFrom: 2024-04-01 => effectiveFrom: 2029-04-01\n, noticeToExtend: 12 weeks => \ndue: 10 working days => due: ▸10 working days", "returns.due", $"terms that take effect within {BankHolidays.Current.FirstYear} to {BankHolidays.Current.LastYear}, or days that are not working days", "10 working days from 2029-04-01 on" },
        { "unknown-holiday-version", "workingDays: england-and-wales => workingDays: england-and-wales⏎bankHolidays: { version: ▸999, reason: A newer list }", "bankHolidays.version", "one of: 1", "999" },
        { "part-period-unstated", "start: 2024-04-01 => start: 2024-03-15\n{ perPeriod: 1000, partPeriods: byDays, => ▸{ perPeriod: 1000,", "charges", "'partPeriods: whole' or 'partPeriods: byDays'", "nothing, so a part period is charged whole" },
        { "ladder-incomplete", $"{Kpi2Ladder} => ladder: ▸{{ target: {{ from: 95 % }} }}", "indicators.KPI2.ladder", "a target and at least one rung below it", "1 rung" },
        { "ladder-gap", "minor: { from: 99 %, => minor: ▸{ from: 98 %, below: 99 %,", "indicators.KPI1.ladder.minor", "an edge at 99.5, where 'target' begins", "99" },
        { "ladder-overlap", "minor: { from: 99 %, => minor: ▸{ from: 98 %, below: 99.6 %,", "indicators.KPI1.ladder.minor", "an edge at 99.5, where 'target' begins", "99.6" },
        { "rung-unreachable", "minor: { from: 99 %, => minor: ▸{ from: 99.6 %,", "indicators.KPI1.ladder.minor", "a bound worse than 99.5", "99.6" },
        { "points-too-many", "indicators:⏎  KPI1: => indicators:⏎  ▸KPI1:\nbelowThreshold: { points: 4 } => belowThreshold: { points: 10000 }\ncredits: => points: { repeat: { factor: 100 } }⏎credits:", "indicators", "at most 1000000 Service Points in one Service Period, repeats included", "up to 1000200" },
        { "points-not-rising", "belowThreshold: { points: 4 } => belowThreshold: ▸{ points: 0 }", "indicators.KPI1.ladder.belowThreshold", "at least 1 point, as 'minor' has", "0" },
        { "bound-direction", "target: { from: 99.5 % } => target: ▸{ upTo: 99.5 % }", "indicators.KPI1.ladder.target", "'from' (and 'below'), as higher is better", "'upTo'" },
        { "bound-off-scale", "target: { from: 95 % } => target: ▸{ from: 105 % }", "indicators.KPI2.ladder.target", "between 0 and 100", "105" },
        { "milestone-order", $"{Kpi2Ladder} => trajectory: {{ failedPoints: 1, milestones: [{{ by: 2025-03-31, target: 90 }}, {{ by: ▸2024-12-31, target: 95 }}] }}", "indicators.KPI2.trajectory.milestones[1].by", "a day after 2025-03-31", "2024-12-31" },
        { "ladder-and-trajectory", $"{Kpi2Ladder} => {Kpi2Ladder}⏎    trajectory: ▸{{ milestones: [{{ by: 2025-03-31, target: 90 }}] }}", "indicators.KPI2.trajectory", "either 'ladder' or 'trajectory'", "both" },
        { "level-unit", "measure: { mean: => ladder: { target: { from: ▸4.5 % }, failed: {} }⏎    measure: { mean:", "indicators.PI1.ladder.target.from", "a level in points", "4.5 %" },
        { "level-unit", "    unit: points⏎    measure: { mean: =>     ladder: { target: { from: ▸4.5 % }, failed: {} }⏎    measure: { mean:", "indicators.PI1.ladder.target.from", "a level without %, or 'unit' with what levels are counted in", "4.5 %" },
        { "no-source", "title: Incidents in time => ▸title: Incidents in time\n    measure: { ratio: { of: in time, to: all } }⏎ => ", "indicators.KPI2", "either 'measure' or 'combine'", "neither" },
        { "no-target", $"title: Incidents in time => ▸title: Incidents in time\n    {Kpi2Ladder}⏎ => ", "indicators.KPI2", "'ladder' or 'trajectory'", "neither" },
        { "no-polarity", "title: Incidents in time => ▸title: Incidents in time\nbetter: higher⏎    measure: { ratio => measure: { ratio", "indicators.KPI2", "'better' beside a target", "none" },
        { "kind-mismatch", "kind: composite => kind: ▸subsidiary PI", "indicators.C1.kind", "composite beside 'combine'", "subsidiary PI" },
        { "points-on-pi", $"in time⏎    kind: KPI => in time⏎    kind: subsidiary PI\n{Kpi2Ladder} => ladder: ▸{{ target: {{ from: 95 % }}, failed: {{ points: 2 }} }}", "indicators.KPI2.ladder", "no points", "subsidiary PI with points" },
        { "kpi-without-points", "in time⏎    kind: KPI => in time⏎    kind: ▸KPI\nfailed: { points: 2 } => failed: {}", "indicators.KPI2.kind", "points on its failures, or subsidiary PI", "a KPI without points" },
        { "retired-before-introduced", "title: Satisfaction => title: Satisfaction⏎    introduced: 2025-04-01⏎    retired: ▸2025-03-31", "indicators.PI1.retired", "a day on or after 2025-04-01", "2025-03-31" },
        { "unknown-calendar", "calendar: core => calendar: ▸day", "indicators.KPI1.measure.availability.calendar", "one of: core", "day" },
        { "unknown-calendar", "calendar: core => calendar: core, maintenanceWindow: ▸night", "indicators.KPI1.measure.availability.maintenanceWindow", "one of: core", "night" },
        { "no-share", "credits: => wholes: { Spend: ▸[PI1] }⏎credits:", "wholes.Spend", "indicators measured in %", "PI1 in points" },
        { "tolerance-without-cases", "title: Availability => title: Availability⏎    populationTolerance: ▸20 %", "indicators.KPI1.populationTolerance", "'measure' by ratio, mean or average", "another source" },
        { "low-volume-without-ratio", "title: Satisfaction => title: Satisfaction⏎    lowVolume: ▸{ under: 40, allow: 2 }", "indicators.PI1.lowVolume", "'measure: ratio'", "another source" },
        { "breakdown-of-whole", "title: Availability => title: Availability⏎    breakdown: ▸{ by: site }", "indicators.KPI1.breakdown", "'measure' by ratio, mean, average, count or stock", "another source" },
        { "measurement-period-unfit", "title: Satisfaction => title: Satisfaction⏎    measurementPeriod: { every: { length: ▸1 month, taken: pooled } }", "indicators.PI1.measurementPeriod.every.length", "a multiple of 1 month, the length of a Service Period", "1 month" },
        { "measurement-period-unfit", "title: Satisfaction => title: Satisfaction⏎    measurementPeriod: { rolling: { over: ▸1 period, untilFull: notScored, taken: pooled } }", "indicators.PI1.measurementPeriod.rolling.over", "2 periods or more", "1 period" },
        { "measurement-period-unfit", "title: Health => title: Health⏎    measurementPeriod: ▸{ every: { length: 3 months, taken: averaged } }", "indicators.C1.measurementPeriod", "'measure' beside it; a composite is combined in every Service Period", "'combine'" },
        { "taken-unfit", "title: Satisfaction => title: Satisfaction⏎    measurementPeriod: { rolling: { over: 3 periods, untilFull: notScored, taken: ▸reportedAtEnd } }", "indicators.PI1.measurementPeriod.rolling.taken", "'pooled' or 'averaged' for a rolling Measurement Period", "reportedAtEnd" },
        { "taken-unfit", "title: Availability => title: Availability⏎    measurementPeriod: { every: { length: 3 months, taken: ▸reportedAtEnd } }", "indicators.KPI1.measurementPeriod.every.taken", "'pooled' or 'averaged', as minutes are those of each Service Period", "reportedAtEnd" },
        { "example-shape", "title: Availability => title: Availability⏎    measurementPeriod: { every: { length: 3 months, taken: pooled } }\nlevels: { KPI1: [99.2 => levels: { KPI1: ▸[99.2", "examples[0].given.levels.KPI1", "levels of an indicator that is not pooled", "levels without the parts that are pooled" },
        { "unknown-indicator", "weightedMean: { weights: { KPI2: 60, PI1: 40 } => weightedMean: ▸{ weights: { KPI2: 60, PI9: 40 }", "indicators.C1.combine.weightedMean", "the code of an indicator", "PI9" },
        { "unknown-indicator", "levels: { KPI1: [99.2, 99.2] } => levels: { KPI1: [99.2, 99.2], PI9: ▸[1, 2] }", "examples[0].given.levels.PI9", "the code of an indicator", "PI9" },
        { "circular-composite", "weightedMean: { weights: { KPI2: 60, PI1: 40 } => weightedMean: ▸{ weights: { KPI2: 60, C1: 40 }", "indicators.C1.combine.weightedMean", "parts that do not lead back here", "C1 -> C1" },
        { "weights-not-100", "weights: { KPI2: 60 => weights: ▸{ KPI2: 50", "indicators.C1.combine.weightedMean.weights", "weights that add up to 100", "90" },
        { "scale-flat", "PI1: [3, 5] => PI1: ▸[5, 5]", "indicators.C1.combine.weightedMean.scales.PI1", "a worst and a best level that differ", "[5, 5]" },
        { "scale-missing", "scales: { KPI2: [80, 95], PI1: [3, 5] } => scales: ▸{ KPI2: [80, 95] }", "indicators.C1.combine.weightedMean.scales", "a scale for PI1", "none" },
        { "part-without-target", $"{WeightedMean} => combine: {{ gate: ▸{{ critical: [PI1], whenPartMissing: zero }} }}", "indicators.C1.combine.gate", "parts with a target", "PI1" },
        { "pooled-without-ratio", $"{WeightedMean} => combine: {{ pooledRate: {{ of: ▸[KPI1], whenPartMissing: renormalise }} }}", "indicators.C1.combine.pooledRate.of", "indicators measured by 'ratio'", "KPI1" },
        { "weight-not-counted", $"{WeightedMean} => combine: {{ volumeWeightedMean: {{ weights: {{ KPI2: ▸PI1 }}, whenPartMissing: noResult }} }}", "indicators.C1.combine.volumeWeightedMean.weights.KPI2", "an indicator measured by 'count' or 'stock', or the part itself", "PI1" },
        { "pooled-zero", $"{WeightedMean} => combine: {{ pooledRate: ▸{{ of: [KPI2], whenPartMissing: zero }} }}", "indicators.C1.combine.pooledRate", "'renormalise' or 'noResult' for a missing part", "zero" },
        { "distance-unbounded", $"{WeightedMean} => combine: {{ distanceToTarget: {{ weights: {{ KPI2: 100 }}, capped: ▸false, whenPartMissing: zero }} }}\ntitle: Incidents in time⏎    kind: KPI⏎    better: higher => title: Incidents in time⏎    kind: KPI⏎    better: lower\n{Kpi2Ladder} => ladder: {{ target: {{ upTo: 5 % }}, failed: {{ points: 2 }} }}", "indicators.C1.combine.distanceToTarget.capped", "true, as KPI2 is better the lower it is", "false" },
        { "scores-not-falling", $"{WeightedMean} => combine: {{ bandScore: {{ of: [KPI2], scores: {{ target: 1, failed: ▸2 }}, taken: sum, whenPartMissing: zero }} }}", "indicators.C1.combine.bandScore.scores.failed", "at most 1, as 'target' scores", "2" },
        { "change-unit", $"unit: points⏎    {WeightedMean} => unit: \"%\"⏎    combine: {{ change: ▸{{ of: KPI2, since: 1 period }} }}", "indicators.C1.combine.change", "'unit: percentage points', as the level that changes is in %", "%" },
        { "scale-missing", $"{WeightedMean} => combine: {{ worstLevel: ▸{{ of: [KPI2, PI1], whenPartMissing: zero }} }}", "indicators.C1.combine.worstLevel", "parts of one unit, all better higher or all lower; or 'worstOf' with scales", "KPI2 in %, PI1 in points" },
        { "code-missing", "  C1:⏎    title: Health =>   PI4:⏎    ▸title: Health", "indicators.PI4", "PI2 to PI3", "PI4 after PI1" },
        { "too-many-needed", $"{WeightedMean} => combine: {{ kOfN: {{ atLeast: ▸3, of: [KPI1, KPI2], whenPartMissing: zero }} }}", "indicators.C1.combine.kOfN.atLeast", "between 1 and 2", "3" },
        { "cap-below-smallest-credit", "at: 15 % => at: ▸0.4 %", "credits.servicePoints.caps[0].at", "at least 0.5 %, the credit of the mildest failure", "0.4 %" },
        { "cap-over-whole", "at: 15 % => at: ▸150 %", "credits.servicePoints.caps[0].at", "at most 100 %", "150 %" },
        { "cap-of-nothing", "thisPeriod: included, firstYear: estimatedYear1Charges => thisPeriod: ▸excluded, firstYear: chargesToDate", "credits.servicePoints.caps[1].thisPeriod", "this period's charges, or estimated charges in the first year", "charges to date without this period" },
        { "estimate-missing", ", estimatedFirstYear: 12000 => \nfirstYear: estimatedYear1Charges => firstYear: ▸estimatedYear1Charges", "credits.servicePoints.caps[1].firstYear", "'estimatedFirstYear' under charges", "none" },
        { "rolling-base-unknown", "effectiveFrom: 2024-04-01 => effectiveFrom: 2024-05-01\nof: chargesOfLast12Months => of: ▸chargesOfLast12Months", "credits.servicePoints.caps[1].of", "terms and charges from 2024-04-01 on", "terms from 2024-05-01" },
        { "credits-without-points", "99 %, points: 1 } => 99 % }\nbelowThreshold: { points: 4 } => belowThreshold: {}\nfailed: { points: 2 } => failed: {}\npoints: { KPI1: [1, 1] } => rungs: { KPI1: [minor, minor] }\nperPoint: 0.5 % => ▸perPoint: 0.5 %", "credits.servicePoints", "points on some rung", "none" },
        { "unknown-indicator", "credits: => credits:⏎  Uptime: { tierTable: ▸{ indicator: KPI9, tiers: [{ from: 99 %, credit: 0 % }, { credit: 10 % }] } }", "credits.Uptime.tierTable", "the code of an indicator", "KPI9" },
        { "steps-incomplete", "credits: => credits:⏎  Uptime: { tierTable: { indicator: KPI1, tiers: ▸[{ from: 99 %, credit: 0 % }, { from: 95 %, credit: 10 % }] } }", "credits.Uptime.tierTable.tiers", "at least two tiers, the last without a bound", "a bound on the last" },
        { "steps-out-of-order", "credits: => credits:⏎  Uptime: { tierTable: { indicator: KPI1, tiers: [{ from: 99 %, credit: 0 % }, ▸{ from: 99 %, credit: 10 % }, { credit: 25 % }] } }", "credits.Uptime.tierTable.tiers[1]", "a bound below 99", "99" },
        { "credit-not-rising", "credits: => credits:⏎  Uptime: { tierTable: { indicator: KPI1, tiers: [{ from: 99 %, credit: 10 % }, { credit: ▸5 % }] } }", "credits.Uptime.tierTable.tiers[1].credit", "at least 10 %, as the tier before has", "5 %" },
        { "events-not-counted", "credits: => credits:⏎  Events: { perEvent: { indicator: ▸KPI2, each: 10, withoutCount: 10 } }", "credits.Events.perEvent.indicator", "an indicator measured by 'count' or 'stock'", "KPI2" },
        { "vat-over-whole", "credits: => credits:⏎  together: { vat: { rate: ▸175 %, rounding: down } }", "credits.together.vat.rate", "at most 100 %", "175 %" },
        { "uplift-without-failure", "credits: => credits:⏎  Late: { lateDays: { perDay: 10, days: all, atMost: 5 }, repeatUplift: ▸[150 %] }", "credits.Late.repeatUplift", "a rule about an indicator with a target", "lateDays" },
        { "credit-holiday-idle", "triggers: => creditHolidays: [▸{ from: 2024-05-02, to: 2024-05-31, points: accrue }]⏎triggers:", "creditHolidays[0]", "the first day of a Service Period in it", "2024-05-02 to 2024-05-31" },
        { "credit-holiday-mid-period", "triggers: => creditHolidays: [{ from: 2024-05-01, to: ▸2024-06-15, points: none }]⏎triggers:", "creditHolidays[0].to", "the last day of a Service Period, such as 2024-06-30", "2024-06-15" },
        { "earn-back-unfit", "perPoint: 0.5 % => perPoint: 0.5 %⏎    earnBack: { levels: { KPI1: ▸99 % }, sustained: 3 periods, share: 50 %, usedCap: stays }", "credits.servicePoints.earnBack.levels.KPI1", "a level no worse than the target, 99.5 %", "99 %" },
        { "earn-back-unfit", "perPoint: 0.5 % => perPoint: 0.5 %⏎    earnBack: { levels: { KPI1: 99.9 % }, sustained: 3 periods, within: ▸2 periods, share: 50 %, usedCap: stays }", "credits.servicePoints.earnBack.within", "at least 3 periods, as that many are to be sustained", "2 periods" },
        { "trigger-unreachable", "failures: 2 => failures: ▸13", "triggers.persistentFailure.failures", "between 1 and 12", "13" },
        { "evidence-unfit", "counts: open } => counts: ▸opened }", "indicators.V1.evidence.counts", "one of: open, openLong, openOverdue", "opened" },
        { "evidence-unfit", "measure: { mean: { of: answers, lowest: 1, highest: 5 } } => measure: { mean: { of: answers, lowest: 1, highest: 5 } }⏎    evidence: ▸{ tickets: incidents, counts: escalated }", "indicators.PI1.evidence", "a ratio, count, stock, average, percentile or availability", "mean" },
        { "evidence-unfit", "kind: composite => kind: composite⏎    evidence: ▸{ tickets: incidents, counts: escalated }", "indicators.C1.evidence", "'measure' beside it", "'combine'" },
        { "evidence-unfit", $"{Kpi2Measure} => {Kpi2Measure}⏎    evidence: ▸{{ tickets: incidents, counts: resolvedInTarget }}", "indicators.KPI2.evidence.target", "how long a ticket may take", "nothing" },
        { "evidence-unfit", $"{Kpi2Measure} => {Kpi2Measure}⏎    evidence: {{ tickets: incidents, counts: escalated, target: ▸20 working days }}", "indicators.KPI2.evidence.target", "no target, as 'escalated' has none", "a target" },
        { "evidence-unfit", $"{Kpi2Measure} => {Kpi2Measure}⏎    evidence: {{ tickets: incidents, counts: escalated, belongsTo: ▸due }}", "indicators.KPI2.evidence.belongsTo", "due only beside a target", "due" },
        { "evidence-unfit", "counts: open } => counts: open, belongsTo: ▸opened }", "indicators.V1.evidence.belongsTo", "nothing, as 'open' names its moment itself", "opened" },
        { "evidence-unfit", "counts: open } => counts: open, holds: ▸counted }", "indicators.V1.evidence.holds", "nothing, as no time is reckoned", "counted" },
        { "evidence-unfit", "counts: open } => counts: open, clock: ▸core }", "indicators.V1.evidence.clock", "no clock, as nothing is timed by one", "a clock" },
        { "evidence-unfit", "counts: open } => counts: open, moreThan: ▸2 times }", "indicators.V1.evidence.moreThan", "moreThan only beside 'reassigned'", "open" },
        { "evidence-unfit", $"{Kpi2Measure} => {Kpi2Measure}⏎    evidence: {{ tickets: incidents, counts: resolvedInTarget, target: {{ P1: 4 hours, others: 8 hours }}, clock: ▸{{ P1: core }} }}", "indicators.KPI2.evidence.clock", "a clock for the others", "P1" },
        { "evidence-unfit", $"{Kpi2Measure} => {Kpi2Measure}⏎    evidence: {{ tickets: incidents, counts: resolvedInTarget, target: {{ P1: 4 hours }}, clock: ▸{{ P1: core, P2: core }} }}", "indicators.KPI2.evidence.clock", "a target for every priority that has a clock", "P2" },
        { "evidence-unfit", "measure: { stock: incidents }⏎    evidence: { tickets: incidents, counts: open } => unit: ▸weeks⏎    measure: { average: { of: weeks, cases: incidents } }⏎    evidence: { tickets: incidents, counts: timeToResolve, clock: core }", "indicators.V1.unit", "one of: minutes, hours, days", "weeks" },
        { "evidence-unfit", "measure: { stock: incidents } => breakdown: ▸{ by: site }⏎    measure: { stock: incidents }", "indicators.V1.breakdown", "figures for the whole beside 'evidence'", "a breakdown" },
        { "unknown-extract", "counts: open } => counts: open }⏎  V2:⏎    title: Requests open⏎    kind: information only⏎    measure: { stock: requests }⏎    evidence: { tickets: ▸requests, counts: open }", "indicators.V2.evidence.tickets", "one of: incidents", "requests" },
        { "extract-idle", "tickets: { incidents: => tickets: { requests: ▸{ form: plain }, incidents:", "tickets.requests", "an indicator counted from it", "none" },
        { "ticket-column-missing", "columns: { number: Number } => columns: ▸{ opened: none }", "tickets.incidents.columns", "the column of 'opened'", "none" },
        { "ticket-column-missing", "columns: { number: Number } => columns: { resolved: none }\nevidence: { tickets: incidents, counts: open } => evidence: ▸{ tickets: incidents, counts: open }", "indicators.V1.evidence", "'resolved' among the columns of 'incidents'", "none" },
        { "needs-event-log", "counts: open } => counts: open, reopened: ▸resumes }", "indicators.V1.evidence.reopened", "runsOn, or an extract with a row for each update", "resumes" },
        { "needs-event-log", "counts: open } => counts: open, priorityTaken: ▸atOpening }", "indicators.V1.evidence.priorityTaken", "last, or an extract with a row for each update", "atOpening" },
        { "unknown-priority", "columns: { number: Number } => priorities: { P1: [High], P2: [Low] }\nevidence: { tickets: incidents, counts: open } => evidence: ▸{ tickets: incidents, counts: open, where: { priority: [P3] } }", "indicators.V1.evidence", "one of: P1, P2", "P3" },
        { "ticket-word-twice", "columns: { number: Number } => priorities: ▸{ P1: [High], P2: [Low, High] }", "tickets.incidents.priorities", "each word under one priority", "'High' 2 times" },
        { "ticket-word-twice", "columns: { number: Number } => states: ▸{ open: [New, resolved] }", "tickets.incidents.states", "each word under one state", "'resolved' under open, resolved" },
        { "times-unreadable", "columns: { number: Number } => times: ▸dd/MM/yy HH:mm", "tickets.incidents.times", "yyyy, MM, dd, HH and mm once each, with ss if wanted, such as yyyy-MM-dd HH:mm:ss", "dd/MM/yy HH:mm" },
        { "unknown-calendar", $"{Kpi2Measure} => {Kpi2Measure}⏎    evidence: {{ tickets: incidents, counts: resolvedInTarget, target: 8 hours, clock: ▸night }}", "indicators.KPI2.evidence.clock", "one of: core", "night" },
        { "example-shape", "points: { KPI1: [1, 1] } => points: { KPI1: ▸[1] }", "examples[0].expect.points.KPI1", "2 figures", "1" },
        { "example-fails", "points: { KPI1: [1, 1] } => points: { KPI1: [1, ▸2] }", "examples[0].expect.points.KPI1[1]", "2", "1" },
    };

    [Fact]
    public void The_file_that_is_changed_has_no_problem() => Assert.Empty(ContractTexts.InWords(ContractTexts.Read(ContractTexts.ErrorBase).Problems));

    [Theory]
    [MemberData(nameof(Forms))]
    [MemberData(nameof(Meanings))]
    public void A_mistake_is_found_where_it_stands(string code, string change, string path, string expected, string found)
    {
        var (text, line, column) = Changed(change);
        var problems = ContractTexts.Read(text).Problems;
        var said = problems.Where(p => p.Code.Name == code).Select(p => (p.Path, p.Line, p.Column, p.Expected, p.Found));
        Assert.Equal([(path, line, column, expected, found)], said);
        Assert.DoesNotContain(problems, p => p.IsError && p.Code.Name != code);
    }

    [Fact]
    public void Every_code_of_form_has_its_reproducer() => Assert.Equal(
        Codes(typeof(ShapeProblems)),
        Forms.Select(row => (string)row[0]).Where(code => !code.StartsWith("calendar-", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));

    /// <summary>There is no second version of the bank holidays yet that could be adopted with no more wrong than that.</summary>
    [Fact]
    public void Another_version_of_the_bank_holidays_needs_a_reason()
    {
        var (text, line, column) = Changed("workingDays: england-and-wales => workingDays: england-and-wales⏎bankHolidays: ▸{ version: 999 }");
        var problem = Assert.Single(ContractTexts.Read(text).Problems, p => p.Code == ContractProblems.AdoptionWithoutReason);
        Assert.Equal((line, column, "a reason for leaving version 1", "version 999 without one"), (problem.Line, problem.Column, problem.Expected, problem.Found));
    }

    /// <summary>What two versions of a contract can contradict each other in is no mistake within one file.</summary>
    [Fact]
    public void Every_code_of_meaning_has_its_reproducer() => Assert.Equal(
        Codes(typeof(ContractProblems)).Except(["different-contract", "same-effective-date", "periods-changed", "adoption-without-reason"]),
        Meanings.Select(row => (string)row[0]).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<string> Codes(Type of) => of.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => ((ProblemCode)field.GetValue(null)!).Name).Order(StringComparer.Ordinal);

    /// <summary>The file with the change made, and where its mark stood.</summary>
    internal static (string Text, int Line, int Column) Changed(string changes)
    {
        var marked = ContractTexts.ErrorBase;
        foreach (var change in changes.Split('\n').Select(c => c.Replace('⏎', '\n').Split(" => ")))
            marked = marked.With(change[0], change[1]);
        var before = marked[..marked.IndexOf(Mark, StringComparison.Ordinal)].Split('\n');
        return (marked.Replace(Mark, "", StringComparison.Ordinal), before.Length, before[^1].Length + 1);
    }
}
