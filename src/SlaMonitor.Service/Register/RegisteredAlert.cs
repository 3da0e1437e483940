using NodaTime;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Service.Formats.Assessments;

namespace SlaMonitor.Service.Register;

/// <summary>How far an alert goes.</summary>
public enum Reach
{
    /// <summary>To the contract's officers, each by their own way.</summary>
    People,

    /// <summary>Shown only: it is history that was registered or imported late, see <see cref="ReachOfAlerts"/>.</summary>
    ScreenAsHistory,

    /// <summary>Shown only: another message says it, see <see cref="WorthAMessage"/>.</summary>
    ScreenWithAnother,

    /// <summary>Shown only: the contract had ended.</summary>
    ScreenAfterEnd,
}

/// <summary>An alert as a row: it is one before it is a message to anybody.</summary>
/// <param name="Assessment">The number of the assessment it last arose from anew.</param>
/// <param name="Stands">Whether the assessment that stands names it. Never stored, so that nothing can say otherwise.</param>
public sealed record RegisteredAlert(string Key, string Event, string Subject, string Of, LocalDate? On, string Text, int Assessment, Instant RaisedAt, bool Stands)
{
    public Reach Reach { get; init; } = Reach.People;

    /// <summary>See <see cref="Alert.LeadTime"/>; null where there is none.</summary>
    public string? LeadTime { get; init; }

    /// <summary>What was last done with it since it arose; null where nothing was.</summary>
    public AlertHandling? Handling { get; init; }

    public string Hash => HashOf(Key);

    /// <summary>What a manifest names it by: 16 digits of its key's hash.</summary>
    public static string HashOf(string key) => ContentHash.Of(key)[..16];

    /// <summary>What a manifest knows its words and its day by: 8 digits of their hash.</summary>
    public static string TextHashOf(Alert alert) => ContentHash.Of($"{alert.On:uuuu-MM-dd}\n{alert.Text}")[..8];

    /// <summary>Line by line how it was arrived at, as far as there is anything to reckon; kept with what is told and not on the list.</summary>
    public IReadOnlyList<WorkingLine> Working { get; init; } = [];

    /// <summary>The same event in the words of a later assessment; when and from what it arose stands.</summary>
    public RegisteredAlert Saying(RegisteredAlert later) => this with { Text = later.Text, On = later.On, Working = later.Working };

    public static RegisteredAlert From(Alert alert, int assessment, Instant raisedAt) =>
        new(alert.Key, alert.Event.ToString(), alert.Subject, alert.Of, alert.On, alert.Text, assessment, raisedAt, true) { LeadTime = alert.LeadTime };
}

/// <summary>Alerts that arose from one assessment and that nobody has been chosen to tell yet.</summary>
/// <param name="Assessment">Its number.</param>
/// <param name="Version">Of the row, for taking it up once.</param>
public sealed record OutboxItem(int Assessment, IReadOnlyList<RegisteredAlert> Alerts, string Version);
