namespace SlaMonitor.Domain.Contracts;

/// <summary>Everything that can be wrong with a contract's terms, beyond their form. Names are stable.</summary>
public static class ContractProblems
{
    public static readonly ProblemCode TermLength = Error("term-length", "The end of the term must follow from the file.");
    public static readonly ProblemCode EndBeforeStart = Error("end-before-start", "A contract cannot end before it starts.");
    public static readonly ProblemCode OptionOutOfTurn = Error("option-out-of-turn", "An option can only follow the ones before it.");
    public static readonly ProblemCode OptionExercisedLate = Error("option-exercised-late", "An option dies with the term it would have extended.");
    public static readonly ProblemCode NoticeAfterEnd = Error("notice-after-end", "Notice that could only be given before the term starts, or after it ends, can never be given in time.");
    public static readonly ProblemCode EffectiveOutsideTerm = Error("effective-outside-term", "Terms take effect during the term or at its start.");
    public static readonly ProblemCode EffectiveMidPeriod = Warning("effective-mid-period", "A Service Period is judged by the terms in force on its first day, so these begin with the next one.");
    public static readonly ProblemCode NeverCloses = Error("period-never-closes", "A return due more than a year later, or whose absence means nothing, leaves results and credits open for ever.");
    public static readonly ProblemCode AbsenceRewards = Error("absence-rewards", "Where lower is better, a missing figure that counts as zero would be the best of all.");
    public static readonly ProblemCode ExerciseBeforeNotice = Warning("exercise-before-notice", "Notice of an option is given before it is exercised, or with it.");
    public static readonly ProblemCode BreakUnfit = Error("break-unfit", "A break ends the term early, on a day that the contract allows, and break dates follow one another.");
    public static readonly ProblemCode MilestoneOutsideTerm = Warning("milestone-outside-term", "What is due before the contract begins was due before anybody was told.");
    public static readonly ProblemCode LeadTimeUnfit = Error("lead-time-unfit", "A lead time is some days, weeks, months or years, so that it can always be told, and is given once.");
    public static readonly ProblemCode HolidaysUnknown = Warning("holidays-unknown", "Working days can only be counted in years whose bank holidays are known.");
    public static readonly ProblemCode UnknownHolidayVersion = Error("unknown-holiday-version", "Days can only be counted by a version of the bank holidays that there is.");
    public static readonly ProblemCode AdoptionWithoutReason = Error("adoption-without-reason", "Another version of the bank holidays moves due dates and results, so the file says why it was adopted.");
    public static readonly ProblemCode PartPeriodUnstated = Warning("part-period-unstated", "The charge of a part period moves its credits, so the contract should state it.");

    public static readonly ProblemCode LadderIncomplete = Error("ladder-incomplete", "Without a target and a failure nothing can be judged.");
    public static readonly ProblemCode LadderGap = Error("ladder-gap", "A level in the gap would land on no rung.");
    public static readonly ProblemCode LadderOverlap = Error("ladder-overlap", "A level in the overlap would land on two rungs.");
    public static readonly ProblemCode RungUnreachable = Error("rung-unreachable", "No level can ever land on this rung.");
    public static readonly ProblemCode PointsNotRising = Error("points-not-rising", "A worse level must never cost less than a better one.");
    public static readonly ProblemCode PointsTooMany = Error("points-too-many", "So many points are a slip of the pen, and their sums would overflow.");
    public static readonly ProblemCode BoundDirection = Error("bound-direction", "A floor belongs to higher-is-better, a ceiling to lower-is-better, a distance to nearest-to.");
    public static readonly ProblemCode BoundOffScale = Error("bound-off-scale", "A bound outside what the measure can reach is a rung that never matters.");
    public static readonly ProblemCode MilestoneOrder = Error("milestone-order", "Milestones follow one another in time.");
    public static readonly ProblemCode LadderAndTrajectory = Error("ladder-and-trajectory", "Two targets for one indicator would give two results.");
    public static readonly ProblemCode LevelUnit = Error("level-unit", "A level must be in the indicator's own unit.");

