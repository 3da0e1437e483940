using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using NodaTime.Text;
using SlaMonitor.Service.Access;
using SlaMonitor.Web.Problems;

namespace SlaMonitor.Web.Access;

/// <summary>How the gate answered a request.</summary>
internal enum Verdict
{
    Admitted,
    NotSignedIn,
    Forbidden,
    NoSuchContract,

    /// <summary>The endpoint does not say who may come in.</summary>
    Unguarded,
}

/// <summary>Lets a request through to its endpoint, or answers it. Every request with an endpoint of ours passes here.</summary>
internal sealed class Gate(RequestDelegate next, IAssignments assignments, ILogger<Gate> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // No endpoint of ours: an unknown path, or the framework's own answer to a wrong method or content type.
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await next(context);
            return;
        }

        var verdict = await Judge(context, endpoint);
        context.Features.Set(new GateAnswer(verdict));
        if (verdict == Verdict.Admitted) await next(context);
        else await Refuse(context, endpoint, verdict);
    }

    private async ValueTask<Verdict> Judge(HttpContext context, RouteEndpoint endpoint)
    {
        // Several would be an endpoint and its group at odds, and which one was meant is not ours to guess.
        if (endpoint.Metadata.GetOrderedMetadata<Admission>() is not [var admission]) return Verdict.Unguarded;
        if (admission is Admission.Open) return Verdict.Admitted;
        if (Caller.Of(context) is not { } caller) return Verdict.NotSignedIn;
        if (caller.Link is not null) return JudgeLink(context, endpoint, admission, caller.Link);
        if (caller.Roles.Count == 0) return Verdict.Forbidden;
        if (admission is not Admission.Needing(var permission)) return Verdict.Admitted;

        // The assignment comes first, so that of another's contract not even its existence is told.
        if (NamedInPath.IsOfContract(endpoint)
            && (NamedInPath.Contract(context, endpoint) is not { } contract
                || !(await assignments.Of(caller.Id, context.RequestAborted)).Cover(contract))) return Verdict.NoSuchContract;
        return caller.May(permission) ? Verdict.Admitted : Verdict.Forbidden;
    }

    private static Verdict JudgeLink(HttpContext context, RouteEndpoint endpoint, Admission admission, UploadLink link)
    {
        if (admission is not Admission.Needing { Permission: Permission.SubmitReturn }) return Verdict.Forbidden;
        if (NamedInPath.Contract(context, endpoint) != link.Contract) return Verdict.NoSuchContract;
        return NamedInPath.Period(context, endpoint) == YearMonthPattern.Iso.Format(link.Period) || endpoint.Metadata.GetMetadata<HoldsLinkToItsPeriod>() is not null
            ? Verdict.Admitted
            : Verdict.Forbidden;
    }

    private async Task Refuse(HttpContext context, RouteEndpoint endpoint, Verdict verdict)
    {
        Log.Refused(log, verdict, Caller.Of(context)?.Id, endpoint.RoutePattern.RawText);
        if (verdict == Verdict.NotSignedIn) context.Response.Headers.WWWAuthenticate = Schemes.Bearer;
        var answer = verdict switch
        {
            Verdict.NotSignedIn => KnownProblems.NotSignedIn,
            Verdict.Forbidden => KnownProblems.Forbidden,
            Verdict.NoSuchContract => KnownProblems.NoSuchContract,
            _ => KnownProblems.Unexpected,
        };
        await answer.WriteTo(context);
    }
}

/// <summary>Left on the request, so that a test can tell the gate's answer from the endpoint's.</summary>
internal sealed record GateAnswer(Verdict Verdict);
