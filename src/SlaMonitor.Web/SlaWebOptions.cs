using Microsoft.Extensions.Options;

namespace SlaMonitor.Web;

/// <summary>The section <c>Web</c> of the configuration; environment variables are <c>Web__SignIn__Authority</c> and so on.</summary>
public sealed class SlaWebOptions
{
    public const string Section = "Web";

    /// <summary>Where people and programs reach the service, such as <c>https://sla.example.gov.uk</c>. Absent on a developer's machine,
    /// where it is as the request says.</summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>Absent with the development sign-in alone.</summary>
    public SignInOptions? SignIn { get; set; }

    /// <summary>Whether terms are put into force by somebody else than who handed them in. Absent it is so, but for the development sign-in;
    /// false is refused without that.</summary>
    public bool? TermsNeedSecondPerson { get; set; }

    public LimitOptions Limits { get; set; } = new();
}

/// <summary>The registration in Entra ID.</summary>
public sealed class SignInOptions
{
    /// <summary>Also the issuer: <c>https://login.microsoftonline.com/{tenant}/v2.0</c>, so the registration must ask for tokens of version 2.</summary>
    public string Authority { get; set; } = "";

    /// <summary>Whom access tokens of programs must be for: the application's id, and its URI where it has one.</summary>
    public string[] Audiences { get; set; } = [];

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";
}

public sealed class LimitOptions
{
    /// <summary>Of a body, except where an endpoint takes files.</summary>
    public long BodyBytes { get; set; } = 1024 * 1024;

    /// <summary>Of one return; a larger one goes straight to storage.</summary>
    public long UploadBytes { get; set; } = 4 * 1024 * 1024;

    public int RequestsPerMinute { get; set; } = 300;

    public int UploadsPerMinute { get; set; } = 60;

    public int RequestsPerMinuteOfAddress { get; set; } = 1_200;
}

/// <summary>Every fault of the configuration at once, when the host starts.</summary>
internal sealed class SlaWebOptionsCheck(Access.DevelopmentMark? development = null) : IValidateOptions<SlaWebOptions>
{
    public ValidateOptionsResult Validate(string? name, SlaWebOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(SlaWebOptions options)
    {
        if (options.PublicAddress is { } address && (!address.IsAbsoluteUri || address.Scheme != Uri.UriSchemeHttps || address.AbsolutePath != "/"))
            yield return "Web:PublicAddress must be an https address without a path.";
        if (options.SignIn is null && development is null) yield return "Web:SignIn is missing: nobody could sign in.";
        if (options.TermsNeedSecondPerson is false && development is null)
            yield return "Web:TermsNeedSecondPerson may be false with the development sign-in alone.";
        if (options.SignIn is { } signIn)
        {
            if (!Uri.TryCreate(signIn.Authority, UriKind.Absolute, out var authority) || authority.Scheme != Uri.UriSchemeHttps)
                yield return "Web:SignIn:Authority must be an https address.";
            if (signIn.Audiences.Length == 0 || signIn.Audiences.Any(string.IsNullOrWhiteSpace)) yield return "Web:SignIn:Audiences must name at least one.";
            if (string.IsNullOrWhiteSpace(signIn.ClientId)) yield return "Web:SignIn:ClientId is missing.";
            if (string.IsNullOrWhiteSpace(signIn.ClientSecret)) yield return "Web:SignIn:ClientSecret is missing.";
        }

        if (options.Limits is not { BodyBytes: > 0, UploadBytes: > 0, RequestsPerMinute: > 0, UploadsPerMinute: > 0, RequestsPerMinuteOfAddress: > 0 })
            yield return "Web:Limits must all be above zero.";
    }
}
