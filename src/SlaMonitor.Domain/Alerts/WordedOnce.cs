namespace SlaMonitor.Domain.Alerts;

/// <summary>The alerts of an assessment, or of one period of it, kept from the first time they are asked for: the manifest, what needs
/// attention and the documents all ask. A copy of what they are of shares this and is not the one they were worded for, so a copy is
/// worded anew. Says nothing about whether two assessments are equal.</summary>
internal sealed class WordedOnce<T> : IEquatable<WordedOnce<T>>
    where T : class
{
    private sealed record Worded(T Of, IReadOnlyList<Alert> Alerts);

    private Worded? _last;

    public IReadOnlyList<Alert> Of(T subject, Func<T, IReadOnlyList<Alert>> word)
    {
        if (_last is { } last && ReferenceEquals(last.Of, subject)) return last.Alerts;
        var worded = new Worded(subject, word(subject));
        _last = worded;
        return worded.Alerts;
    }

    public bool Equals(WordedOnce<T>? other) => other is not null;

    public override bool Equals(object? obj) => Equals(obj as WordedOnce<T>);

    public override int GetHashCode() => 0;
}
