using Microsoft.AspNetCore.Http;

namespace SlaMonitor.Web.Pages.Layout;

/// <summary>Something wrong with what was entered, in the words of the page.</summary>
/// <param name="Field">The name of the field, which is its id as well, so that the summary of errors leads there.</param>
public sealed record FieldError(string Field, string Text);

/// <summary>A form as it was filled in, shown again with what is wrong. Fields look up their own value and error by their names.</summary>
public sealed record Filled(IReadOnlyDictionary<string, string> Values, IReadOnlyList<FieldError> Errors)
{
    /// <summary>A form that nobody has filled in yet.</summary>
    public static readonly Filled Blank = new(new Dictionary<string, string>(), []);

    /// <summary>A form that shows what was entered before.</summary>
    public static Filled With(params (string Field, string Value)[] values) => new(values.ToDictionary(v => v.Field, v => v.Value), []);

    public bool IsFine => Errors.Count == 0;

    /// <summary>Empty where nothing was entered.</summary>
    public string this[string field] => Values.GetValueOrDefault(field, "");

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field)?.Text;

    public Filled And(string field, string? error) => error is null ? this : this with { Errors = [.. Errors, new(field, error)] };

    /// <summary>What a form sent, without white space around it. Of a field sent twice the last counts.</summary>
    internal static Filled Of(IFormCollection form) =>
        new(form.ToDictionary(f => f.Key, f => (f.Value is [.., { } last] ? last : "").ReplaceLineEndings("\n").Trim(), StringComparer.Ordinal), []);
}
