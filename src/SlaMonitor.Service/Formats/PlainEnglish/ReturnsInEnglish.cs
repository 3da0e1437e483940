using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>When the supplier's return is due and what its absence means.</summary>
internal static class ReturnsInEnglish
{
    public static Section Of(DatedTerms dated)
    {
        var returns = dated.Terms.Returns;
        return new("Returns",
        [
            new(returns.Clause, $"The supplier's return is due {returns.Due} after the end of each Service Period.{FirstDue(dated)}"),
            new(returns.Clause, $"While a return is overdue, {Missing(returns.WhenMissing)}. {Figure(returns)}"),
            returns.NothingToReport == NothingToReport.Taken
                ? new(null, "Nothing else being stated, the supplier may say of a whole Service Period that there was nothing to report; it has to confirm what that comes to.")
                : new(returns.Clause, "A return without a single figure is refused."),
        ]);
    }

    private static string FirstDue(DatedTerms dated)
    {
        if (dated.First is not { } first) return "";
        return first.ReturnDue is { } due
            ? $" For the first, {first.Period.InWords()}, that is {Phrases.Weekday(due)}."
            : $" For the first, {first.Period.InWords()}, the day cannot be told, as {dated.HolidayYears}.";
    }

    private static string Figure(ReturnTerms returns) => returns.WhenFigureMissing == returns.WhenMissing
        ? "Nothing else being stated for a single figure that a return leaves out, the same goes for it."
        : $"Where a return comes but leaves out an indicator's figure, {MissingFigure(returns.WhenFigureMissing)}.";

    private static string Missing(Absence absence) => absence switch
    {
        Absence.WorstRung => "every indicator with a target fails at its worst level",
        Absence.Zero => "every indicator with a target is judged as if its level were zero",
        Absence.NotScored => "no indicator is scored, and none costs anything",
        Absence.CannotTell => "nobody can tell how any indicator did",
        _ => throw new ArgumentOutOfRangeException(nameof(absence), absence, "Not a meaning of absence."),
    };

    private static string MissingFigure(Absence absence) => absence switch
    {
        Absence.WorstRung => "that indicator fails at its worst level",
        Absence.Zero => "that indicator is judged as if its level were zero",
        Absence.NotScored => "that indicator is not scored",
        Absence.CannotTell => "nobody can tell how that indicator did",
        _ => throw new ArgumentOutOfRangeException(nameof(absence), absence, "Not a meaning of absence."),
    };
}
