using System.Reflection;

namespace SlaMonitor.Domain.Tests.Errors;

/// <summary>One smallest case for each problem code, with the path it is found at.</summary>
internal sealed record Reproducer(string Path, Func<IEnumerable<Problem>> Find);

internal static class Reproducers
{
    /// <summary>The problems a contradiction carries; none where nothing contradicts.</summary>
    internal static IEnumerable<Problem> Caught(Action build)
    {
        try
        {
            build();
            return [];
        }
        catch (ContradictionException contradiction)
        {
            return contradiction.Problems;
        }
    }

    /// <summary>Every code that a class declares.</summary>
    internal static IReadOnlyList<ProblemCode> DeclaredIn(Type type) =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<ProblemCode>()];

    internal static void Reproduces(string code, Reproducer reproducer)
    {
        var found = reproducer.Find().ToList();
        Assert.Contains((code, reproducer.Path), found.Select(p => (p.Code.Name, p.Path)));
        Assert.All(found, p => Assert.False(string.IsNullOrWhiteSpace(p.Expected) || string.IsNullOrWhiteSpace(p.Found)));
    }
}
