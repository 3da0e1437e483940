using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Credits;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Shapes;
using static SlaMonitor.Service.Formats.Assessments.WrittenValues;

namespace SlaMonitor.Service.Formats.Assessments;

/// <summary>Credits, triggers and alerts in the assessment document.</summary>
internal static class CreditShape
{
    public static Shape<ServiceCreditStatement> Statement { get; } = StatementShape();

    public static Shape<IReadOnlyList<TriggerEvent>> Triggers { get; } = new ListShape<TriggerEvent>(TriggerShape());

    public static Shape<IReadOnlyList<Alert>> Alerts { get; } = new ListShape<Alert>(AlertShape());

    private static RecordShape<ServiceCreditStatement> StatementShape()
    {
        var shape = new RecordShape<ServiceCreditStatement>("serviceCredit", "The Service Credit of one period, ex VAT.");
        shape.Required("points", Whole, s => s.Points, "TSP: the period's Service Points.");
        shape.OptionalValue("charges", Exact, s => s.Charges, "AC: the period's charges in pounds before credits.");
        shape.OptionalValue("creditHoliday", Scalars.Words<HolidayPoints>(), s => s.Holiday?.Points, "Where the period is in a credit holiday, what becomes of its Service Points.");
        shape.OptionalValue("uncapped", Exact, s => s.Uncapped, "Pounds before caps and rounding.");
        shape.OptionalList("regimes", new ListShape<RegimeCredit>(RegimeShape()), s => s.Regimes, "What each regime comes to.");
        shape.OptionalList("caps", new ListShape<CapStep>(CapShape()), s => s.Caps, "Those of the regimes and then those on their sum, in the order they were applied.");
        shape.OptionalValue("credited", Pounds, s => s.Credited, "Pounds that the period itself is credited, rounded once.");
        shape.OptionalList("earnedBack", new ListShape<EarnedBack>(EarnedBackShape()), s => s.EarnedBack, "What is returned in it of credits of earlier periods.");
        shape.OptionalValue("payable", Pounds, s => s.Payable, "Pounds due: the credit less what is earned back; below zero where that is more.");
        shape.OptionalValue("vat", Pounds, s => s.Vat, "The VAT on it, where the contract states one.");
        shape.OptionalValue("withVat", Pounds, s => s.WithVat, "Pounds due with VAT.");
        shape.OptionalValue("invoice", Scalars.Month, s => s.Invoice, "The Service Period whose invoice it is deducted from.");
        shape.Optional("cannotTell", Line, s => s.CannotTell, "Why nothing can be told.");
        shape.OptionalList("working", IndicatorResultShape.Working, s => s.Working(), "How it was worked out.");
        return shape;
    }

    private static RecordShape<EarnedBack> EarnedBackShape()
    {
        var shape = new RecordShape<EarnedBack>("earnedBack", "What is returned of the credit of an earlier period, for one indicator under one regime.");
        shape.Required("of", Line, e => e.Of.Name, "The period that was credited.");
        shape.Required("regime", Line, e => e.Regime.Name, "The regime that credited.");
        shape.Required("indicator", Line, e => e.Indicator.Code, "The indicator that earned it back.");
        shape.Required("credited", Exact, e => e.Credited, "Its part of that credit, in pounds.");
        shape.Required("returned", Pounds, e => e.Returned, "Pounds returned.");
        return shape;
    }

    private static RecordShape<RegimeCredit> RegimeShape()
    {
        var shape = new RecordShape<RegimeCredit>("regimeCredit", "One regime in one period, ex VAT.");
        shape.Required("name", Line, r => r.Regime.Name, "Its name in the contract file.");
        shape.OptionalValue("uncapped", Exact, r => r.Uncapped, "Pounds before its own caps.");
        shape.OptionalValue("capped", Exact, r => r.Capped, "Pounds after its own caps.");
        return shape;
    }

    private static RecordShape<CapStep> CapShape()
    {
        var shape = new RecordShape<CapStep>("capStep", "One cap as it was applied.");
        shape.Required("at", Line, c => c.Cap.At.ToString(), "The share.");
        shape.Required("base", Exact, c => c.Base, "The charges it is a share of, in pounds.");
        shape.Required("baseInWords", Line, c => c.BaseInWords, "What those charges are.");
        shape.Required("used", Exact, c => c.Used, "Earlier credits that count against it, in pounds.");
        shape.Required("limit", Exact, c => c.Limit, "What was left, in pounds.");
        shape.Required("after", Exact, c => c.After, "The credit after it, in pounds.");
        shape.Required("met", Flag, c => c.IsMet, "True where it was reached.");
        return shape;
    }

    private static RecordShape<TriggerEvent> TriggerShape()
    {
        var shape = new RecordShape<TriggerEvent>("triggerEvent", "A trigger reached in the period.");
        shape.Required("trigger", Line, t => t.Trigger.Title, "Which.");
        shape.Optional("indicator", Line, t => t.Subject, "The indicator that reached it.");
        shape.OptionalValue("due", Scalars.Day, t => t.Due, "By when something must be done.");
        shape.OptionalList("working", IndicatorResultShape.Working, t => (IReadOnlyList<WorkingLine>)[t.Working], "How it was worked out.");
        return shape;
    }

    private static RecordShape<Alert> AlertShape()
    {
        var shape = new RecordShape<Alert>("alert", "Something an officer must hear of.");
        shape.Required("key", Line, a => a.Key, "The same event has the same key however often it is looked at.");
        shape.Required("event", Scalars.Words<AlertEvent>(), a => a.Event, "What happened.");
        shape.Required("subject", Line, a => a.Subject, "What it is about.");
        shape.OptionalValue("on", Scalars.Day, a => a.On, "The day by which something is due, or on which it happens.");
        shape.Required("text", Line, a => a.Text, "One sentence.");
        return shape;
    }
}
