using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlaMonitor.Service.Formats.Assessments;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Pages.Contracts;
using SlaMonitor.Web.Pages.Layout;
using SlaMonitor.Web.Problems;

namespace SlaMonitor.Web.Pages.OneContract;

/// <summary>One contract: how it has done, what it costs, what is to come.</summary>
internal static class ContractPages
{
    public static void Map(IEndpointRouteBuilder contract)
    {
        contract.MapGet("", Show).Needs(Permission.ReadContract);
        contract.MapGet("/results.csv", Csv).Needs(Permission.ReadContract);
    }

    private static async Task<IResult> Show(string contract, int? months, OpenContract open) => await open.Of(contract) is { } opened
        ? new Shown<ContractPage>(ContractModel.Of(opened, months == ContractModel.Long ? ContractModel.Long : ContractModel.Short))
        : KnownProblems.NoSuchContract;

    /// <summary>Every result there is, for a spreadsheet.</summary>
    private static async Task<IResult> Csv(string contract, OpenContract open) => await open.Of(contract) is { } opened
        ? Results.File(System.Text.Encoding.UTF8.GetBytes(AssessmentCsv.Write([opened.Assessed])), "text/csv; charset=utf-8", $"{contract}-results.csv")
        : KnownProblems.NoSuchContract;
}
