using NodaTime;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Returns;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.Decisions;

/// <summary>Each kind of decision as files write it. The contract is stated once, for the whole file.</summary>
internal static class DecisionShapes
{
    public static Shape<Decision> Any { get; } = new UnionShape<Decision>("Something that was decided and recorded.")
        .Or("reliefClaimed", OfResult("reliefClaimed", "The supplier asks to be excused. Changes nothing until it is decided.", (month, code, taken) => new Decision.ReliefClaimed(month, code, taken)))
        .Or("reliefAccepted", OfResult("reliefAccepted", "The failure is taken out: relieved, without points.", (month, code, taken) => new Decision.ReliefAccepted(month, code, taken)))
        .Or("reliefPartAccepted", PartAccepted())
        .Or("reliefRejected", OfResult("reliefRejected", "The relief is refused and changes nothing.", (month, code, taken) => new Decision.ReliefRejected(month, code, taken)))
        .Or("disputeOpened", OfResult("disputeOpened", "A result is disputed. Changes nothing by itself.", (month, code, taken) => new Decision.DisputeOpened(month, code, taken)))
        .Or("disputeResolved", Resolved())
        .Or("optionExercised", Option())
        .Or("noticeGiven", Notice())
        .Or("terminated", Termination())
        .Or("milestoneDone", Milestone())
        .Or("chargesWithheld", Withheld())
        .Or("chargesPaid", Paid())
        .Or("breachAcknowledged", OfResult("breachAcknowledged", "The client has seen a failure and looks into it. Changes no figure.", (month, code, taken) => new Decision.BreachAcknowledged(month, code, taken)))
        .Or("breachClosed", OfResult("breachClosed", "Nothing more is to be done about a failure. Changes no figure.", (month, code, taken) => new Decision.BreachClosed(month, code, taken)))
        .Or("planRequired", PlanRequired())
        .Or("planReceived", OfResult("planReceived", "The draft of a Rectification Plan that was required has come.", (month, code, taken) => new Decision.PlanReceived(month, code, taken)))
        .Or("creditNotified", OfAmount("creditNotified", "The supplier has been told of the Service Credit of a period.", d => d.Amount, (month, amount, taken) => new Decision.CreditNotified(month, amount, taken)))
        .Or("creditAgreed", OfAmount("creditAgreed", "The supplier agrees to the Service Credit of a period.", d => d.Amount, (month, amount, taken) => new Decision.CreditAgreed(month, amount, taken)))
        .Or("creditDisputed", CreditDisputed())
        .Or("creditDeducted", CreditDeducted())
        .Or("creditWaiverProposed", OfAmount("creditWaiverProposed", "Somebody asks that the Service Credit of a period be given up. Gives up nothing yet.", d => d.Amount, (month, amount, taken) => new Decision.CreditWaiverProposed(month, amount, taken)))
        .Or("creditWaived", OfAmount("creditWaived", "The Service Credit of a period is given up, whole or in part.", d => d.Amount, (month, amount, taken) => new Decision.CreditWaived(month, amount, taken)));

    private static RecordShape<D> OfResult<D>(string name, string about, Func<YearMonth, string, Taken, D> make)
        where D : Decision.OfResult
    {
        var shape = new RecordShape<D>(name, about);
        var subject = Subject(shape);
        var taken = TakenOf(shape);
        return shape.BuiltBy(v => make(v.Get(subject.Period), v.Get(subject.Indicator), taken(v)));
    }

    private static RecordShape<Decision.ReliefPartAccepted> PartAccepted()
    {
        var shape = new RecordShape<Decision.ReliefPartAccepted>("reliefPartAccepted", "The indicator is evaluated from adjusted parts.");
        var subject = Subject(shape);
        var parts = shape.Required("parts", MeasurementShape.Parts, d => d.Parts, "Every part of the measure, as adjusted.");
        var taken = TakenOf(shape);
        return shape.BuiltBy(v => new(v.Get(subject.Period), v.Get(subject.Indicator), v.Get(parts), taken(v)));
    }

