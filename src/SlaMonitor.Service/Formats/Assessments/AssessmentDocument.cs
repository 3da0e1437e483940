using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.Assessments;

/// <summary>Assessments as JSON.</summary>
public static class AssessmentDocument
{
    public const string SchemaId = "https://sla-monitor.example/schema/assessment-1.json";

    private static readonly ListShape<ContractAssessment> Portfolio = new(AssessmentShape.Shape);

    /// <summary>One document for each contract, in a list.</summary>
    public static string WriteJson(IReadOnlyList<ContractAssessment> assessments) => JsonText.Write(Portfolio.Write(assessments));

    /// <summary>One Service Period alone: what is stored of it, and hashed.</summary>
    public static string WriteJson(PeriodAssessment period) => JsonText.Write(AssessmentShape.Period.Write(period));

    public static string Schema() => JsonText.Write(SchemaBook.Of(Portfolio, SchemaId, "SLA Monitor assessments"));
}
