using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.Returns;

/// <summary>
/// What of a return can be checked against its contract although its form is wrong elsewhere, so that a slip of form hides
/// nothing and every problem is told at once. Indicators with a slip are left out, and what would only follow from it is
/// not told.
/// </summary>
internal static class SoundPart
{
    private static readonly ProblemCode[] OfMissing =
        [ReturnProblems.FigureMissing, ReturnProblems.PartMissing, ReturnProblems.ChargesMissing, ReturnProblems.MembersDoNotAddUp, ReturnProblems.StatedOnly];

    public static IReadOnlyList<Problem> Check(DocumentNode tree, IReadOnlyList<Problem> problems, Contract contract, HolidayBasis basis)
    {
        var faults = new Faults(problems.Where(p => p.IsError));
        if (tree is not MapNode map || !ReturnShape.Sent.TryRead(Without(faults, map, contract), new("", []), out var read)) return [];
        return [.. ReturnChecks.Of(contract, read, basis).Where(p => !faults.Explain(p))];
    }

    private static MapNode Without(Faults faults, MapNode map, Contract contract)
    {
        var sound = Entries(faults, map, "").Where(e => e.Key.Text is not ("contract" or "period" or "submittedOn") || !faults.Touch(e.Key.Text)).ToList();
        StandIn("contract", contract.Code);
        StandIn("submittedOn", Scalars.Day.Write(LocalDate.MaxIsoValue) is ScalarNode day ? day.Text : null);
        StandIn("period", map["period"] is ScalarNode period && Meant.TryMonth(period.Text, out var month) ? ServicePeriod.NameOf(month) : null);
        return new(sound, map.Line, map.Column);

        void StandIn(string key, string? text)
        {
            if (text is not null && sound.All(e => e.Key.Text != key))
                sound.Add(KeyValuePair.Create(SchemaBook.Text(key), (DocumentNode)SchemaBook.Text(text)));
        }
    }

    /// <summary>The entries without a fault. Maps of indicators and of periods are kept for those of their entries that have none.</summary>
    private static IEnumerable<KeyValuePair<ScalarNode, DocumentNode>> Entries(Faults faults, MapNode map, string path)
    {
        foreach (var (key, value) in map.Entries)
        {
            var at = new Spot(path, []).Key(key.Text).Path;
            if (!faults.Touch(at))
                yield return KeyValuePair.Create(key, value);
            else if (!faults.Strike(at) && value is MapNode inner && IsCollection(at) && Entries(faults, inner, at).ToList() is { Count: > 0 } sound)
                yield return KeyValuePair.Create(key, (DocumentNode)new MapNode(sound, inner.Line, inner.Column));
        }
    }

    private static bool IsCollection(string path) => path.Split('.') switch
    {
        ["indicators" or "restates"] => true,
        ["restates", _] => true,
        ["restates", _, "indicators"] => true,
        _ => false,
    };

    /// <summary>The places where the form is wrong.</summary>
    private sealed class Faults
    {
        /// <summary>As in restates.2024-03.indicators.KPI1.members.Housing.to; a key full of stops may look deeper.</summary>
        private const int Deepest = 7;

        private readonly HashSet<string> _struck;
        private readonly HashSet<string> _touched;
        private readonly bool _losesFacts;

        public Faults(IEnumerable<Problem> errors)
        {
            var found = errors.ToList();
            _struck = [.. found.Select(p => p.Path).Where(p => p.Length > 0)];
            _touched = [.. _struck.SelectMany(FromRoot)];
            _losesFacts = found.Any(LosesFacts);
        }

        /// <summary>A fault at the place itself.</summary>
        public bool Strike(string path) => _struck.Contains(path);

        /// <summary>A fault at the place or within it.</summary>
        public bool Touch(string path) => _touched.Contains(path);

        /// <summary>Whether a problem may only follow from a fault: it is of the same place, or of something missing that may
        /// stand where nothing could be read.</summary>
        public bool Explain(Problem problem) =>
            Touch(problem.Path) || FromRoot(problem.Path).Any(Strike) || (_losesFacts && OfMissing.Contains(problem.Code));

        /// <summary>A row or an entry that could not be told where it belongs.</summary>
        private static bool LosesFacts(Problem fault) =>
            !fault.Path.Contains('.', StringComparison.Ordinal) && fault.Code != ShapeProblems.BadValue && fault.Code != ShapeProblems.MissingKey;

        /// <summary>The path and all it lies under.</summary>
        private static IEnumerable<string> FromRoot(string path) => Above(path).Take(Deepest).Append(path);

        private static IEnumerable<string> Above(string path)
        {
            for (var end = path.IndexOf('.', StringComparison.Ordinal); end >= 0; end = path.IndexOf('.', end + 1))
                yield return path[..end];
        }
    }
}
