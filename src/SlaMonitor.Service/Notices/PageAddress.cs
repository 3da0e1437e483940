using SlaMonitor.Domain.Alerts;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Notices;

/// <summary>Where a page is, as a path from the root of the service. What a message links to and what the pages link among themselves is made
/// here, and each is tried against the routes. A path says which contract, period and indicator, and opens nothing to whoever may not see them.</summary>
public static class PageAddress
{
    public static string Contract(string contract) => $"/contracts/{Uri.EscapeDataString(contract)}";

    /// <summary>The returns to send, of every Service Period.</summary>
    public static string Returns(string contract) => $"{Contract(contract)}/returns";

    /// <param name="period">A Service Period's name, such as <c>2026-01</c>; so for all that follow.</param>
    public static string Statement(string contract, string period) => $"{Contract(contract)}/periods/{Uri.EscapeDataString(period)}";

    public static string Return(string contract, string period) => $"{Statement(contract, period)}/return";

    public static string Credit(string contract, string period) => $"{Statement(contract, period)}/credit";

    public static string Breach(string contract, string period, string indicator) => $"{Statement(contract, period)}/breaches/{Uri.EscapeDataString(indicator)}";

    /// <summary>The page on which whoever is told of an alert sees it, or does what is to be done.</summary>
    public static string Of(string contract, RegisteredAlert alert)
    {
        var @event = Enum.Parse<AlertEvent>(alert.Event);
        return (@event.Family(), @event) switch
        {
            (AlertFamily.Breach or AlertFamily.Decision, _) or (_, AlertEvent.RectificationDue) => Breach(contract, alert.Of, alert.Subject),
            (AlertFamily.ClaimCheck, _) => $"{Statement(contract, alert.Of)}#{Uri.EscapeDataString(alert.Subject)}",
            (AlertFamily.Credit, AlertEvent.CreditClaimClosing or AlertEvent.CreditUnclaimed) => Credit(contract, alert.Of),
            (AlertFamily.Credit, _) => $"{Statement(contract, alert.Of)}#credit",
            (AlertFamily.Trigger, _) => Statement(contract, alert.Of),
            (AlertFamily.Return, _) => alert.Of == RefusedReturn.NoPeriod ? Returns(contract) : Return(contract, alert.Of),
            _ => Contract(contract),
        };
    }
}
