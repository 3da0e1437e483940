using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts.Measures;

/// <summary>Cases that count as good, as a share of all cases. The contract names either the good ones
/// (<paramref name="Of"/>) or the others (<paramref name="AllBut"/>).</summary>
/// <param name="To">All cases.</param>
/// <param name="OpenOverdue">Cases overdue and still open, where the contract counts them as failed beside all cases: in every
/// period until they are closed. Null where it does not.</param>
public sealed record RatioOfCounts(string? Of, string? AllBut, string To, string? OpenOverdue = null) : Measure
{
    public override IReadOnlyList<Part> Parts =>
    [
        Of is { } of ? new("of", of, PartKind.Count) : new("allBut", AllBut!, PartKind.Count),
        new("to", To, PartKind.Count),
        .. OpenOverdue is { } open ? [new Part("openOverdue", open, PartKind.Count)] : Array.Empty<Part>(),
    ];

    public override bool IsShare => true;

    public override bool AddsUp => true;

    public override bool HasVolume => true;

    public override Rational Volume(Figures figures) => All(figures);

    public override string Rule => $"{(Of is { } of ? of : $"({To} - {AllBut})")} / {(OpenOverdue is { } open ? $"({To} + {open})" : To)}";

    public override Rational? Level(Figures figures, long agreedMinutes) =>
        All(figures) is { IsZero: false } all ? Good(figures) / all : null;

    public override string Arithmetic(Figures figures, long agreedMinutes)
    {
        var good = Of is not null ? $"{figures["of"]}" : $"({figures["to"]} - {figures["allBut"]})";
        return OpenOverdue is null ? $"{good} / {figures["to"]}" : $"{good} / ({figures["to"]} + {figures["openOverdue"]})";
    }

    /// <summary>All cases the share is of, those overdue and still open among them.</summary>
    public Rational All(Figures figures) => OpenOverdue is null ? figures["to"] : figures["to"] + figures["openOverdue"];

    /// <summary>The cases that do not count as good.</summary>
    public Rational Failing(Figures figures) => All(figures) - Good(figures);

    public Rational Good(Figures figures) => Of is null ? figures["to"] - figures["allBut"] : figures["of"];

    public override IEnumerable<Reading> OtherReadings(Figures figures, long agreedMinutes)
    {
        var (a, b) = (figures["to"], figures[Of is null ? "allBut" : "of"]);
        var without = (this with { OpenOverdue = null }).Arithmetic(figures, agreedMinutes);
        IEnumerable<Reading> closed = figures["openOverdue"].Sign > 0 && !a.IsZero ? [new($"{without}, cases overdue and still open left out", Good(figures) / a)] : [];
        return closed.Concat(RatioReadings.Of(a, b)).Concat(RatioReadings.Of(b, a));
    }

    public override IEnumerable<Problem> Impossible(Figures figures, long agreedMinutes)
    {
        var part = Of is null ? "allBut" : "of";
        if (figures[part] > figures["to"])
            yield return new(FigureProblems.PartExceedsWhole, part, $"at most {figures["to"]}, the number of {To}", $"{figures[part]}");
    }
}
