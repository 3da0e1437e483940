using SlaMonitor.Domain.Evaluation;

namespace SlaMonitor.Service.Notices;

/// <summary>A Working as messages tell it: each step in lines of its own, numbered, with its clause where that changes.</summary>
public static class NoticeWorking
{
    public static IEnumerable<IReadOnlyList<string>> Of(IReadOnlyList<WorkingLine> working)
    {
        string? clause = null;
        foreach (var (line, i) in working.Select((line, i) => (line, i)))
        {
            var named = line.Clause is { } next && next != clause ? $" ({next})" : "";
            clause = line.Clause;
            yield return [$"{i + 1}. {line.Rule}{named}", .. Reckoning(line)];
        }
    }

    private static IEnumerable<string> Reckoning(WorkingLine line)
    {
        if (line.Inputs.Length > 0 && !line.Arithmetic.StartsWith(line.Inputs, StringComparison.Ordinal)) yield return line.Inputs;
        yield return line.Arithmetic.Length == 0 || line.Arithmetic == line.Outcome ? line.Outcome : $"{line.Arithmetic}: {line.Outcome}";
    }
}