    public static readonly ProblemCode NoSource = Error("no-source", "A KPI without a data source can never be measured.");
    public static readonly ProblemCode NoTarget = Error("no-target", "A KPI without a target can be neither met nor failed.");
    public static readonly ProblemCode NoPolarity = Error("no-polarity", "Without knowing which way is better no level can be judged.");
    public static readonly ProblemCode KindMismatch = Error("kind-mismatch", "KPIs and Subsidiary PIs are measured, composites are combined.");
    public static readonly ProblemCode PointsOnPi = Error("points-on-pi", "A Subsidiary PI or an information figure never costs points by itself.");
    public static readonly ProblemCode KpiWithoutPoints = Warning("kpi-without-points", "What tells a KPI from a Subsidiary PI is its Service Points.");
    public static readonly ProblemCode RetiredBeforeIntroduced = Error("retired-before-introduced", "An indicator that ends before it begins never applies.");
    public static readonly ProblemCode UnknownCalendar = Error("unknown-calendar", "An availability must name service hours that the contract defines.");
    public static readonly ProblemCode LowVolumeWithoutRatio = Error("low-volume-without-ratio", "Only a ratio of counts has cases to count instead.");

    public static readonly ProblemCode BreakdownOfWhole = Error("breakdown-of-whole", "Only counts add up over the parts of a breakdown; minutes of one service and single answers do not.");

    public static readonly ProblemCode NoShare = Error("no-share", "Only shares in per cent can make up a whole.");
    public static readonly ProblemCode ToleranceWithoutCases = Error("tolerance-without-cases", "Only a measure that counts its cases has a number of them to compare.");

    public static readonly ProblemCode MeasurementPeriodUnfit = Error("measurement-period-unfit", "A Measurement Period is made of several whole Service Periods of a measured indicator.");
    public static readonly ProblemCode TakenUnfit = Error("taken-unfit", "Only what adds up can be pooled, only levels have a mean, and only the end of a fixed period can report the whole.");

    public static readonly ProblemCode CodeMissing = Warning("code-missing", "A gap in numbered codes may be an indicator that was left out of the file.");
    public static readonly ProblemCode UnknownIndicator = Error("unknown-indicator", "A name that no indicator has would be left out of the reckoning.");
    public static readonly ProblemCode CircularComposite = Error("circular-composite", "A composite that leads back to itself has no value.");
    public static readonly ProblemCode WeightsNotWhole = Error("weights-not-100", "Weights that do not add up to 100 hide or invent performance.");
    public static readonly ProblemCode ScaleFlat = Error("scale-flat", "A scale whose worst and best are the same cannot tell levels apart.");
    public static readonly ProblemCode ScaleMissing = Error("scale-missing", "Levels in different units can only be combined on a common scale.");
    public static readonly ProblemCode PartWithoutTarget = Error("part-without-target", "A part that is neither met nor failed cannot be counted.");
    public static readonly ProblemCode DistanceUnbounded = Error("distance-unbounded", "A level of zero where lower is better, or a target of zero, is no distance from anything.");
    public static readonly ProblemCode ScoresNotFalling = Error("scores-not-falling", "A worse rung must never score more than a better one.");
    public static readonly ProblemCode ChangeUnit = Error("change-unit", "A change of a percentage is in percentage points, any other in per cent; the one is not the other.");
    public static readonly ProblemCode WeightNotCounted = Error("weight-not-counted", "Only what is counted in the same Service Period can weigh a level.");
    public static readonly ProblemCode PooledWithoutRatio = Error("pooled-without-ratio", "Only ratios of counts can be pooled.");
    public static readonly ProblemCode PooledZero = Error("pooled-zero", "How many cases a missing part would have had nobody knows, so none of them can count as failed.");
    public static readonly ProblemCode TooManyNeeded = Error("too-many-needed", "More parts are needed than there are, so this can never be met.");

