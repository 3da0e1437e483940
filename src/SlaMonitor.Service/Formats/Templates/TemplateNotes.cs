namespace SlaMonitor.Service.Formats.Templates;

/// <summary>How a template is filled in, in plain English.</summary>
internal static class TemplateNotes
{
    public static IEnumerable<string> Of(ReturnTemplate template)
    {
        yield return $"This return is for {template.Terms.Period.InWords()} under the terms from {template.Terms.Terms.EffectiveFrom:d MMMM uuuu}.{Due(template)}";
        yield return "1. Fill in the yellow cells in the column “value”. The pale cells may stay empty. Everything else is locked; there is no password.";
        yield return "2. Where there was nothing to measure, choose yes beside “no activity”, and where no figure can be given, beside “not supplied”. Leave the figures of that indicator empty then. An empty cell is neither zero nor “not supplied”: an indicator with nothing in any of its cells is refused.";
        yield return "3. Type figures without thousands separators, pounds signs and words. Cases are whole numbers. Minutes are a number of minutes, such as 95, and not 1:35.";
        yield return "4. “stated” is the level as you work it out yourself, as you would write it in a letter: 96.62 % or 4.86. Its decimal places count, so type 97.0 where you mean 97.0. The level is worked out again from the figures above it, and where the two differ you are told.";
        if (template.HasMembers)
            yield return "5. Where there is a row for each member, such as a department, give the figures of each. They are added up for you.";
        yield return "Comments go into the last column, beside what they are about.";
        yield return "To put right the figures of an earlier period, unprotect the sheet (Review, Unprotect Sheet), name the next free column “period”, and add rows with that period, such as 2024-03, in it. Rows and columns may stand in any order. Hidden rows count. Do not merge cells.";
        yield return "Formulas are read by the value they had when the file was saved. A worked-out figure is read to 15 digits and 12 decimal places. Macros, links to other files and passwords to open the file are refused.";
        yield return "To send the return again, raise “revision” by one. A return with an error is refused whole, and every error is named by its cell.";
    }

    private static string Due(ReturnTemplate template) => template.Terms.ReturnDue is { } due ? $" It is due by {due:dddd d MMMM uuuu}." : "";
}
