using System.Net;

namespace SlaMonitor.Service.Notices.Webhooks;

/// <summary>How notices go over HTTP, and what an answer means.</summary>
internal static class HttpAnswer
{
    /// <summary>A redirect could lead anywhere.</summary>
    public static HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = NoticeLimits.Longest };

    /// <summary>410 Gone ends it, and so does what says that the request itself is wrong; what asks for time or fails is tried again.</summary>
    public static NoticeAnswer Of(HttpStatusCode status, string who) => (int)status switch
    {
        >= 200 and < 300 => new NoticeAnswer.Accepted(),
        408 or 425 or 429 or >= 500 => new NoticeAnswer.TryLater($"{who} answers {(int)status}"),
        var other => new NoticeAnswer.Refused($"{who} answers {other}"),
    };
}
