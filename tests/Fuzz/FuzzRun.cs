namespace SlaMonitor.Fuzz;

/// <summary>How long tests with random input run. FUZZ_TIMES=100 makes each of them a hundred times as long.</summary>
internal static class FuzzRun
{
    private static readonly int Factor = int.TryParse(Environment.GetEnvironmentVariable("FUZZ_TIMES"), out var times) ? Math.Max(1, times) : 1;

    /// <param name="once">How often in a usual run, of seconds.</param>
    public static int Times(int once) => checked(once * Factor);
}
