using SlaMonitor.Domain;

namespace SlaMonitor.Service.Formats.Returns;

/// <summary>What can be wrong with the form of a return, beyond that of any document. Names are stable.</summary>
public static class ReturnFileProblems
{
    public static readonly ProblemCode WordsForFigure = Error("words-for-figure", "Adjectives cannot be held against a target.");
    public static readonly ProblemCode ColumnMissing = Error("column-missing", "Without this column the rows cannot be read.");
    public static readonly ProblemCode ColumnUnknown = Error("column-unknown", "What no rule reads would be lost.");
    public static readonly ProblemCode FactTwice = Error("fact-twice", "Two values for one figure leave open which counts.");
    public static readonly ProblemCode FactUnknown = Error("fact-unknown", "What no rule reads would be lost.");
    public static readonly ProblemCode ValueMissing = Error("value-missing", "An empty cell is neither zero nor a figure.");
    public static readonly ProblemCode FigureAndSilence = Error("figure-and-silence", "An indicator cannot have a figure and none at once.");
    public static readonly ProblemCode FiguresTwice = Error("figures-twice", "Outages and the figures they come to leave open which counts.");
    public static readonly ProblemCode TicketsSaid = Error("tickets-said", "What tickets come to is counted from the tickets, or it would be one more claim.");

    private static ProblemCode Error(string name, string why) => new(name, true, why);
}
