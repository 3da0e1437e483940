using NodaTime;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Service.Formats.Assessments;

namespace SlaMonitor.Service.Register;

/// <summary>An alert as a row: it is one before it is a message to anybody.</summary>
/// <param name="Assessment">The number of the assessment it last arose from anew.</param>
/// <param name="Stands">Whether the assessment that stands names it. Never stored, so that nothing can say otherwise.</param>
public sealed record RegisteredAlert(string Key, string Event, string Subject, string Of, LocalDate? On, string Text, int Assessment, Instant RaisedAt, bool Stands)
{
    /// <summary>What a manifest names it by: 16 digits of its key's hash.</summary>
    public static string HashOf(string key) => ContentHash.Of(key)[..16];

    public static RegisteredAlert From(Alert alert, int assessment, Instant raisedAt) =>
        new(alert.Key, alert.Event.ToString(), alert.Subject, alert.Of, alert.On, alert.Text, assessment, raisedAt, true);
}
