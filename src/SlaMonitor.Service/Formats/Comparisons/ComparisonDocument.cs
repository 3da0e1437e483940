using SlaMonitor.Domain;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Service.Formats.Assessments;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Shapes;
using static SlaMonitor.Service.Formats.Assessments.WrittenValues;

namespace SlaMonitor.Service.Formats.Comparisons;

/// <summary>Comparisons as JSON: complete, versioned and canonical, as assessments are.</summary>
public static class ComparisonDocument
{
    public const string SchemaId = "https://sla-monitor.example/schema/comparison-1.json";

    private const string Format = "sla-comparison/1";

    private static readonly RecordShape<IReadOnlyList<Delta>> Portfolio = PortfolioShape();

    public static string WriteJson(IReadOnlyList<Delta> deltas) => JsonText.Write(Portfolio.Write(deltas));

    public static string Schema() => JsonText.Write(SchemaBook.Of(Portfolio, SchemaId, "SLA Monitor comparison"));

    private static RecordShape<IReadOnlyList<Delta>> PortfolioShape()
    {
        var shape = new RecordShape<IReadOnlyList<Delta>>("comparison", "What two runs differ in. Differences are after less before.");
        shape.Required("format", Text("the version of this document's form", (string format) => format, $"^{Format}$"), _ => Format, "Changes when the form does.");
        shape.Required("points", Whole, d => d.Sum(x => x.Points), "Service Points of all contracts.");
        shape.Required("payable", Pounds, d => Money.Sum(d.Select(x => x.Payable)), "Service Credits of all contracts, in pounds ex VAT.");
        shape.Required("withheld", Pounds, d => Money.Sum(d.Select(x => x.Withheld)), "Charges withheld, in pounds ex VAT.");
        shape.OptionalList("contracts", new ListShape<Delta>(ContractShape()), d => d, "By code, those without a difference too.");
        return shape;
    }

    private static RecordShape<Delta> ContractShape()
    {
        var shape = new RecordShape<Delta>("contractDelta", "What two assessments of one contract differ in.");
        shape.Required("contract", Line, d => d.Before.Contract.Code, "The contract's code.");
        shape.Required("before", RunShape(), d => d.Before, "The first run.");
        shape.Required("after", RunShape(), d => d.After, "The second run.");
        shape.Required("points", Whole, d => d.Points, "How the Service Points move.");
        shape.Required("payable", Pounds, d => d.Payable, "How the Service Credits move that can be told.");
        shape.Required("withheld", Pounds, d => d.Withheld, "How the charges withheld move.");
        shape.Required("whole", Flag, d => d.IsWhole, "False where some credit cannot be told, so that the sums may still move.");
        shape.OptionalList("periods", new ListShape<PeriodDelta>(PeriodShape()), d => d.Periods, "The Service Periods that differ.");
        return shape;
    }

    private static RecordShape<ContractAssessment> RunShape()
    {
        var shape = new RecordShape<ContractAssessment>("run", "One of the two assessments in sum.");
        shape.Required("asOf", Scalars.Day, a => a.AsOf, "The day it is as of.");
        shape.Required("bankHolidays", Line, a => a.CalendarName, "The calendar.");
        shape.Required("end", Scalars.Day, a => a.End, "The last day of the term as known.");
        shape.Required("points", Whole, a => a.Points, "Service Points of all periods.");
        shape.Required("payable", Pounds, a => a.Payable, "Service Credits that can be told.");
        shape.Required("withheld", Pounds, a => a.Withheld, "Charges withheld.");
        return shape;
    }

    private static RecordShape<PeriodDelta> PeriodShape()
    {
        var shape = new RecordShape<PeriodDelta>("periodDelta", "One Service Period that differs.");
        shape.Required("period", Scalars.Month, p => p.Month, "Its name: the month it begins in.");
        shape.Optional("before", PeriodRunShape(), p => p.Before, "Absent where that run does not have the period.");
        shape.Optional("after", PeriodRunShape(), p => p.After, "Absent where that run does not have the period.");
        shape.Required("points", Whole, p => p.Points, "How the Service Points move.");
        shape.OptionalValue("payable", Pounds, p => p.Payable, "How the Service Credit moves; absent where it cannot be told.");
        shape.OptionalValue("withheld", Pounds, p => p.Withheld, "How the charges withheld move; absent where they are not known.");
        shape.OptionalList("results", new ListShape<ResultDelta>(ResultShape()), p => p.Results, "The results that differ.");
        shape.OptionalList("triggersGone", CreditShape.Triggers, p => p.TriggersGone, "Triggers reached before and not after.");
        shape.OptionalList("triggersNew", CreditShape.Triggers, p => p.TriggersNew, "Triggers reached after and not before.");
        return shape;
    }

    private static RecordShape<PeriodAssessment> PeriodRunShape()
    {
        var shape = new RecordShape<PeriodAssessment>("periodRun", "A period as one of the runs has it.");
        shape.Required("terms", Scalars.Day, p => p.Version, "The contract version that applies.");
        shape.Required("points", Whole, p => p.Points, "Its Service Points.");
        shape.OptionalValue("payable", Pounds, p => p.Credit?.Payable, "Its Service Credit, where there is one and it can be told.");
        shape.Optional("cannotTell", Line, p => p.Credit?.CannotTell, "Why the credit cannot be told.");
        shape.OptionalValue("withheld", Pounds, p => p.Withholding?.Withheld, "Charges withheld, where they are.");
        return shape;
    }

    private static RecordShape<ResultDelta> ResultShape()
    {
        var shape = new RecordShape<ResultDelta>("resultDelta", "One indicator that differs.");
        shape.Required("code", Line, r => r.Code, "The indicator's code.");
        shape.Optional("before", IndicatorResultShape.InSum, r => r.Before, "Absent where the indicator does not apply.");
        shape.Optional("after", IndicatorResultShape.InSum, r => r.After, "Absent where the indicator does not apply.");
        shape.Required("points", Whole, r => r.Points, "How its Service Points move.");
        return shape;
    }
}
