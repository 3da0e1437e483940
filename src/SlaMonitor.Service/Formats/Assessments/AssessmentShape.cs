using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Returns;
using SlaMonitor.Service.Formats.Shapes;
using static SlaMonitor.Service.Formats.Assessments.WrittenValues;

namespace SlaMonitor.Service.Formats.Assessments;

/// <summary>The assessment document: complete, versioned, and canonical (the same input gives the same bytes).</summary>
internal static class AssessmentShape
{
    private const string Format = "sla-assessment/1";

    /// <summary>One Service Period alone, as it is stored.</summary>
    public static Shape<PeriodAssessment> Period { get; } = PeriodShape();

    public static Shape<ContractAssessment> Shape { get; } = Build();

    private static RecordShape<ContractAssessment> Build()
    {
        var shape = new RecordShape<ContractAssessment>("assessment", "A contract as it stands on a day, with everything that was made from what.");
        shape.Required("format", Text("the version of this document's form", (string format) => format, $"^{Format}$"), _ => Format, "Changes when the form does.");
        shape.Required("contract", Line, a => a.Contract.Code, "The contract's code.");
        shape.Required("title", Line, a => a.Contract.Latest.Title, "What the contract is for.");
        shape.Required("client", Line, a => a.Contract.Latest.Draft.Client, "The client.");
        shape.Required("supplier", Line, a => a.Contract.Latest.Draft.Supplier, "The supplier.");
        shape.Required("asOf", Scalars.Day, a => a.AsOf, "The local day as of which it was assessed.");
        shape.Required("end", Scalars.Day, a => a.End, "The last day of the term as it is known on that day.");
        shape.Required("madeWith", MadeWithShape(), a => a, "The versions that decide.");
        shape.Required("versions", new ListShape<ContractTerms>(VersionShape()), a => a.Contract.Versions, "The contract's versions.");
        shape.Required("points", Whole, a => a.Points, "Service Points of all periods.");
        shape.Required("payable", Pounds, a => a.Payable, "Service Credits of all periods that can be told, in pounds ex VAT.");
        shape.OptionalValue("withheld", Pounds, a => a.Periods.Any(p => p.Withholding is not null) ? a.Withheld : null, "Charges withheld in place of Service Credits, in pounds ex VAT.");
        shape.OptionalList("decisions", DecidedShape.Decisions, a => a.Decisions, "The decisions that count on that day, by day.");
        shape.OptionalList("periods", new ListShape<PeriodAssessment>(Period), a => a.Periods, "Every ended Service Period, in order.");
        shape.OptionalList("alerts", CreditShape.Alerts, a => [.. a.ClockAlerts, .. a.DateAlerts], "Alerts of clocks that run and of the contract's dates.");
        return shape;
    }

    private static RecordShape<ContractAssessment> MadeWithShape()
    {
        var shape = new RecordShape<ContractAssessment>("madeWith", "The versions that decide.");
        shape.Required("engine", Line, _ => Engine.Version, "The rules.");
        shape.Required("bankHolidays", Line, a => a.CalendarName, "The calendar that the terms adopt; with 'and' where versions of the contract adopt different ones.");
        shape.Required("tzdb", Line, _ => Engine.Tzdb, "The time zones.");
        return shape;
    }

    private static RecordShape<ContractTerms> VersionShape()
    {
        var shape = new RecordShape<ContractTerms>("version", "A version of the contract.");
        shape.Required("effectiveFrom", Scalars.Day, t => t.EffectiveFrom, "The day it took effect.");
        shape.Required("sha256", Line, t => ContentHash.Of(ContractFile.WriteJson(t)), "Of its canonical JSON.");
        return shape;
    }

    private static RecordShape<PeriodAssessment> PeriodShape()
    {
        var shape = new RecordShape<PeriodAssessment>("period", "One Service Period.");
        shape.Required("period", Line, p => p.Period.Name, "Its name: the month it begins in.");
        shape.Required("first", Scalars.Day, p => p.Period.First, "Its first day.");
        shape.Required("last", Scalars.Day, p => p.Period.Last, "Its last day, inclusive.");
        shape.Required("partial", Flag, p => p.Period.IsPartial, "True where the term cuts it short.");
        shape.Required("minutes", Whole, p => (long)p.Period.Between(p.Terms.Terms.Zone).Duration.TotalMinutesExact(), "Its true minutes, clock changes included.");
        shape.Required("terms", Scalars.Day, p => p.Version, "The contract version that applies, by the day it took effect.");
        shape.Required("return", Scalars.Words<ReturnStatus>(), p => p.Status, "Where the period's return stands.");
        shape.OptionalValue("returnDue", Scalars.Day, p => p.Terms.ReturnDue, "The day it is due.");
        shape.OptionalList("madeFrom", new ListShape<SupplierReturn>(ReturnReferenceShape()), p => p.MadeFrom, "The returns that speak of the period, latest first.");
        shape.OptionalValue("charges", Exact, p => p.Charges, "Service Charges in pounds ex VAT and before credits.");
        shape.OptionalList("indicators", new ListShape<IndicatorResult>(IndicatorResultShape.Shape), p => p.Results, "In the contract's order.");
        shape.Required("points", Whole, p => p.Points, "TSP: the Service Points of the period.");
        shape.Optional("credit", CreditShape.Statement, p => p.Credit, "The Service Credit.");
        shape.Optional("withholding", DecidedShape.Withholding, p => p.Withholding, "Charges withheld in place of points and credits.");
        shape.OptionalList("problems", DecidedShape.Problems, p => p.Problems, "Decisions that the results do not bear out; they count for nothing.");
        shape.OptionalList("triggers", CreditShape.Triggers, p => p.Triggers, "Triggers reached.");
        shape.OptionalList("alerts", CreditShape.Alerts, p => p.Alerts, "Alerts that arise.");
        return shape;
    }

    private static RecordShape<SupplierReturn> ReturnReferenceShape()
    {
        var shape = new RecordShape<SupplierReturn>("returnReference", "A return that a period was made from.");
        shape.Required("period", Scalars.Month, r => r.Month, "The return's own period.");
        shape.Required("revision", Whole, r => r.Revision, "Its revision.");
        shape.Required("submittedOn", Scalars.Day, r => r.SubmittedOn, "The day it is dated.");
        shape.Required("sha256", Line, r => ContentHash.Of(ReturnFile.WriteJson(r)), "Of its canonical JSON.");
        return shape;
    }

    private static long TotalMinutesExact(this Duration duration) => duration.BclCompatibleTicks / NodaConstants.TicksPerMinute;
}
