using SlaMonitor.Domain.Contracts.Measures;

namespace SlaMonitor.Service.Formats.Templates;

/// <summary>What a cell is to be filled in with.</summary>
public enum Filling
{
    /// <summary>Nothing: it is filled in already.</summary>
    Given,

    /// <summary>A whole number, zero or more.</summary>
    Whole,

    /// <summary>Any figure of zero or more.</summary>
    Amount,

    /// <summary>Pounds and pence, zero or more.</summary>
    Pounds,

    /// <summary>A day after the period.</summary>
    Day,

    /// <summary>Any day.</summary>
    Date,

    YesNo,

    /// <summary>A level as it would be written in a letter, with its decimal places.</summary>
    Level,

    Text,
}

/// <summary>One fact of a return, to be filled in.</summary>
/// <param name="Indicator">Its code; empty for facts of the return itself.</param>
/// <param name="Figure">The fact's name as tables write it.</param>
public sealed record TemplateRow(string Indicator, string Figure, Filling Filling)
{
    /// <summary>The indicator's title.</summary>
    public string Title { get; init; } = "";

    /// <summary>The member of a breakdown; empty for the whole.</summary>
    public string Member { get; init; } = "";

    /// <summary>What the fact is, in the contract's words.</summary>
    public string Description { get; init; } = "";

    public string Unit { get; init; } = "";

    /// <summary>What is filled in already.</summary>
    public string Value { get; init; } = "";

    /// <summary>What the return of the previous period said.</summary>
    public string Previous { get; init; } = "";

    /// <summary>Whether a return may do without it.</summary>
    public bool IsOptional { get; init; }

    internal static Filling Of(PartKind kind) => kind switch
    {
        PartKind.Count => Filling.Whole,
        PartKind.Answer => Filling.YesNo,
        _ => Filling.Amount,
    };
}
