using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.ContractFiles;

/// <summary>A worked example as the contract file writes it: levels given, and what to expect.</summary>
internal static class ExampleShape
{
    private sealed record Expected(
        IReadOnlyList<KeyValuePair<string, IReadOnlyList<RungName>>> Rungs,
        IReadOnlyList<KeyValuePair<string, IReadOnlyList<int>>> Points,
        IReadOnlyList<Money> Payable);

    private sealed record Given(IReadOnlyList<KeyValuePair<string, IReadOnlyList<Rational>>> Levels, IReadOnlyList<Money> Charges);

    public static Shape<WorkedExample> Shape { get; } = Build();

    private static RecordShape<WorkedExample> Build()
    {
        var shape = new RecordShape<WorkedExample>("example", "An example from the contract's own schedule; run before these terms may take effect.");
        var title = shape.Optional("title", Scalars.Line, e => e.Title, "What the schedule calls it.");
        var given = shape.Required("given", GivenShape(), e => new Given(e.Given, e.Charges), "What happened in consecutive Service Periods.");
        var expect = shape.Required("expect", ExpectedShape(), e => new Expected(e.Rungs, e.Points, e.Payable), "What the contract says must come of it.");
        return shape.BuiltBy(v => new(v.Get(title), v.Get(given).Levels, v.Get(given).Charges, v.Get(expect).Rungs, v.Get(expect).Points, v.Get(expect).Payable));
    }

    private static RecordShape<Given> GivenShape()
    {
        var shape = new RecordShape<Given>("given", "Levels and charges, one a period.");
        var levels = shape.Required("levels", ByCode(Scalars.Level), g => g.Levels, "Levels by indicator code.");
        var charges = shape.OptionalList("charges", new ListShape<Money>(Scalars.Pounds), g => g.Charges, "Charges of each period; the contract's own where left out.");
        return shape.BuiltBy(v => new(v.Get(levels), v.Get(charges)));
    }

    private static RecordShape<Expected> ExpectedShape()
    {
        var shape = new RecordShape<Expected>("expect", "Rungs, points and credits, one a period.");
        var rungs = shape.OptionalList("rungs", ByCode(Scalars.Words<RungName>()), e => e.Rungs, "The rung each period lands on, by indicator code.");
        var points = shape.OptionalList("points", ByCode(Scalars.Whole(0, 100_000)), e => e.Points, "The points each period costs, by indicator code.");
        var payable = shape.OptionalList("payable", new ListShape<Money>(Scalars.SignedPounds), e => e.Payable, "The Service Credit of each period, less what is earned back in it.");
        return shape.BuiltBy(v => new(v.Get(rungs), v.Get(points), v.Get(payable)));
    }

    private static MapShape<IReadOnlyList<T>> ByCode<T>(Shape<T> item) => new(Scalars.IndicatorCode, new ListShape<T>(item));
}
