using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service;
using SlaMonitor.Service.Formats.Templates;
using SlaMonitor.Web.Pages.Contracts;
using SlaMonitor.Web.Pages.Layout;
using SlaMonitor.Web.Pages.Returns;

namespace SlaMonitor.Web.Pages.Sending;

/// <summary>For which contract and Service Period something is sent.</summary>
public sealed record SendingFor(OpenedContract Contract, PeriodTerms Terms)
{
    public string Address => ReturnTasks.Address(Contract.Code, Terms.Period.Month);

    public string Period => InWords.Period(Terms.Period);
}

public sealed record UploadModel(SendingFor For, Filled Filled);

/// <summary>The template as a form: a field a row.</summary>
public sealed record FiguresModel(SendingFor For, ReturnTemplate Template, Filled Filled);

/// <summary>A return as it would be taken, before it is sent.</summary>
/// <param name="Sending">Names this sending, so that pressing the button twice sends once.</param>
public sealed record CheckModel(SendingFor For, Candidate Candidate, ReturnPreview Preview, string Sending, Filled Filled)
{
    /// <summary>The figures as they were typed in, so that they can be changed; none where a file was uploaded.</summary>
    public IEnumerable<KeyValuePair<string, string>> Typed => Filled.Values.Where(f => FiguresForm.IsField(f.Key));
}

public sealed record NothingModel(SendingFor For);
