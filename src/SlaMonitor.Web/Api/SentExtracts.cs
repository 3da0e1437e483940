using Microsoft.AspNetCore.Http;
using SlaMonitor.Service;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Problems;

namespace SlaMonitor.Web.Api;

/// <summary>The ticket extracts that a program names beside its return: <c>extract=incidents:1f-ab12</c>, once for each.</summary>
internal static class SentExtracts
{
    /// <param name="named">As they stand in the query; null where there are none.</param>
    public static bool TryRead(string[]? named, string contract, HttpContext context, out IReadOnlyList<KeptExtract> extracts, out ApiProblem? refusal)
    {
        extracts = [.. (named ?? []).Select(Read).OfType<KeptExtract>()];
        refusal = extracts.Count == (named?.Length ?? 0) && KeptExtract.AreOf(contract, Caller.Of(context)!.Id, extracts)
            ? null
            : KnownProblems.Invalid with
            {
                Detail = "extract= takes NAME:ID, each name once, with the id that its upload was answered with.",
                Errors = [new(CountEvidence.ExtractGone.Name, "ticket extracts that you uploaded for this contract", "others")],
            };
        return refusal is null;
    }

    /// <summary>A name may hold a colon, an id holds none.</summary>
    private static KeptExtract? Read(string named) => named.LastIndexOf(':') is > 0 and var at && at < named.Length - 1 ? new(named[..at], named[(at + 1)..]) : null;
}
