using NodaTime;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Service.Formats.Templates;

/// <summary>What the returns say of the previous period, as text; empty where they say nothing.</summary>
internal sealed class SaidBefore(ReturnHistory? history, YearMonth? month)
{
    public string Charges() => month is { } before ? history?.Charges(before)?.ToPlainText() ?? "" : "";

    public string Figure(string code, string member, string part, bool isAnswer)
    {
        if (Of(code) is not Measurement.Measured measured) return "";
        var figures = member.Length == 0 ? measured.Figures : new Figures(measured.Members.FirstOrDefault(m => m.Key == member).Value?.All ?? []);
        if (!figures.Has(part)) return "";
        return isAnswer ? (figures[part].IsZero ? "no" : "yes") : $"{figures[part]}";
    }

    public string Stated(string code) => Of(code) switch
    {
        Measurement.Measured { Stated: { } stated } => $"{stated}",
        Measurement.Logged { Stated: { } stated } => $"{stated}",
        Measurement.StatedOnly { Stated: var stated } => $"{stated}",
        _ => "",
    };

    public bool HadNoActivity(string code) => Of(code) is Measurement.NoActivity;

    public bool WasNotSupplied(string code) => Of(code) is Measurement.NotSupplied;

    private Measurement? Of(string code) => month is { } before ? history?.Figure(before, code)?.Figure.Measurement : null;
}
