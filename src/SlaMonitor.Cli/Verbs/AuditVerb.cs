using System.CommandLine;
using SlaMonitor.Cli.Serving;
using SlaMonitor.Service;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Cli.Verbs;

/// <summary><c>sla audit verify</c>: is the trail as it was written?</summary>
internal static class AuditVerb
{
    public static Command Command(Surroundings surroundings)
    {
        var contract = new Argument<string?>("contract") { Description = "The contract's code.", Arity = ArgumentArity.ZeroOrOne };
        var assignments = new Option<bool>("--assignments") { Description = "The trail of who has been given which contracts, in place of a contract's." };
        var verify = new Command("verify", "Check an audit trail: every row against the one before it, and against the daily anchors.") { contract, assignments };
        verify.Validators.Add(result =>
        {
            if (result.GetValue(assignments) == (result.GetValue(contract) is not null)) result.AddError("Either a contract or --assignments.");
        });
        var storage = new StorageOptions(verify, surroundings);
        verify.SetAction(parsed => storage.On(parsed, stores => Verify(stores, parsed.GetValue(contract), surroundings)).GetAwaiter().GetResult());
        return new("audit", "Who did what to a contract, and whether the trail of it is whole.") { verify };
    }

    private static async Task<int> Verify(Stores stores, string? contract, Surroundings surroundings)
    {
        var (verify, name) = (new VerifyAudit(stores), contract ?? "the assignments");
        switch (contract is null ? await verify.OfAssignments() : await verify.Of(contract))
        {
            case AuditVerdict.Whole(var rows, var anchors, var anchored):
                surroundings.Out.WriteLine($"The audit trail of {name} is whole: {rows} rows, the first {anchored} of them vouched for by {anchors} daily anchors.");
                return ExitCode.Fine;
            case AuditVerdict.BrokenRow(var number, var expected, var found):
                surroundings.Out.WriteLine($"Row {number} of the audit trail of {name} is not as it was written: expected {expected}, found {found}.");
                return ExitCode.Findings;
            case AuditVerdict.BrokenAnchor(var day, var number, var expected, var found):
                surroundings.Out.WriteLine($"The anchor of {day:uuuu-MM-dd} does not fit the audit trail of {name} at row {number}: expected {expected}, found {found}.");
                return ExitCode.Findings;
            default:
                surroundings.Error.WriteLine($"There is no contract {contract}.");
                return ExitCode.Usage;
        }
    }
}
