using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using SlaMonitor.Service;
using SlaMonitor.Web.Access;

namespace SlaMonitor.Web.Requests;

/// <summary>What steps are told of a request.</summary>
internal static class Asking
{
    public static Asked For(HttpContext context, string reason) => new(Caller.Of(context)!.Id, reason, Trace)
    {
        IsOfClient = Caller.Of(context)!.May(Permission.ManageContract),
    };

    /// <summary>The id that goes with the work, from here to the alert.</summary>
    public static string? Trace => Activity.Current?.Id;
}
