using SlaMonitor.Domain;

namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>A cell as its file writes it.</summary>
/// <param name="Type">Its attribute t: s, str, inlineStr, n, b, e or d; null is n.</param>
/// <param name="Value">Null where it has none; the text itself where the cell holds it.</param>
internal readonly record struct WrittenCell(string? Type, int Style, string? Value, bool IsFormula);

/// <summary>A cell that holds something, and where.</summary>
/// <param name="Fault">What is wrong with it; its text is then what it shows.</param>
internal sealed record SheetCell(int Row, int Column, string Text, SheetFault? Fault);

/// <param name="Expected">What would have been right, in words.</param>
internal sealed record SheetFault(ProblemCode Code, string Expected, string Found);
