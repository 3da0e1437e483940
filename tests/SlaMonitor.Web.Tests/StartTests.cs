using Microsoft.Extensions.Options;
using SlaMonitor.Web.Tests.Hosting;

namespace SlaMonitor.Web.Tests;

/// <summary>A configuration with which the service could not work ends the start, and says all that is wrong at once.</summary>
public class StartTests
{
    [Fact]
    public async Task Without_a_way_to_sign_in_it_does_not_start()
    {
        var thrown = await Assert.ThrowsAsync<OptionsValidationException>(() => Instance.Start(null));
        Assert.Equal(["Web:SignIn is missing: nobody could sign in."], thrown.Failures);
    }

    [Fact]
    public async Task Every_fault_is_told_at_once()
    {
        var thrown = await Assert.ThrowsAsync<OptionsValidationException>(() => Instance.Start(null, new()
        {
            Settings = new()
            {
                ["Web:PublicAddress"] = "http://sla.example.gov.uk/path",
                ["Web:SignIn:Authority"] = "http://login.example.org",
                ["Web:Limits:BodyBytes"] = "0",
                ["Web:TermsNeedSecondPerson"] = "false",
            },
        }));
        Assert.Equal(
            [
                "Web:PublicAddress must be an https address without a path.",
                "Web:TermsNeedSecondPerson may be false with the development sign-in alone.",
                "Web:SignIn:Authority must be an https address.",
                "Web:SignIn:Audiences must name at least one.",
                "Web:SignIn:ClientId is missing.",
                "Web:SignIn:ClientSecret is missing.",
                "Web:Limits must all be above zero.",
            ],
            thrown.Failures);
    }
}
