using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Problems;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Tests;

/// <summary>Conditional requests, keys of things done once, and pages.</summary>
public class RequestPieceTests
{
    [Theory]
    [InlineData("If-Match", "\"v7\"", "v7", null)]
    [InlineData("If-Match", "\"v6\", \"v7\"", "v7", null)]
    [InlineData("If-Match", "*", "v7", null)]
    [InlineData("If-Match", "\"v6\"", "v7", 412)]
    [InlineData("If-Match", "W/\"v7\"", "v7", 412)] // a weak tag is not good enough to overwrite by
    [InlineData("If-Match", "*", null, 412)] // there is nothing to change
    [InlineData("If-Match", "\"v7\"", null, 412)]
    [InlineData("If-None-Match", "*", null, null)]
    [InlineData("If-None-Match", "*", "v7", 412)] // it exists already
    [InlineData("If-Match", "v7", "v7", 428)] // no tag: the quotes are missing
    [InlineData("Accept", "*/*", "v7", 428)]
    public void A_change_names_the_version_it_changes(string header, string value, string? current, int? status) =>
        Assert.Equal(status, EntityTags.Check(With(header, value), current)?.Status);

    [Theory]
    [InlineData("\"v7\"", true)]
    [InlineData("W/\"v7\"", true)]
    [InlineData("\"v6\"", false)]
    public void What_the_caller_has_is_not_sent_again(string tag, bool has) => Assert.Equal(has, EntityTags.Has(With("If-None-Match", tag), "v7"));

    [Fact]
    public void A_version_is_said_as_a_strong_tag()
    {
        var context = new DefaultHttpContext();
        EntityTags.Say(context, "v7");
        Assert.Equal("\"v7\"", context.Response.Headers.ETag);
    }

    [Fact]
    public void A_key_names_one_thing_of_one_caller_at_one_place()
    {
        var name = NameOf("a", "/api/v1/returns", "key-1");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("a\nPOST\n/api/v1/returns\nkey-1"))), name);
        Assert.Equal(name, NameOf("a", "/api/v1/returns", "key-1"));
        Assert.NotEqual(name, NameOf("b", "/api/v1/returns", "key-1"));
        Assert.NotEqual(name, NameOf("a", "/api/v1/decisions", "key-1"));
        Assert.NotEqual(name, NameOf("a", "/api/v1/returns", "key-2"));
    }

    [Theory]
    [InlineData(null, false, true)]
    [InlineData(null, true, false)]
    [InlineData("", false, false)]
    [InlineData("two words", false, false)]
    [InlineData("line\nbreak", false, false)]
    [InlineData("ü", false, false)]
    public void A_key_is_visible_ASCII_and_may_be_required(string? key, bool isRequired, bool isGood)
    {
        var context = By("a", "/");
        if (key is not null) context.Request.Headers[IdempotencyKey.Header] = key;
        Assert.Equal(isGood, IdempotencyKey.TryName(context, isRequired, out var name, out var refusal));
        Assert.Null(name);
        Assert.Equal(isGood ? null : KnownProblems.BadIdempotencyKey, refusal);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void A_key_has_at_most_200_characters(int length, bool isGood)
    {
        var context = By("a", "/");
        context.Request.Headers[IdempotencyKey.Header] = new string('k', length);
        Assert.Equal(isGood, IdempotencyKey.TryName(context, isRequired: true, out _, out _));
    }

    [Fact]
    public void Two_keys_are_none()
    {
        var context = By("a", "/");
        context.Request.Headers[IdempotencyKey.Header] = new(["key-1", "key-2"]);
        Assert.False(IdempotencyKey.TryName(context, isRequired: false, out _, out _));
    }

    [Fact]
    public void Pages_follow_one_another_to_the_end()
    {
        int[] all = [1, 2, 3, 4, 5, 6, 7];
        var pages = new List<string>();
        string? cursor = null;
        do
        {
            var request = PageRequest.Read("numbers", cursor, 3)!;
            // As a range query would: those after the key, one more than asked for.
            var page = request.Of("numbers", [.. all.Where(n => request.After is null || n > int.Parse(request.After)).Take(request.Limit + 1)], n => n.ToString());
            pages.Add(string.Join(' ', page.Items));
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(["1 2 3", "4 5 6", "7"], pages);
    }

    [Fact]
    public void A_page_that_ends_with_the_list_names_no_next() =>
        Assert.Null(PageRequest.Read("numbers", null, 3)!.Of("numbers", [1, 2, 3], n => n.ToString()).Next);

    [Theory]
    [InlineData("", 50)]
    [InlineData("not base64url!", 50)]
    [InlineData("AAAA", 50)] // of no list
    [InlineData("_____w", 50)] // no UTF-8
    [InlineData(null, 0)]
    [InlineData(null, 101)]
    public void A_cursor_or_limit_that_is_not_good_is_refused(string? cursor, int limit) => Assert.Null(PageRequest.Read("numbers", cursor, limit));

    [Fact]
    public void A_cursor_of_another_list_is_refused() =>
        Assert.Null(PageRequest.Read("letters", PageRequest.Cursor("numbers", "3"), null));

    [Fact]
    public void A_page_has_50_items_unless_asked() => Assert.Equal(new(null, 50), PageRequest.Read("numbers", null, null));

    private static string? NameOf(string caller, string path, string key)
    {
        var context = By(caller, path);
        context.Request.Headers[IdempotencyKey.Header] = key;
        Assert.True(IdempotencyKey.TryName(context, isRequired: true, out var name, out _));
        return name;
    }

    private static DefaultHttpContext By(string caller, string path)
    {
        var context = new DefaultHttpContext { User = new Caller(caller, [AppRole.SupplierSubmitter]).Principal("Bearer") };
        context.Request.Method = "POST";
        context.Request.Path = path;
        return context;
    }

    private static DefaultHttpContext With(string header, string value)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers[header] = value;
        return context;
    }
}
