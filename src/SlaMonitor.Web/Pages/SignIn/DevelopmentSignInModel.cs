namespace SlaMonitor.Web.Pages.SignIn;

/// <summary>Whom one may be on a developer's machine.</summary>
public sealed record DevelopmentSignInModel(IReadOnlyList<SignInChoice> Choices);

/// <param name="Address">Where the form goes.</param>
public sealed record SignInChoice(string Name, string Address);
