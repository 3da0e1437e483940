namespace SlaMonitor.Service.Tests.Storage;

/// <summary>Run by itself after all others, as what is allocated is counted for the whole process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}

[Collection(AloneCollection.Name)]
public class TakeFileMemoryTests
{
    /// <summary>As large as a file that lists every ticket of a month may be. Read at any one time is a block and no more, and what is allocated is far
    /// from what comes.</summary>
    [Fact]
    public async Task A_quarter_of_a_gigabyte_takes_one_block_of_memory()
    {
        var (_, take) = await TakeFileTests.Begin();
        await take.Of(TakeFileTests.Contract, "tenant/first", new TakeFileTests.Counting(5 * TakeFileTests.MiB), 5 * TakeFileTests.MiB, default);
        var file = new TakeFileTests.Counting(250 * TakeFileTests.MiB);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var most = 0L;
        file.WhenRead = () => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
        var start = GC.GetTotalMemory(forceFullCollection: true);
        Assert.IsType<FileTaken.Kept>(await take.Of(TakeFileTests.Contract, TakeFileTests.By, file, 250 * TakeFileTests.MiB, default));
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 150 * TakeFileTests.MiB);
        Assert.InRange(most - start, long.MinValue, 100 * TakeFileTests.MiB);
    }
}
