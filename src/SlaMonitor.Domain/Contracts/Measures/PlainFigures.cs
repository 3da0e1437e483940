using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts.Measures;

/// <summary>How many of something there were in the period: incidents, requests.</summary>
public sealed record Count(string Of) : Measure
{
    public override IReadOnlyList<Part> Parts => [new("count", Of, PartKind.Count)];

    public override bool AddsUp => true;

    public override string Rule => $"number of {Of} in the period";

    public override Rational? Level(Figures figures, long agreedMinutes) => figures["count"];

    public override string Arithmetic(Figures figures, long agreedMinutes) => $"{figures["count"]}";
}

/// <summary>How many of something there are on the period's last day: requests outstanding.</summary>
public sealed record Stock(string Of) : Measure
{
    public override IReadOnlyList<Part> Parts => [new("stock", Of, PartKind.Count)];

    public override bool MayHaveNoActivity => false;

    public override string Rule => $"number of {Of} at the end of the period";

    public override Rational? Level(Figures figures, long agreedMinutes) => figures["stock"];

    public override string Arithmetic(Figures figures, long agreedMinutes) => $"{figures["stock"]}";
}

/// <summary>A figure the supplier states without parts, so that nobody can recompute it.</summary>
public sealed record StatedValue(string Of) : Measure
{
    public override IReadOnlyList<Part> Parts => [];

    public override string Rule => $"{Of}, as stated";

    public override Rational? Level(Figures figures, long agreedMinutes) => null;

    public override string Arithmetic(Figures figures, long agreedMinutes) => "";
}

/// <summary>A question answered yes or no; yes counts as 1.</summary>
public sealed record YesNo(string Question) : Measure
{
    /// <summary>The key of its one part, the only one that is given as yes or no.</summary>
    public const string Answer = "answer";

    public override IReadOnlyList<Part> Parts => [new(Answer, Question, PartKind.Answer)];

    public override bool MayHaveNoActivity => false;

    public override string Rule => Question;

    public override Rational? Level(Figures figures, long agreedMinutes) => figures[Answer];

    public override string Arithmetic(Figures figures, long agreedMinutes) => figures[Answer].IsZero ? "no" : "yes";
}
