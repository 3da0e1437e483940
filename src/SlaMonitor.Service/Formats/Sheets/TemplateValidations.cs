using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using NodaTime;
using SlaMonitor.Service.Formats.Tables;
using SlaMonitor.Service.Formats.Templates;

namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>What a spreadsheet refuses to take in a cell to fill in, one rule for each kind.</summary>
internal static class TemplateValidations
{
    private static readonly LocalDate ZeroOf1900 = new(1899, 12, 30);

    public static DataValidations Of(ReturnTemplate template, int column, int firstRow)
    {
        var rules = template.Rows.Select((row, i) => (row.Filling, Cell: new StringValue(CellName.Of(firstRow + i, column))))
            .GroupBy(r => r.Filling, r => r.Cell)
            .Select(cells => (Rule: Rule(cells.Key, template), Cells: cells))
            .Where(r => r.Rule is not null).ToList();
        foreach (var (rule, cells) in rules) rule!.SequenceOfReferences = new ListValue<StringValue>(cells);
        return new(rules.Select(r => r.Rule!)) { Count = (uint)rules.Count };
    }

    private static DataValidation? Rule(Filling filling, ReturnTemplate template) => filling switch
    {
        Filling.Whole => AtLeast(DataValidationValues.Whole, "0", "A whole number, 0 or more."),
        Filling.Amount or Filling.Pounds => AtLeast(DataValidationValues.Decimal, "0", "A figure, 0 or more."),
        Filling.Day => AtLeast(DataValidationValues.Date, $"{Period.DaysBetween(ZeroOf1900, template.Terms.Period.Last) + 1}", $"A day after {template.Terms.Period.Last:uuuu-MM-dd}, the last of the period."),
        Filling.Date => AtLeast(DataValidationValues.Date, "1", $"A day, such as {template.Terms.Period.Last:uuuu-MM-dd}."),
        Filling.YesNo => With(new(new Formula1("\"yes,no\"")) { Type = DataValidationValues.List }, "Yes or no."),
        _ => null,
    };

    private static DataValidation AtLeast(DataValidationValues type, string least, string message) =>
        With(new(new Formula1(least)) { Type = type, Operator = DataValidationOperatorValues.GreaterThanOrEqual }, message);

    private static DataValidation With(DataValidation rule, string message)
    {
        rule.AllowBlank = true;
        rule.ShowErrorMessage = true;
        rule.ErrorTitle = "Not this";
        rule.Error = message;
        return rule;
    }
}
