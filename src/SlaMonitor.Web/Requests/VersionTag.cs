using SlaMonitor.Service.Formats.Assessments;

namespace SlaMonitor.Web.Requests;

/// <summary>Storage's own name of a row's version as an entity tag: shortened by a hash, since it holds quotes of its own.</summary>
internal static class VersionTag
{
    private const int Characters = 32;

    public static string Of(string version) => ContentHash.Of(version)[..Characters];
}