    private static RecordShape<Decision.DisputeResolved> Resolved()
    {
        var shape = new RecordShape<Decision.DisputeResolved>("disputeResolved", "How a dispute ended. What changes a figure is a restated return or a relief.");
        var subject = Subject(shape);
        var outcome = shape.Required("outcome", Scalars.Words<DisputeOutcome>(), d => d.Outcome, "What came of it.");
        var taken = TakenOf(shape);
        return shape.BuiltBy(v => new(v.Get(subject.Period), v.Get(subject.Indicator), v.Get(outcome), taken(v)));
    }

    private static RecordShape<Decision.OptionExercised> Option()
    {
        var shape = new RecordShape<Decision.OptionExercised>("optionExercised", "An option to lengthen the term was taken up.");
        var option = shape.Required("option", Scalars.Whole(1, 99), d => d.Option, "Its place among the contract's extensions: 1 for the first.");
        var exercised = shape.Required("exercised", Scalars.Day, d => d.Exercised, "The day it was exercised, before the term it lengthens has ended. It may be recorded later.");
        var taken = TakenOf(shape);
        return shape.BuiltBy(v => new(v.Get(option), v.Get(exercised), taken(v)));
    }

    private static RecordShape<Decision.NoticeGiven> Notice()
    {
        var shape = new RecordShape<Decision.NoticeGiven>("noticeGiven", "Notice of an option was given, where exercising it is another act. It moves no end.");
        var option = shape.Required("option", Scalars.Whole(1, 99), d => d.Option, "Its place among the contract's extensions: 1 for the first.");
        var given = shape.Required("given", Scalars.Day, d => d.Given, "The day it was given. It may be recorded later.");
        var taken = TakenOf(shape);
        return shape.BuiltBy(v => new(v.Get(option), v.Get(given), taken(v)));
    }

    private static RecordShape<Decision.Terminated> Termination()
    {
        var shape = new RecordShape<Decision.Terminated>("terminated", "Notice to end the contract early. A later one takes its place; one that ends it when it would end anyway takes it back.");
        var given = shape.Required("given", Scalars.Day, d => d.Given, "The day notice was given. It may be recorded later.");
        var ends = shape.Required("ends", Scalars.Day, d => d.Ends, "The last day of the term, that day included.");
        var ground = shape.Required("ground", Scalars.Words<TerminationGround>(), d => d.Ground, "convenience is checked against 'earlyTermination' of the contract file; default and agreement are not.");
        var taken = TakenOf(shape);
        return shape.BuiltBy(v => new(v.Get(given), v.Get(ends), v.Get(ground), taken(v)));
    }

    private static RecordShape<Decision.MilestoneDone> Milestone()
    {
        var shape = new RecordShape<Decision.MilestoneDone>("milestoneDone", "What a milestone of the contract asks for was done.");
        var milestone = shape.Required("milestone", Scalars.Member, d => d.Milestone, "Its name in the contract file.");
        var done = shape.Required("done", Scalars.Day, d => d.Done, "The day it was done. It may be recorded later.");
        var taken = TakenOf(shape);
        return shape.BuiltBy(v => new(v.Get(milestone), v.Get(done), taken(v)));
    }

    private static RecordShape<Decision.ChargesWithheld> Withheld()
    {
        var shape = new RecordShape<Decision.ChargesWithheld>("chargesWithheld", "Charges withheld for an Unacceptable KPI Failure, in place of the period's points and credits.");
        var period = shape.Required("period", Scalars.Month, d => d.Month, "The Service Period by the month it begins in.");
        var amount = shape.OptionalValue("amount", Scalars.Pounds, d => d.Amount, "Pounds ex VAT; the whole of the period's charges where not stated.");
        var taken = TakenOf(shape);
        return shape.BuiltBy(v => new(v.Get(period), v.Get(amount), taken(v)));
    }

