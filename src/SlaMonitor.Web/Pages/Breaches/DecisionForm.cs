using NodaTime;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Web.Pages.Layout;

namespace SlaMonitor.Web.Pages.Breaches;

/// <summary>The fields of a decision about a breach, and the decision that they make.</summary>
internal static class DecisionForm
{
    public const string Reason = "reason", Outcome = "outcome", Due = "due", Clause = "clause", By = "contract manager";

    /// <summary>The latest day that a draft may be due after today; a slip of the year is larger.</summary>
    private const int MostDays = 366;

    public static string FieldOf(Part part) => $"part-{part.Key}";

    /// <summary>With what the supplier gave, or the contract's own date.</summary>
    public static Filled Begun(BreachStep step, BreachModel breach)
    {
        if (step.AsksDue) return Filled.With((Due, $"{breach.PlanByContract?.Due ?? breach.Contract.Today:uuuu-MM-dd}"));
        if (!step.AsksFigures || breach.Unexcused.Figures is not { } given) return Filled.Blank;
        return Filled.With([.. breach.Result.Indicator.Measure!.Parts.Where(p => given.Has(p.Key)).Select(p => (FieldOf(p), Shown(p, given[p.Key])))]);
    }

    /// <returns>The decision, or the form with what is wrong.</returns>
    public static (Decision? Decision, Filled Filled) Read(BreachStep step, BreachModel breach, Filled filled)
    {
        filled = filled.And(Reason, Reasons.Missing(filled[Reason], $"Enter {char.ToLowerInvariant(step.Ask[0])}{step.Ask[1..]}"));
        var figures = new Dictionary<string, Rational>();
        if (step.AsksFigures)
        {
            foreach (var part in breach.Result.Indicator.Measure!.Parts)
            {
                var text = filled[FieldOf(part)];
                if (text.Length == 0 && part.IsOptional) continue;
                if (part.Kind == PartKind.Answer ? text is "yes" or "no" : Rational.TryParse(text, out _)) figures[part.Key] = text switch { "yes" => 1, "no" => 0, _ => Rational.Parse(text) };
                else filled = filled.And(FieldOf(part), text.Length == 0 ? $"Enter {part.Label}" : $"{Capital(part.Label)} must be a number, like 143 or 12.5");
            }
        }

        var outcome = DisputeOutcome.ResultStands;
        if (step.AsksOutcome && !(Enum.TryParse(filled[Outcome], out outcome) && Enum.IsDefined(outcome))) filled = filled.And(Outcome, "Select how the dispute ended");
        var due = breach.Contract.Today;
        if (step.AsksDue) filled = filled.And(Due, DueProblem(filled[Due], breach.Contract.Today, out due));
        if (!filled.IsFine) return (null, filled);
        var clause = filled[Clause] is { Length: > 0 } said ? OneLine(said) : null;
        return (step.Taking(breach, new(breach.Contract.Code, breach.Contract.Today, By, OneLine(filled[Reason]), clause), new(figures), outcome, due), filled);
    }

    /// <summary>What the rules find wrong, at the fields it is of.</summary>
    public static Filled With(this Filled filled, BreachModel breach, IEnumerable<Domain.Problem> problems) => problems.Aggregate(filled, (said, p) =>
    {
        var part = p.Path.StartsWith("parts.", StringComparison.Ordinal) ? breach.Result.Indicator.Measure?.Parts.FirstOrDefault(m => m.Key == p.Path["parts.".Length..]) : null;
        return said.And(part is null ? Reason : FieldOf(part), $"{(part is null ? "This cannot be recorded" : Capital(part.Label))}: expected {p.Expected}, found {p.Found}");
    });

    internal static string OneLine(string text) => string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string? DueProblem(string text, LocalDate today, out LocalDate due) =>
        !Scalars.TryDay(text, out due) ? "Enter the date by which the draft is due, like 2026-03-27"
        : due < today ? $"The date must be today, {today:uuuu-MM-dd}, or later"
        : due > today.PlusDays(MostDays) ? "The date must be within a year"
        : null;

    private static string Shown(Part part, Rational figure) => part.Kind == PartKind.Answer ? (figure.IsZero ? "no" : "yes") : figure.ToString();

    private static string Capital(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}";
}
