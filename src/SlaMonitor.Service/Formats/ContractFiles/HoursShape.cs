using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Shapes;
using static SlaMonitor.Service.Formats.Shapes.SchemaBook;

namespace SlaMonitor.Service.Formats.ContractFiles;

/// <summary>Service hours of a week. What is wrong with them is said in the calendar's own words.</summary>
internal sealed class HoursShape : Shape<WeeklyHours>
{
    private const string Day = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)";

    private const string Entry = $@"{Day}(-{Day})?( {Day}(-{Day})?)*( \d\d:\d\d-\d\d:\d\d)+";

    private const string Expected = "service hours, such as Mon-Fri 08:00-18:00 or 24x7";

    public override bool TryRead(DocumentNode node, Spot spot, out WeeklyHours value)
    {
        value = WeeklyHours.AroundTheClock;
        if (node is not ScalarNode { Kind: not ScalarKind.Null } scalar)
        {
            spot.Report(node, ShapeProblems.WrongKind, Expected, Describe.Kind(node));
            return false;
        }

        try
        {
            value = WeeklyHours.Parse(scalar.Text);
            return true;
        }
        catch (ContradictionException contradiction)
        {
            spot.Report(node, contradiction);
            return false;
        }
    }

    public override DocumentNode Write(WeeklyHours value) => Text($"{value}");

    public override MapNode Schema(SchemaBook book) => Map(
        ("type", Text("string")), ("pattern", Text($"^(24x7|{Entry}(, ?{Entry})*)$")), ("description", Text(Expected)));
}