    private static RecordShape<Decision.ChargesPaid> Paid()
    {
        var shape = new RecordShape<Decision.ChargesPaid>("chargesPaid", "What has been paid of the Service Charges of a period, for caps on charges paid. The latest stands.");
        var period = shape.Required("period", Scalars.Month, d => d.Month, "The Service Period by the month it begins in.");
        var amount = shape.Required("amount", Scalars.Pounds, d => d.Amount, "Pounds ex VAT, in all by that day.");
        var taken = TakenOf(shape);
        return shape.BuiltBy(v => new(v.Get(period), v.Get(amount), taken(v)));
    }

    private static RecordShape<Decision.PlanRequired> PlanRequired()
    {
        var shape = new RecordShape<Decision.PlanRequired>("planRequired", "The supplier has to draft a Rectification Plan.");
        var subject = Subject(shape);
        var due = shape.Required("due", Scalars.Day, d => d.Due, "The last day for the draft.");
        var taken = TakenOf(shape);
        return shape.BuiltBy(v => new(v.Get(subject.Period), v.Get(subject.Indicator), v.Get(due), taken(v)));
    }

    private static RecordShape<D> OfAmount<D>(string name, string about, Func<D, Money> of, Func<YearMonth, Money, Taken, D> make)
        where D : Decision.OfCredit
    {
        var shape = new RecordShape<D>(name, about);
        var period = shape.Required("period", Scalars.Month, d => d.Month, "The Service Period by the month it begins in.");
        var amount = shape.Required("amount", Scalars.Pounds, of, "Pounds ex VAT.");
        var taken = TakenOf(shape);
        return shape.BuiltBy(v => make(v.Get(period), v.Get(amount), taken(v)));
    }

    private static RecordShape<Decision.CreditDisputed> CreditDisputed()
    {
        var shape = new RecordShape<Decision.CreditDisputed>("creditDisputed", "The supplier does not agree to the Service Credit of a period.");
        var period = shape.Required("period", Scalars.Month, d => d.Month, "The Service Period by the month it begins in.");
        var taken = TakenOf(shape);
        return shape.BuiltBy(v => new(v.Get(period), taken(v)));
    }

    private static RecordShape<Decision.CreditDeducted> CreditDeducted()
    {
        var shape = new RecordShape<Decision.CreditDeducted>("creditDeducted", "The Service Credit of a period was deducted on an invoice, or paid.");
        var period = shape.Required("period", Scalars.Month, d => d.Month, "The Service Period by the month it begins in.");
        var amount = shape.Required("amount", Scalars.Pounds, d => d.Amount, "Pounds ex VAT, on that invoice.");
        var invoice = shape.Required("invoice", Scalars.Line, d => d.Invoice, "The number of the invoice, or how it was paid.");
        var taken = TakenOf(shape);
        return shape.BuiltBy(v => new(v.Get(period), v.Get(amount), v.Get(invoice), taken(v)));
    }

    private static (RecordShape<D>.Field<YearMonth> Period, RecordShape<D>.Field<string> Indicator) Subject<D>(RecordShape<D> shape)
        where D : Decision.OfResult => (
            shape.Required("period", Scalars.Month, d => d.Month, "The Service Period by the month it begins in."),
            shape.Required("indicator", Scalars.IndicatorCode, d => d.Indicator, "The indicator's code."));

    private static Func<RecordShape<D>.FieldValues, Taken> TakenOf<D>(RecordShape<D> shape)
        where D : Decision
    {
        var on = shape.Required("on", Scalars.Day, d => d.On, "The day the decision is dated: it counts in assessments as of that day or later.");
        var by = shape.Required("by", Scalars.Line, d => d.Taken.By, "Who took it, by role or body and not by name: contract manager, service review board.");
        var reason = shape.Required("reason", Scalars.Line, d => d.Taken.Reason, "Why.");
        var clause = shape.Optional("clause", Scalars.Line, d => d.Taken.Clause, "Where the contract says so.");
        return v => new("", v.Get(on), v.Get(by), v.Get(reason), v.Get(clause));
    }
}
