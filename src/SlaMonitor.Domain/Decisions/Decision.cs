using NodaTime;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Decisions;

/// <summary>Of which contract, on which day, by whom (a role or a body, no person) and why a decision was taken.</summary>
/// <param name="On">The day it is dated. It counts in every assessment as of that day or later.</param>
/// <param name="Clause">What the contract says of such decisions, where it does.</param>
public sealed record Taken(string Contract, LocalDate On, string By, string Reason, string? Clause)
{
    /// <summary>the service review board, 12 July 2024: the cause lay with the client.</summary>
    public string InWords() => $"{By}, {On:d MMMM uuuu}: {Reason}";
}

/// <summary>How a dispute ended. It changes no figure by itself: a restated return or a relief does.</summary>
public enum DisputeOutcome
{
    ResultStands,
    ResultChanges,
    Withdrawn,
}

/// <summary>Why a contract is ended early.</summary>
public enum TerminationGround
{
    /// <summary>By the client's right to, without a default, as the contract states it.</summary>
    Convenience,

    /// <summary>For a default or a trigger, by rights that the contract file does not describe.</summary>
    Default,

    /// <summary>Both parties agreed.</summary>
    Agreement,
}

/// <summary>Something that was decided under a contract and recorded, and that no return can say. A closed set.</summary>
public abstract record Decision(Taken Taken)
{
    public LocalDate On => Taken.On;

    /// <summary>About one indicator's result in one Service Period.</summary>
    /// <param name="Month">The name of the period: the month it begins in.</param>
    public abstract record OfResult(YearMonth Month, string Indicator, Taken Taken) : Decision(Taken);

    /// <summary>The supplier asks to be excused. Until it is decided, nothing changes.</summary>
    public sealed record ReliefClaimed(YearMonth Month, string Indicator, Taken Taken) : OfResult(Month, Indicator, Taken);

    /// <summary>What became of a relief, claimed or granted unasked.</summary>
    public abstract record ReliefDecided(YearMonth Month, string Indicator, Taken Taken) : OfResult(Month, Indicator, Taken);

    /// <summary>The failure is taken out.</summary>
    public sealed record ReliefAccepted(YearMonth Month, string Indicator, Taken Taken) : ReliefDecided(Month, Indicator, Taken);

    /// <summary>The indicator is evaluated from these parts in place of those returned.</summary>
    public sealed record ReliefPartAccepted(YearMonth Month, string Indicator, Figures Parts, Taken Taken) : ReliefDecided(Month, Indicator, Taken);

    public sealed record ReliefRejected(YearMonth Month, string Indicator, Taken Taken) : ReliefDecided(Month, Indicator, Taken);

    public sealed record DisputeOpened(YearMonth Month, string Indicator, Taken Taken) : OfResult(Month, Indicator, Taken);

    public sealed record DisputeResolved(YearMonth Month, string Indicator, DisputeOutcome Outcome, Taken Taken) : OfResult(Month, Indicator, Taken);

    /// <summary>An option to lengthen the term was taken up. It may be recorded, and so become known, after the day it was
    /// exercised.</summary>
    /// <param name="Option">Its place among the contract's extensions, from 1.</param>
    public sealed record OptionExercised(int Option, LocalDate Exercised, Taken Taken) : Decision(Taken);

    /// <summary>Notice was given that an option will be taken up, where exercising it is another act. It moves no end.</summary>
    /// <param name="Option">Its place among the contract's extensions, from 1.</param>
    public sealed record NoticeGiven(int Option, LocalDate Given, Taken Taken) : Decision(Taken);

    /// <summary>Notice was given that the contract ends early. A later one takes the place of an earlier one; one that ends it when it
    /// would end anyway takes it back.</summary>
    /// <param name="Ends">The last day of the term, inclusive.</param>
    public sealed record Terminated(LocalDate Given, LocalDate Ends, TerminationGround Ground, Taken Taken) : Decision(Taken);

    /// <summary>What a milestone of the contract asks for was done.</summary>
    public sealed record MilestoneDone(string Milestone, LocalDate Done, Taken Taken) : Decision(Taken);

    /// <summary>The client withholds charges for an Unacceptable KPI Failure. Service Points and Service Credits of the
    /// period then do not also accrue.</summary>
    /// <param name="Amount">In pounds ex VAT; null where it is the whole of the period's Service Charges.</param>
    public sealed record ChargesWithheld(YearMonth Month, Money? Amount, Taken Taken) : Decision(Taken);

    /// <summary>How much of the Service Charges of a period has been paid by the day it is dated. The latest stands; caps on charges
    /// paid count it.</summary>
    /// <param name="Amount">In pounds ex VAT, in all and not since the one before.</param>
    public sealed record ChargesPaid(YearMonth Month, Money Amount, Taken Taken) : Decision(Taken);

    /// <summary>The client has seen a failure and looks into it. Changes no figure.</summary>
    public sealed record BreachAcknowledged(YearMonth Month, string Indicator, Taken Taken) : OfResult(Month, Indicator, Taken);

    /// <summary>Nothing more is to be done about a failure. Changes no figure.</summary>
    public sealed record BreachClosed(YearMonth Month, string Indicator, Taken Taken) : OfResult(Month, Indicator, Taken);

    /// <summary>The supplier has to draft a Rectification Plan. Changes no figure.</summary>
    /// <param name="Due">The last day for the draft.</param>
    public sealed record PlanRequired(YearMonth Month, string Indicator, LocalDate Due, Taken Taken) : OfResult(Month, Indicator, Taken);

    /// <summary>The draft of the Rectification Plan has come.</summary>
    public sealed record PlanReceived(YearMonth Month, string Indicator, Taken Taken) : OfResult(Month, Indicator, Taken);

    /// <summary>What becomes of the Service Credit of a period once it is reckoned. None of it changes what is owed.</summary>
    public abstract record OfCredit(YearMonth Month, Taken Taken) : Decision(Taken);

    /// <summary>The supplier has been told what is owed.</summary>
    /// <param name="Amount">In pounds ex VAT, as it was told.</param>
    public sealed record CreditNotified(YearMonth Month, Money Amount, Taken Taken) : OfCredit(Month, Taken);

    /// <summary>The supplier agrees to it.</summary>
    public sealed record CreditAgreed(YearMonth Month, Money Amount, Taken Taken) : OfCredit(Month, Taken);

    /// <summary>The supplier does not.</summary>
    public sealed record CreditDisputed(YearMonth Month, Taken Taken) : OfCredit(Month, Taken);

    /// <summary>It was deducted on an invoice, or paid.</summary>
    /// <param name="Amount">In pounds ex VAT, on that invoice.</param>
    public sealed record CreditDeducted(YearMonth Month, Money Amount, string Invoice, Taken Taken) : OfCredit(Month, Taken);

    /// <summary>Somebody asks that it be given up. Gives up nothing yet.</summary>
    public sealed record CreditWaiverProposed(YearMonth Month, Money Amount, Taken Taken) : OfCredit(Month, Taken);

    /// <summary>It is given up.</summary>
    /// <param name="Amount">In pounds ex VAT; of a credit given up in part, that part.</param>
    public sealed record CreditWaived(YearMonth Month, Money Amount, Taken Taken) : OfCredit(Month, Taken);
}
