using SlaMonitor.Domain;

namespace SlaMonitor.Service.Formats.Shapes;

/// <summary>What can be wrong with the form of a document. Names are stable.</summary>
public static class ShapeProblems
{
    public static readonly ProblemCode WrongKind = Error("wrong-kind", "A map, a list and a single value cannot stand for one another.");
    public static readonly ProblemCode UnknownKey = Error("unknown-key", "What no rule reads would be lost.");
    public static readonly ProblemCode MissingKey = Error("missing-key", "The document is incomplete without it.");
    public static readonly ProblemCode BadValue = Error("bad-value", "The value is not of the form it must have.");
    public static readonly ProblemCode NotOneOf = Error("not-one-of", "Only the words listed have a meaning here.");
    public static readonly ProblemCode ChooseOne = Error("choose-one", "Exactly one way must be chosen.");
    public static readonly ProblemCode EmptyList = Error("empty-list", "A list of nothing says nothing.");

    private static ProblemCode Error(string name, string why) => new(name, true, why);
}
