using System.Text;
using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Documents;

namespace SlaMonitor.Service.Formats.Shapes;

/// <summary>Reads back what a shape wrote.</summary>
internal static class StoredJson
{
    /// <param name="what">What it is not where it cannot be read, such as <c>no return</c>.</param>
    /// <exception cref="FormatException">The text is none of the shape.</exception>
    public static T Read<T>(Shape<T> shape, string json, string what)
    {
        var problems = new List<Problem>();
        return JsonText.Read(Encoding.UTF8.GetBytes(json), problems) is { } tree && shape.TryRead(tree, new("", problems), out var value)
            ? value
            : throw new FormatException($"{what}: {string.Join("; ", problems.Select(p => $"{p.Path}: expected {p.Expected}, found {p.Found}"))}.");
    }
}
