namespace SlaMonitor.Domain.Alerts;

/// <summary>The alerts of one period, kept from the first time they are asked for: the manifest, what needs attention and the documents all
/// ask. A copy of a period shares this and is not the one it was worded for, so a copy is worded anew. Says nothing about whether two
/// periods are equal.</summary>
internal sealed class WordedOnce : IEquatable<WordedOnce>
{
    private sealed record Worded(PeriodAssessment Period, IReadOnlyList<Alert> Alerts);

    private Worded? _last;

    public IReadOnlyList<Alert> Of(PeriodAssessment period)
    {
        if (_last is { } last && ReferenceEquals(last.Period, period)) return last.Alerts;
        var worded = new Worded(period, PeriodAlerts.Of(period));
        _last = worded;
        return worded.Alerts;
    }

    public bool Equals(WordedOnce? other) => other is not null;

    public override bool Equals(object? obj) => Equals(obj as WordedOnce);

    public override int GetHashCode() => 0;
}
