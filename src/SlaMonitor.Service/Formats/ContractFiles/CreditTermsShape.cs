using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Shapes;
using static SlaMonitor.Service.Formats.Shapes.SchemaBook;

namespace SlaMonitor.Service.Formats.ContractFiles;

/// <summary>What failures cost in money, as the contract file writes it: regimes by name, the one by Service Points under a name
/// that is kept for it, and what applies to all of them together.</summary>
internal sealed class CreditTermsShape : Shape<CreditTerms>
{
    private const string TogetherKey = "together";

    private static readonly ScalarShape<string> Name = new(
        "a name of letters, digits, spaces, hyphens and underscores, such as Availability credits", $"^(?!({CreditRegime.OfServicePoints}|{TogetherKey})$)[A-Za-z0-9][A-Za-z0-9 _-]{{0,39}}$",
        (string text, out string value) => (value = text).Length is > 0 and <= 40 && char.IsAsciiLetterOrDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '_'), text => text);

    private static readonly Shape<Together> TogetherShape = Together.Shape();

    public override bool TryRead(DocumentNode node, Spot spot, out CreditTerms value)
    {
        value = default!;
        if (node is not MapNode map)
        {
            spot.Report(node, ShapeProblems.WrongKind, "a map with regimes by name", Describe.Kind(node));
            return false;
        }

        var before = spot.Problems.Count;
        var (regimes, rounding, together) = (new List<CreditRegime>(), (RoundingMode?)null, Together.Nothing);
        foreach (var (key, entry) in map.Entries)
        {
            if (key.Text == TogetherKey && TogetherShape.TryRead(entry, spot.Key(key.Text), out var all)) together = all;
            else if (key.Text == CreditRegime.OfServicePoints && RegimeShapes.ServicePoints.TryRead(entry, spot.Key(key.Text), out var points)) (_, rounding) = (Add(points.Regime), points.Rounding);
            else if (key.Text is not (TogetherKey or CreditRegime.OfServicePoints) && TryReadNamed(key, entry, spot, out var regime)) Add(regime);
        }

        if (spot.Problems.Count > before) return false;
        if (regimes.Count == 0) spot.Report(node, ShapeProblems.EmptyList, $"at least one regime, such as '{CreditRegime.OfServicePoints}'", "none");
        if (rounding is not null && together.Rounding is not null)
            spot.Key(TogetherKey).Report(map[TogetherKey]!, ShapeProblems.ChooseOne, $"either 'rounding' here or under '{CreditRegime.OfServicePoints}'", "both");
        value = new(regimes, together.Caps, rounding ?? together.Rounding ?? RoundingMode.HalfAwayFromZero, together.Clause) { Invoice = together.Invoice, Vat = together.Vat, ClaimWithin = together.ClaimWithin };
        return spot.Problems.Count == before;

        CreditRegime Add(CreditRegime regime)
        {
            regimes.Add(regime);
            return regime;
        }
    }

    private static bool TryReadNamed(ScalarNode key, DocumentNode entry, Spot spot, out CreditRegime regime)
    {
        var named = Name.TryRead(key, spot.Key(key.Text), out var name);
        var read = RegimeShapes.Named.TryRead(entry, spot.Key(key.Text), out regime);
        if (read) regime = regime with { Name = name };
        return named && read;
    }

    public override DocumentNode Write(CreditTerms value)
    {
        var stated = value.Rounding == RoundingMode.HalfAwayFromZero ? (RoundingMode?)null : value.Rounding;
        var byPoints = value.Regimes.Any(r => r.Rule is ServicePoints);
        var together = new Together(value.Caps, byPoints ? null : stated, value.Clause) { Invoice = value.Invoice, Vat = value.Vat, ClaimWithin = value.ClaimWithin };
        var regimes = value.Regimes.Select(r => (r.Name, r.Rule is ServicePoints ? RegimeShapes.ServicePoints.Write((r, stated)) : RegimeShapes.Named.Write(r)));
        return Map([.. regimes, .. together.SaysNothing ? Array.Empty<(string, DocumentNode)>() : [(TogetherKey, TogetherShape.Write(together))]]);
    }

    public override MapNode Schema(SchemaBook book) => Map(
        ("type", Text("object")),
        ("description", Text("What failures cost in money: one regime or several side by side, each with a name of its own.")),
        ("minProperties", Number(1)),
        ("properties", Map(
            (CreditRegime.OfServicePoints, Described.With(RegimeShapes.ServicePoints.Schema(book), "A share of the period's charges for each Service Point.")),
            (TogetherKey, Described.With(TogetherShape.Schema(book), "What applies to the sum of all regimes.")))),
        ("patternProperties", Map((Name.Pattern, RegimeShapes.Named.Schema(book)))),
        ("additionalProperties", Flag(false)));

    /// <summary>What applies to the sum of all regimes, as written.</summary>
    private sealed record Together(IReadOnlyList<Cap> Caps, RoundingMode? Rounding, string? Clause)
    {
        public CreditedInvoice? Invoice { get; init; }

        public CreditVat? Vat { get; init; }

        public TimeLength? ClaimWithin { get; init; }

        public static Together Nothing { get; } = new([], null, null);

        public bool SaysNothing => Caps.Count == 0 && Rounding is null && Clause is null && Invoice is null && Vat is null && ClaimWithin is null;

        public static RecordShape<Together> Shape()
        {
            var shape = new RecordShape<Together>("together", "What applies to the sum of all regimes.");
            var caps = shape.OptionalList("caps", CapShapes.Caps, t => t.Caps, "Limits on the sum, after each regime's own, in the order they apply.");
            var rounding = shape.OptionalValue("rounding", Scalars.Words<RoundingMode>(), t => t.Rounding, "Which way half a penny of the sum goes; halfAwayFromZero where not stated.");
            var invoice = shape.OptionalValue("invoice", Scalars.Words<CreditedInvoice>(), t => t.Invoice, "The invoice that a credit is deducted from: that of its own Service Period, or of the one after.");
            var vat = shape.Optional("vat", VatShape(), t => t.Vat, "The VAT on what is payable. Credits and caps are reckoned without it.");
            var claimWithin = shape.Optional("claimWithin", Scalars.Length, t => t.ClaimWithin, "How long after the end of its Service Period a credit can be claimed.");
            var clause = shape.Optional("clause", Scalars.Line, t => t.Clause, "Where the contract says so.");
            return shape.BuiltBy(v => new(v.Get(caps), v.Get(rounding), v.Get(clause)) { Invoice = v.Get(invoice), Vat = v.Get(vat), ClaimWithin = v.Get(claimWithin) });
        }

        private static RecordShape<CreditVat> VatShape()
        {
            var shape = new RecordShape<CreditVat>("vat", "The VAT on a Service Credit.");
            var rate = shape.Required("rate", Scalars.Percent, v => v.Rate, "The rate.");
            var rounding = shape.Required("rounding", Scalars.Words<RoundingMode>(), v => v.Rounding, "Which way a part of a penny goes. It moves the sum, so it must be stated.");
            return shape.BuiltBy(v => new(v.Get(rate), v.Get(rounding)));
        }
    }
}
