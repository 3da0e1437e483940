using SlaMonitor.Domain;

namespace SlaMonitor.Benchmarks.Assessments;

/// <summary><see cref="Assessment.Of"/> on one thread, and on all cores over a portfolio, beside DuckDB on all cores, in one run, over one
/// portfolio, with results equal to the row.</summary>
internal static class AssessmentBenchmark
{
    private const int Goal = 2;

    /// <returns>Whether the results agree; the table is written either way.</returns>
    public static bool Run(int contracts, int rounds, TextWriter output)
    {
        var portfolio = new Portfolio(contracts);
        var count = portfolio.Evaluations;
        using var duck = new DuckDbAssessment(portfolio);
        var ours = new OurAssessment(portfolio);
        Contender<Totals>[] contenders = [new("ours, one thread", ours.Run), new("ours, all cores", ours.RunOnAllCores), new("DuckDB, all cores", duck.Run)];
        for (var round = 0; round <= rounds; round++)
            foreach (var contender in contenders)
                contender.RunOnce(counts: round > 0);

        var (ratio, inBulk) = (contenders[2].Median / contenders[0].Median, contenders[2].Median / contenders[1].Median);
        var differing = Differing(ours.Rows(), duck.Rows(), count) + Differing(ours.Payable(), duck.Payable(), contracts * Portfolio.Months);
        output.WriteLine($"{contracts} contracts x {Portfolio.Months} months x {Portfolio.Indicators} indicators = {count} evaluations; {Environment.ProcessorCount} cores; medians of {rounds} rounds.");
        output.WriteLine();
        output.WriteLine($"{"",-20}{"seconds",10}{"core seconds",14}{"million/s",12}   points, pence payable");
        foreach (var c in contenders)
            output.WriteLine($"{c.Name,-20}{c.Median.TotalSeconds,10:F3}{c.MedianOnCores.TotalSeconds,14:F3}{count / c.Median.TotalSeconds / 1e6,12:F2}   {c.Result.Points}, {c.Result.Pence}");
        output.WriteLine();
        output.WriteLine($"Ours on one thread is {ratio:F2} times as fast as DuckDB, on all cores {inBulk:F2} times, and allocates {ours.Allocated / count} bytes an evaluation.");
        output.WriteLine($"In the time of all cores together ours on one thread takes {contenders[0].MedianOnCores / contenders[2].MedianOnCores:F2} of what DuckDB takes.");
        output.WriteLine($"At least {Goal} times on one thread: {(ratio >= Goal ? "yes" : "NO")}.");
        output.WriteLine($"Rows that differ in level, rung, points or pence: {differing} of {count + (contracts * Portfolio.Months)}.");
        output.WriteLine("Not timed: making contracts and returns, and loading DuckDB's tables.");
        return differing == 0;
    }

    /// <summary>How many rows are not the same; all where one side has not as many as it should.</summary>
    private static int Differing<T>(IEnumerable<T> ours, IEnumerable<T> theirs, int expected)
    {
        var (a, b) = (ours.ToList(), theirs.ToList());
        return a.Count != expected || b.Count != expected ? expected : a.Zip(b).Count(pair => !Equals(pair.First, pair.Second));
    }
}
