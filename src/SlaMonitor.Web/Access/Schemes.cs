namespace SlaMonitor.Web.Access;

/// <summary>The ways of signing in, by the names under which the framework knows them.</summary>
internal static class Schemes
{
    /// <summary>Picks one of the others by what a request brings.</summary>
    public const string Any = "any";

    /// <summary>Programs: <c>Authorization: Bearer</c> with an access token of Entra ID.</summary>
    public const string Bearer = "Bearer";

    /// <summary>Whoever was sent an upload link: <c>Authorization: Link</c> with its token.</summary>
    public const string Link = "Link";

    /// <summary>Programs on the developer's machine: <c>Authorization: Development</c> with the name of an identity.</summary>
    public const string Development = "Development";

    /// <summary>People who have signed in.</summary>
    public const string Cookie = "cookie";

    /// <summary>People who are signing in, by OpenID Connect.</summary>
    public const string Browser = "browser";
}
