using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Service;
using SlaMonitor.Service.Formats.Templates;
using SlaMonitor.Service.Register;
using SlaMonitor.Web.Pages.Contracts;
using SlaMonitor.Web.Pages.Layout;
using SlaMonitor.Web.Pages.Returns;

namespace SlaMonitor.Web.Pages.Sending;

/// <summary>For which contract and Service Period something is sent.</summary>
public sealed record SendingFor(OpenedContract Contract, PeriodTerms Terms)
{
    public string Address => ReturnTasks.Address(Contract.Code, Terms.Period.Month);

    public string Period => InWords.Period(Terms.Period);

    /// <summary>The ticket extracts that indicators in force are counted from.</summary>
    public IEnumerable<TicketExtract> Extracts => Terms.Terms.Draft.Extracts.Where(e => CountedFrom(e).Any());

    public IEnumerable<Indicator> CountedFrom(TicketExtract extract) => Terms.Indicators.Where(i => i.Evidence?.Extract == extract.Name);

    /// <summary>The return that stands and was counted from such an extract, which a correction keeps unless it brings another; null where there is none.</summary>
    public RegisteredReturn? StandingWith(TicketExtract extract) =>
        Contract.StandingReturn(Terms.Period.Month) is { } standing && standing.Extracts.Any(e => e.Name == extract.Name)
            ? standing
            : null;
}

public sealed record UploadModel(SendingFor For, Filled Filled);

/// <summary>The template as a form: a field a row.</summary>
public sealed record FiguresModel(SendingFor For, ReturnTemplate Template, Filled Filled);

/// <summary>The page that asks for one ticket extract.</summary>
/// <param name="Filled">With the figures as they were typed in, where they were.</param>
/// <param name="Problems">Why the file that came cannot be read, with its lines; the first of them.</param>
public sealed record ExtractModel(SendingFor For, Candidate Candidate, TicketExtract Extract, Filled Filled, IReadOnlyList<Domain.Problem> Problems)
{
    public IEnumerable<KeyValuePair<string, string>> Typed => FiguresForm.FieldsOf(Filled);
}

/// <summary>A return as it would be taken, before it is sent.</summary>
/// <param name="Sending">Names this sending, so that pressing the button twice sends once.</param>
public sealed record CheckModel(SendingFor For, Candidate Candidate, ReturnPreview Preview, string Sending, Filled Filled)
{
    /// <summary>The figures as they were typed in, so that they can be changed; none where a file was uploaded.</summary>
    public IEnumerable<KeyValuePair<string, string>> Typed => FiguresForm.FieldsOf(Filled);
}

public sealed record NothingModel(SendingFor For);
