using Microsoft.AspNetCore.Components;
using SlaMonitor.Web.Pages.Layout;

namespace SlaMonitor.Web.Pages.Design;

/// <summary>What every field of a form has. Its value and its error it finds by its name.</summary>
public abstract class Field : ComponentBase
{
    /// <summary>Also its id.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Of the label: <c>govuk-label--l</c> and so on.</summary>
    [Parameter]
    public string LabelClass { get; set; } = "";

    /// <summary>The label is the page's one question and so its h1.</summary>
    [Parameter]
    public bool IsHeading { get; set; }

    [CascadingParameter]
    public Filled Filled { get; set; } = Filled.Blank;

    protected string Value => Filled[Name];

    protected string? Error => Filled.ErrorOf(Name);

    protected string GroupClass => Error is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error";

    protected string? DescribedBy
    {
        get
        {
            string?[] ids = [Hint is null ? null : $"{Name}-hint", Error is null ? null : $"{Name}-error"];
            var there = ids.OfType<string>().ToList();
            return there.Count == 0 ? null : string.Join(' ', there);
        }
    }
}
