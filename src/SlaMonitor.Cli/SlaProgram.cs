using System.CommandLine;
using SlaMonitor.Cli.Verbs;

namespace SlaMonitor.Cli;

/// <summary>The command line as a whole: one verb, one file in Verbs.</summary>
public static class SlaProgram
{
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args, Surroundings surroundings)
    {
        var root = new RootCommand("SLA Monitor: what a supplier's returns come to under the contract, and why.")
        {
            AssessVerb.Command(surroundings),
            CompareVerb.Command(surroundings),
            CheckVerb.Command(surroundings),
            LintVerb.Command(surroundings),
            ExplainVerb.Command(surroundings),
            TemplateVerb.Command(surroundings),
            SchemaVerb.Command(surroundings),
            DatesVerb.Command(surroundings),
            TicketsVerb.Command(surroundings),
            DueVerb.Command(surroundings),
            CalendarVerb.Command(surroundings),
            ServeVerb.Command(surroundings),
            QueueVerb.Command(surroundings),
            IndexVerb.Command(surroundings),
            AuditVerb.Command(surroundings),
            ReproduceVerb.Command(surroundings),
            RecordsVerb.Command(surroundings),
            AccessVerb.Command(surroundings),
            AlertsVerb.Command(surroundings),
            RecipientsVerb.Command(surroundings),
            DemoVerb.Command(surroundings),
        };
        var parsed = root.Parse(args);
        var code = parsed.Invoke(new InvocationConfiguration { Output = surroundings.Out, Error = surroundings.Error, EnableDefaultExceptionHandler = false });
        return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
    }
}
