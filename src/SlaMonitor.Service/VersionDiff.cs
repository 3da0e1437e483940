using System.Text.Json;

namespace SlaMonitor.Service;

/// <summary>A fact that two versions of the terms do not have alike.</summary>
/// <param name="Pointer">Its place in the canonical file, as RFC 6901 has it.</param>
/// <param name="Before">As JSON; a null, which no contract file holds, where it was not there.</param>
/// <param name="After">As JSON; a null where it is not there any more.</param>
public sealed record ChangedFact(string Pointer, JsonElement Before, JsonElement After);

/// <summary>What two contract files, or any two JSON documents, differ in, fact by fact in the order of the file. Items of lists are
/// compared in their order. Pure.</summary>
public static class VersionDiff
{
    private static readonly JsonElement Nothing = JsonElement.Parse("null");

    public static IReadOnlyList<ChangedFact> Of(string before, string after)
    {
        using var old = JsonDocument.Parse(before);
        using var now = JsonDocument.Parse(after);
        return [.. Between("", old.RootElement.Clone(), now.RootElement.Clone())];
    }

    private static IEnumerable<ChangedFact> Between(string pointer, JsonElement? before, JsonElement? after)
    {
        if (before is { ValueKind: JsonValueKind.Object } oldMap && after is { ValueKind: JsonValueKind.Object } newMap)
            return Names(oldMap, newMap).SelectMany(name => Between($"{pointer}/{Escaped(name)}", Find(oldMap, name), Find(newMap, name)));
        if (before is { ValueKind: JsonValueKind.Array } oldList && after is { ValueKind: JsonValueKind.Array } newList)
            return Enumerable.Range(0, Math.Max(oldList.GetArrayLength(), newList.GetArrayLength()))
                .SelectMany(i => Between($"{pointer}/{i}", At(oldList, i), At(newList, i)));
        return before is { } one && after is { } other && JsonElement.DeepEquals(one, other) ? [] : [new(pointer, before ?? Nothing, after ?? Nothing)];
    }

    private static IEnumerable<string> Names(JsonElement before, JsonElement after) =>
        after.EnumerateObject().Select(p => p.Name).Union(before.EnumerateObject().Select(p => p.Name));

    private static JsonElement? Find(JsonElement map, string name) => map.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement? At(JsonElement list, int index) => index < list.GetArrayLength() ? list[index] : null;

    private static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
