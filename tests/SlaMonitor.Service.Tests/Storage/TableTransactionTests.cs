using Azure.Data.Tables;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service.Tests.Storage;

/// <summary>What Azure refuses is refused before it goes out, since the emulator would take it.</summary>
public class TableTransactionTests
{
    private static readonly byte[] Part = new byte[64 * 1024];

    [Fact]
    public void Rows_of_another_partition() => Refused("rows of the partition here", t => t.Insert(new("elsewhere", "1")));

    [Fact]
    public void The_same_row_twice() => Refused("each row once", t =>
    {
        t.Insert(new("here", "1"));
        t.Delete("1");
    });

    [Fact]
    public void More_than_a_hundred_rows() => Refused("at most 100 entities", t =>
    {
        for (var i = 0; i <= 100; i++) t.Insert(new("here", $"{i}"));
    });

    /// <summary>A property of 64 KiB is allowed, so that 16 with their names are over 1 MiB.</summary>
    [Fact]
    public void A_row_over_1_MiB() => Refused("an entity of at most 1048576 bytes", t => t.Insert(Row("1", 16)));

    /// <summary>Each row has 15 x 64 KiB = 960 KiB; the fifth passes 4 MiB.</summary>
    [Fact]
    public void More_than_4_MiB() => Refused("4194304 bytes", t =>
    {
        for (var i = 0; i < 5; i++) t.Insert(Row($"{i}", 15));
    });

    [Fact]
    public void A_text_over_32_K_characters() => Refused("'Text' of at most 65536 bytes", t => t.Insert(new("here", "1") { ["Text"] = new string('x', (32 * 1024) + 1) }));

    [Fact]
    public void Bytes_over_64_KiB() => Refused("'Bytes' of at most 65536 bytes", t => t.Insert(new("here", "1") { ["Bytes"] = new byte[(64 * 1024) + 1] }));

    public static TheoryData<object> Lossy => [1.5, 1.5m, new DateTimeOffset(2026, 2, 10, 9, 0, 0, TimeSpan.Zero)];

    [Theory]
    [MemberData(nameof(Lossy))]
    public void Types_that_lose_digits(object value) => Refused("'Value' without loss", t => t.Insert(new("here", "1") { ["Value"] = value }));

    [Fact]
    public async Task What_is_within_the_limits_is_taken()
    {
        var table = await Table();
        var most = new TableTransaction("here");
        for (var i = 0; i < 100; i++) most.Insert(new("here", $"{i}") { ["Text"] = new string('x', 32), ["Number"] = i, ["Long"] = 1L, ["Yes"] = true, ["Bytes"] = new byte[10] });
        Assert.Equal(100, (await most.TryCommit(table))!.Count);

        var large = new TableTransaction("here");
        large.Insert(new("here", "text") { ["Text"] = new string('x', 32 * 1024) });
        large.Insert(Row("bytes", 15));
        Assert.NotNull(await large.TryCommit(table));
    }

    [Fact]
    public async Task Nothing_to_change_is_no_request() => Assert.Empty((await new TableTransaction("here").TryCommit(await Table()))!);

    /// <summary>Where the emulator says no by itself one day, the guard may stay and this test goes.</summary>
    [Fact]
    public async Task The_emulator_takes_what_Azure_refuses()
    {
        var table = await Table();
        await table.SubmitTransactionAsync([Add(new("one", "1")), Add(new("other", "1"))]);
        await table.AddEntityAsync(Row("large", 17));
        await table.AddEntityAsync(new TableEntity("here", "decimal") { ["Value"] = 0.1m });
        Assert.IsType<double>((await table.GetEntityAsync<TableEntity>("here", "decimal")).Value["Value"]);
    }

    private static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);

    private static TableEntity Row(string key, int parts)
    {
        var row = new TableEntity("here", key);
        for (var i = 0; i < parts; i++) row[$"Part{i}"] = Part;
        return row;
    }

    private static async Task<TableClient> Table() => (await TestService.Begin(default)).Stores.Account.Contracts;

    private static void Refused(string expected, Action<TableTransaction> change)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => change(new("here")));
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }
}
