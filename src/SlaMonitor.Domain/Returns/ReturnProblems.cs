namespace SlaMonitor.Domain.Returns;

/// <summary>Everything that can be wrong with a return, beyond its form. Names are stable. Errors stop a return from being
/// accepted; the others are findings the supplier may confirm.</summary>
public static class ReturnProblems
{
    public static readonly ProblemCode OtherContract = Error("other-contract", "A return is checked against the contract it names.");
    public static readonly ProblemCode OtherVersion = Error("other-version", "Under other terms a figure of the same name may mean something else.");
    public static readonly ProblemCode NoSuchPeriod = Error("no-such-period", "Figures belong to a Service Period of the contract.");
    public static readonly ProblemCode PeriodNotOver = Error("period-not-over", "A period is reported when it has ended.");
    public static readonly ProblemCode RestatesLater = Error("restates-later", "A return restates periods before its own.");
    public static readonly ProblemCode RestatesTwice = Error("restates-twice", "Two restatements of one period leave open which counts.");
    public static readonly ProblemCode UnknownIndicator = Error("indicator-not-in-contract", "A figure for no indicator would be lost.");
    public static readonly ProblemCode NotInForce = Error("indicator-not-in-force", "The indicator does not apply in this period.");
    public static readonly ProblemCode CompositeSupplied = Error("composite-supplied", "A composite is computed from its parts and never supplied.");
    public static readonly ProblemCode IndicatorTwice = Error("indicator-twice", "Two figures for one indicator leave open which counts.");
    public static readonly ProblemCode FigureMissing = Warning("figure-missing", "What the contract makes of a missing figure applies.");
    public static readonly ProblemCode FigureBeforeEnd = Warning("figure-before-end", "The contract takes the figure of the whole Measurement Period, from the return of its last Service Period; this one is passed over.");
    public static readonly ProblemCode PartMissing = Error("part-missing", "A level cannot be recomputed with a part missing.");
    public static readonly ProblemCode UnknownPart = Error("unknown-part", "A figure with no place in the measure would be lost.");
    public static readonly ProblemCode NotWhole = Error("not-whole", "Cases and people are counted in whole numbers.");
    public static readonly ProblemCode Negative = Error("negative", "A count or length of less than nothing is a slip.");
    public static readonly ProblemCode NotAnAnswer = Error("not-an-answer", "A question is answered yes or no.");
    public static readonly ProblemCode StatedOffScale = Error("stated-off-scale", "A share is between nothing and the whole.");
    public static readonly ProblemCode StatedUnit = Error("stated-unit", "A level in another unit than the contract's cannot be compared.");
    public static readonly ProblemCode StatedOnly = Warning("stated-without-parts", "A level without its parts cannot be recomputed.");
    public static readonly ProblemCode ClaimMismatch = Warning("claim-mismatch", "The stated level does not follow from its parts; the parts decide.");
    public static readonly ProblemCode TicketsMissing = Warning("tickets-missing", "The contract counts this figure from tickets; without them there is only the supplier's word.");
    public static readonly ProblemCode TicketsUnasked = Error("tickets-unasked", "The contract does not count this figure from tickets.");
    public static readonly ProblemCode ClaimAgainstTickets = Warning("claim-against-tickets", "What is stated is not what the tickets come to.");
    public static readonly ProblemCode TicketsLeftOut = Warning("tickets-left-out", "Tickets of which nobody can tell how they count are left out, and their number is said.");
    public static readonly ProblemCode FewerTickets = Warning("fewer-tickets", "A share rises when cases fall away; a question, and no accusation.");
    public static readonly ProblemCode MoreExcluded = Warning("more-excluded", "A share rises when more is excluded; a question, and no accusation.");
    public static readonly ProblemCode JustInTime = Warning("just-in-time", "Many tickets just inside their target and few just outside are worth a look; a question, and no accusation.");
    public static readonly ProblemCode JustOnTarget = Warning("just-on-target", "Level after level just on target is worth a look; a question, and no accusation.");
    public static readonly ProblemCode PriorityLowered = Warning("priority-lowered", "Tickets that would have failed by the priority they were opened with are worth a look; a question, and no accusation.");
    public static readonly ProblemCode UnknownMember = Error("unknown-member", "The contract lists who and what the figures are broken down by.");
    public static readonly ProblemCode NoBreakdown = Error("no-breakdown", "The contract does not break this indicator down.");
    public static readonly ProblemCode MembersDoNotAddUp = Error("members-do-not-add-up", "The parts of a breakdown make up the whole.");
    public static readonly ProblemCode AsAtOutsidePeriod = Warning("as-at-outside-period", "Figures as at another day may be those of another Service Period.");
    public static readonly ProblemCode LevelForChange = Warning("level-for-change", "A level where a change was asked reads as an enormous change.");
    public static readonly ProblemCode SharesOverWhole = Warning("shares-over-whole", "Shares of one whole with nothing in two of them are never more than it.");
    public static readonly ProblemCode PopulationChanged = Warning("population-changed", "Where the number of cases changes more than it is wont to, other cases may have been counted.");
    public static readonly ProblemCode SameAsBefore = Warning("same-as-before", "The same figures twice are more often the old return again than a coincidence.");
    public static readonly ProblemCode NothingReported = Warning("nothing-to-report", "A return without a single figure takes every failure of its period out of account.");
    public static readonly ProblemCode NothingRefused = Error("nothing-to-report-refused", "The contract asks for each figure, or the word that it is not supplied.");
    public static readonly ProblemCode NoActivityDoubtful = Warning("no-activity-doubtful", "A service, a stock and a question are there in every period, so there is always something to measure.");
    public static readonly ProblemCode OutagesWithoutAvailability = Error("outages-without-availability", "Outages make up an availability and nothing else.");
    public static readonly ProblemCode OutageBackwards = Error("outage-backwards", "An outage that ends before it begins has no length.");
    public static readonly ProblemCode OutageOutsidePeriod = Warning("outage-outside-period", "What lies outside the Service Period counts in another, and is passed over.");
    public static readonly ProblemCode LocalTimeRefused = Error("local-time-refused", "The contract gives such a local time no meaning, and a guess would move minutes.");
    public static readonly ProblemCode LocalTimeDoubtful = Warning("local-time-doubtful", "A clock change skips or repeats this local time, and the contract's rule has decided what it means.");
    public static readonly ProblemCode ChargesMissing = Error("charges-missing", "Credits are a share of the charges that the return states.");
    public static readonly ProblemCode ChargesNegative = Error("charges-negative", "Charges of less than nothing cannot bear a credit.");
    public static readonly ProblemCode ChargesFixed = Warning("charges-fixed", "The contract fixes the charges; the stated ones are passed over.");
    public static readonly ProblemCode SameRevisionTwice = Error("same-revision-twice", "Two different returns with one number leave open which counts.");

    private static ProblemCode Error(string name, string why) => new(name, true, why);

    private static ProblemCode Warning(string name, string why) => new(name, false, why);
}
