using System.Security.Cryptography;
using NodaTime;

namespace SlaMonitor.Service.Tests.Storage;

/// <summary>A file of any kind comes into storage a block at a time.</summary>
public class TakeFileTests
{
    internal const int MiB = 1024 * 1024;

    internal const string Contract = "my-first", By = "tenant/supplier";

    /// <summary>Blocks of 4 MiB: of 10 MiB they are three, and one request puts them together.</summary>
    [Theory]
    [InlineData(1, 2)]
    [InlineData(4 * MiB, 2)]
    [InlineData((4 * MiB) + 1, 3)]
    [InlineData(10 * MiB, 4)]
    public async Task A_file_comes_in_whole(int length, int requests)
    {
        var (service, take) = await Begin();
        service.Requests.Forget();
        var kept = Assert.IsType<FileTaken.Kept>(await take.Of(Contract, By, new Counting(length), length, default));
        Assert.Equal(requests, service.Requests.Kept.Count);
        var bytes = await take.Read(Contract, By, kept.Id);
        Assert.Equal((length, Convert.ToHexStringLower(SHA256.HashData(bytes!))), (bytes!.Length, kept.Sha256));
        Assert.Equal(length, kept.Length);
        Assert.Equal(Counting.At(length - 1), bytes[length - 1]);
    }

    [Fact]
    public async Task What_is_too_large_or_of_somebody_else_is_not_there()
    {
        var (service, take) = await Begin();
        Assert.IsType<FileTaken.TooLarge>(await take.Of(Contract, By, new Counting((6 * MiB) + 1), 6 * MiB, default));
        service.Clock.AdvanceSeconds(1);
        var kept = Assert.IsType<FileTaken.Kept>(await take.Of(Contract, By, new Counting(10), 10, default));
        Assert.Null(await take.Read(Contract, "tenant/other", kept.Id));
        Assert.Null(await take.Read("other", By, kept.Id));
        Assert.Null(await take.Read(Contract, By, "../other"));
        // At the same instant once more: what is there stays.
        Assert.IsType<FileTaken.Failed>(await take.Of(Contract, By, new Counting(11), 11, default));
        Assert.Equal(10, (await take.Read(Contract, By, kept.Id))!.Length);
    }

    internal static async Task<(TestService Service, TakeFile Take)> Begin()
    {
        var service = await TestService.Begin(Instant.FromUtc(2026, 2, 10, 9, 0));
        return (service, new(service.Stores, service.Clock));
    }

    /// <summary>So many bytes, none of which is kept.</summary>
    internal sealed class Counting(long length) : Stream
    {
        private long _at;

        public Action WhenRead { get; set; } = () => { };

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public static byte At(long place) => (byte)(place % 251);

        public override int Read(byte[] buffer, int offset, int count)
        {
            WhenRead();
            var some = (int)Math.Min(count, length - _at);
            for (var i = 0; i < some; i++) buffer[offset + i] = At(_at + i);
            _at += some;
            return some;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