    public static readonly ProblemCode CapBelowSmallestCredit = Error("cap-below-smallest-credit", "A cap lower than one Service Point's worth leaves every failure without its credit.");
    public static readonly ProblemCode CapOverWhole = Error("cap-over-whole", "A cap of more than all charges caps nothing.");
    public static readonly ProblemCode CapOfNothing = Warning("cap-of-nothing", "Before the first Service Period there are no charges, so the cap leaves no credit in it.");
    public static readonly ProblemCode EstimateMissing = Error("estimate-missing", "The first year's cap stands on estimated charges that the file does not give.");
    public static readonly ProblemCode RollingBaseUnknown = Warning("rolling-base-unknown", "Charges and credits from before these terms are not known here, so a rolling cap's base counts only what is.");
    public static readonly ProblemCode CreditsWithoutPoints = Warning("credits-without-points", "Credits per Service Point never arise where no rung has points.");
    public static readonly ProblemCode StepsIncomplete = Error("steps-incomplete", "What lands on no step would have no credit that the contract states.");
    public static readonly ProblemCode StepsOutOfOrder = Error("steps-out-of-order", "A step out of turn can never be reached.");
    public static readonly ProblemCode CreditNotRising = Error("credit-not-rising", "A worse performance must never be credited less than a better one.");
    public static readonly ProblemCode VatOverWhole = Error("vat-over-whole", "VAT of more than the sum it is on is a slip of the pen.");
    public static readonly ProblemCode EventsNotCounted = Error("events-not-counted", "Only what is counted can cost so much for each.");
    public static readonly ProblemCode UpliftWithoutFailure = Error("uplift-without-failure", "Only the failures of an indicator with a target can follow one another.");
    public static readonly ProblemCode CreditHolidayIdle = Error("credit-holiday-idle", "A credit holiday that stops nothing is a slip of the pen.");
    public static readonly ProblemCode CreditHolidayMidPeriod = Warning("credit-holiday-mid-period", "A Service Period is in a credit holiday if its first day is, so its edges reach further, or less far, than they say.");
    public static readonly ProblemCode EarnBackUnfit = Error("earn-back-unfit", "Only a level no worse than the target, sustained for a while, earns back what its own failure cost.");
    public static readonly ProblemCode TriggerUnreachable = Error("trigger-unreachable", "A trigger that can never be reached protects nobody.");

    public static readonly ProblemCode ExampleShape = Error("example-shape", "A worked example gives one figure for each period.");
    public static readonly ProblemCode ExampleFails = Error("example-fails", "The terms as written do not give what the contract's own example says.");

    public static readonly ProblemCode EvidenceUnfit = Error("evidence-unfit", "What is asked of tickets has to be what the indicator measures.");
    public static readonly ProblemCode UnknownExtract = Error("unknown-extract", "An indicator is counted from an extract that the contract describes under 'tickets'.");
    public static readonly ProblemCode ExtractIdle = Warning("extract-idle", "An extract that no indicator is counted from would be asked for in vain.");
    public static readonly ProblemCode ColumnMissing = Error("ticket-column-missing", "What no column of the extract holds cannot be counted from it.");
    public static readonly ProblemCode NeedsEventLog = Error("needs-event-log", "How a ticket changed is known only of an extract with a row for each update.");
    public static readonly ProblemCode UnknownPriority = Error("unknown-priority", "A priority that the extract does not have selects nothing.");
    public static readonly ProblemCode WordTwice = Error("ticket-word-twice", "A word under two priorities leaves open which is meant.");
    public static readonly ProblemCode TimesUnreadable = Error("times-unreadable", "Times are read by one form, so that no day is taken for a month.");
    public static readonly ProblemCode DifferentContract = Error("different-contract", "Versions of one contract share its code.");
    public static readonly ProblemCode SameEffectiveDate = Error("same-effective-date", "Two versions cannot take effect on the same day.");
    public static readonly ProblemCode PeriodsChanged = Error("periods-changed", "Versions of one contract divide time into the same Service Periods.");

    private static ProblemCode Error(string name, string why) => new(name, true, why);

    private static ProblemCode Warning(string name, string why) => new(name, false, why);
}
