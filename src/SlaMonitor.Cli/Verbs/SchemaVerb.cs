using System.CommandLine;
using SlaMonitor.Service.Formats.Assessments;
using SlaMonitor.Service.Formats.Comparisons;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Dates;
using SlaMonitor.Service.Formats.Decisions;
using SlaMonitor.Service.Formats.Returns;

namespace SlaMonitor.Cli.Verbs;

/// <summary><c>sla schema</c>: the JSON Schemas of what goes in and what comes out.</summary>
internal static class SchemaVerb
{
    private static readonly (string Name, Func<string> Schema)[] Schemas =
        [("contract", ContractFile.Schema), ("return", ReturnFile.Schema), ("decisions", DecisionFile.Schema), ("assessment", AssessmentDocument.Schema), ("comparison", ComparisonDocument.Schema),
        ("dates", DatesDocument.Schema)];

    public static Command Command(Surroundings surroundings)
    {
        var of = new Argument<string>("of") { Description = string.Join(", ", Schemas.Select(s => s.Name)) + "." };
        of.AcceptOnlyFromAmong([.. Schemas.Select(s => s.Name)]);
        var command = new Command("schema", "Print the JSON Schema of contract files, returns, decision files, assessments, comparisons or dates.") { of };
        command.SetAction(parsed =>
        {
            surroundings.Out.Write(Schemas.First(s => s.Name == parsed.GetValue(of)).Schema());
            return ExitCode.Fine;
        });
        return command;
    }
}
