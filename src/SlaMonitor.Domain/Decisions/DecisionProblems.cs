namespace SlaMonitor.Domain.Decisions;

/// <summary>Everything that can be wrong with decisions, beyond their form. Names are stable. What parts a part-accepted
/// relief may adjust, and when an option may be exercised, are told by the codes of returns and contracts.</summary>
public static class DecisionProblems
{
    public static readonly ProblemCode OtherContract = Error("decision-of-other-contract", "A decision changes the results of its own contract only.");
    public static readonly ProblemCode NoSuchPeriod = Error("decision-of-no-period", "Results belong to a Service Period of the contract.");
    public static readonly ProblemCode NoSuchResult = Error("decision-of-no-result", "Where an indicator does not apply there is no result to relieve or dispute.");
    public static readonly ProblemCode PartsOfComposite = Error("parts-of-composite", "A composite has no parts of its own to adjust: relieve the indicators it is made from.");
    public static readonly ProblemCode Contradicts = Error("decisions-contradict", "Of decisions that cannot both stand, nobody can tell which counts.");
    public static readonly ProblemCode NoSuchOption = Error("no-such-option", "Only an option the contract gives can be exercised.");
    public static readonly ProblemCode RecordedBefore = Error("recorded-before-it-happened", "What has not happened yet cannot be recorded.");
    public static readonly ProblemCode NoSuchMilestone = Error("no-such-milestone", "Only what the contract file names as a milestone can be done as one.");
    public static readonly ProblemCode TerminationOutsideTerm = Error("termination-outside-term", "A contract ends early after notice is given and no later than it ends anyway; options lengthen it.");
    public static readonly ProblemCode TerminationNotAllowed = Error("termination-not-allowed", "Without a default or an agreement a contract ends early as its own terms allow, or not at all.");
    public static readonly ProblemCode TriggerNotReached = Error("withheld-without-trigger", "Charges may be withheld for an Unacceptable KPI Failure and for nothing less.");
    public static readonly ProblemCode NoCredits = Error("credit-of-no-regime", "Where a contract has no Service Credits there is none to agree, deduct or waive.");
    public static readonly ProblemCode WithheldTooMuch = Error("withheld-too-much", "No more can be withheld than is charged.");

    private static ProblemCode Error(string name, string why) => new(name, true, why);
}
