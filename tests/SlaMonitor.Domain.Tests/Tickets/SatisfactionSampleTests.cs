using SlaMonitor.Domain.Tickets;

namespace SlaMonitor.Domain.Tests.Tickets;

/// <summary>Twelve tickets drawn with the seed seed-2024-05. The order was reckoned by <c>printf 'seed-2024-05\nINC0001' | sha256sum</c> and so on.</summary>
public sealed class SatisfactionSampleTests
{
    private static readonly string[] ByHash =
    [
        "INC0009", // 0d909bfd
        "INC0007", // 136332d7
        "INC0004", // 35adbba1
        "INC0008", // 480b01b4
        "INC0003", // 4d3a1997
        "INC0011", // 7519af76
        "INC0001", // 7629d5dc
        "INC0002", // 9993b8b5
        "INC0012", // a52df744
        "INC0006", // c19e0392
        "INC0010", // e95146f3
        "INC0005", // f08a5223
    ];

    /// <summary>10 % of 12 are 1.2, so 2; 25 % are 3; 26 % are 3.12, so 4.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 2)]
    [InlineData(25, 3)]
    [InlineData(26, 4)]
    [InlineData(100, 12)]
    public void The_lowest_hashes_are_taken(int percent, int size) => Assert.Equal(ByHash[..size], Drawn(ByHash.Order()).Take(percent));

    [Fact]
    public void The_order_of_the_tickets_makes_no_difference() => Assert.Equal(ByHash, Drawn(ByHash.OrderDescending()).Take(100));

    [Fact]
    public void Another_seed_draws_others() => Assert.NotEqual(ByHash, Drawn(ByHash, "seed-2024-06").Take(100));

    [Fact]
    public void Nothing_is_drawn_of_nothing() => Assert.Empty(Drawn([]).Take(10));

    private static SatisfactionSample Drawn(IEnumerable<string> numbers, string seed = "seed-2024-05")
    {
        var sample = new SatisfactionSample(seed);
        foreach (var number in numbers) sample.Add(number);
        return sample;
    }
}
