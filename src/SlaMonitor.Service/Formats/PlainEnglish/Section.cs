namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>One sentence or a few that belong together.</summary>
/// <param name="Clause">Where the contract says so; null where the contract file names no clause.</param>
public sealed record Paragraph(string? Clause, string Text);

/// <summary>A part of a contract in plain English: the term, one indicator, the Service Credits.</summary>
public sealed record Section(string Heading, IReadOnlyList<Paragraph> Paragraphs);
