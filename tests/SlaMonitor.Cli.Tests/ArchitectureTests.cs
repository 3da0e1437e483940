using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using SlaMonitor.Domain;
using SlaMonitor.Service;
using SlaMonitor.Web;
using Assembly = System.Reflection.Assembly;

namespace SlaMonitor.Cli.Tests;

/// <summary>Who may import what, held against the compiled code, method bodies included.</summary>
public class ArchitectureTests
{
    private static readonly Assembly DomainAssembly = typeof(Assessment).Assembly;
    private static readonly Assembly ServiceAssembly = typeof(AssessFiles).Assembly;
    private static readonly Assembly WebAssembly = typeof(SlaWeb).Assembly;
    private static readonly Assembly CliAssembly = typeof(SlaProgram).Assembly;

    private static readonly ArchUnitNET.Domain.Architecture House =
        new ArchLoader().LoadAssemblies(DomainAssembly, ServiceAssembly, WebAssembly, CliAssembly).Build();

    [Fact]
    public void The_domain_imports_NodaTime_and_nothing_else()
    {
        var references = DomainAssembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => !n.StartsWith("System.", StringComparison.Ordinal));
        Assert.Equal(["NodaTime"], references);
    }

    [Theory]
    [InlineData("System.IO.")]
    [InlineData("System.Threading.")]
    [InlineData("System.Net.")]
    [InlineData("System.Console")]
    [InlineData("System.Environment")]
    [InlineData("System.Diagnostics.Stopwatch")]
    public void The_domain_is_pure(string outside) => NoneUses(In(DomainAssembly), outside);

    [Theory]
    [InlineData("NodaTime.SystemClock")]
    [InlineData("System.Environment")]
    [InlineData("System.Console")]
    public void The_world_is_touched_in_Program_alone(string world) =>
        NoneUses(House.Types.Where(t => t.Name != "Program"), world);

    [Fact]
    public void Levels_and_money_are_never_binary_floating_point()
    {
        NoneUses(In(DomainAssembly), "System.Double");
        NoneUses(In(DomainAssembly), "System.Single");
        NoneUses(In(ServiceAssembly), "System.Double");
        NoneUses(In(ServiceAssembly), "System.Single");
    }

    [Fact]
    public void Imports_run_from_the_command_line_inwards()
    {
        NoneUses(In(DomainAssembly), "SlaMonitor.Service.");
        NoneUses(In(DomainAssembly).Concat(In(ServiceAssembly)), "SlaMonitor.Web.");
        NoneUses(In(DomainAssembly).Concat(In(ServiceAssembly)).Concat(In(WebAssembly)), "SlaMonitor.Cli.");
    }

    [Theory]
    [InlineData("YamlDotNet.", "SlaMonitor.Service.Formats.Documents")]
    [InlineData("CsvHelper.", "SlaMonitor.Service.Formats.Tables")]
    [InlineData("DocumentFormat.OpenXml.", "SlaMonitor.Service.Formats.Sheets")]
    [InlineData("System.IO.Compression.", "SlaMonitor.Service.Formats.Sheets", "SlaMonitor.Service.Storage.Packed")]
    [InlineData("Azure.", "SlaMonitor.Service.Storage", "SlaMonitor.Web.Observability")]
    [InlineData("MailKit.", "SlaMonitor.Service.Notices.Mail")]
    [InlineData("MimeKit.", "SlaMonitor.Service.Notices.Mail")]
    [InlineData("System.Xml.", "SlaMonitor.Service.Formats.Sheets", "SlaMonitor.Web.Access.CookieKeys", "SlaMonitor.Web.Pages.Charts")]
    [InlineData("Microsoft.AspNetCore.", "SlaMonitor.Web", "SlaMonitor.Cli.Serving.ServeHost")]
    [InlineData("OpenTelemetry.", "SlaMonitor.Web.Observability")]
    [InlineData("Microsoft.IdentityModel.", "SlaMonitor.Web.Access")]
    [InlineData("Microsoft.OpenApi.", "SlaMonitor.Web.OpenApi")]
    [InlineData("System.CommandLine.", "SlaMonitor.Cli")]
    [InlineData("Spectre.Console.", "SlaMonitor.Cli")]
    public void A_library_has_one_door(string library, string door, string? another = null, string? third = null) =>
        NoneUses(House.Types.Where(t => t.Name != "Program" && !new[] { door, another, third, library }.OfType<string>().Any(d => Written(t).StartsWith(d, StringComparison.Ordinal))), library);

    /// <summary>What the compiler makes of a component has the component's name in its own.</summary>
    private static string Written(IType type) => type.FullName.StartsWith("__Blazor.", StringComparison.Ordinal) ? type.FullName["__Blazor.".Length..] : type.FullName;

    /// <summary>Within the domain: numbers and calendars stand alone, terms know no returns, and so on along the flow.</summary>
    [Theory]
    [InlineData("Numbers", "Calendars Contracts Returns Decisions Evaluation Credits Alerts")]
    [InlineData("Calendars", "Contracts Returns Decisions Evaluation Credits Alerts")]
    [InlineData("Contracts", "Returns Decisions Evaluation Credits Alerts")]
    [InlineData("Returns", "Decisions Evaluation Credits Alerts")]
    [InlineData("Decisions", "Evaluation Credits Alerts")]
    [InlineData("Evaluation", "Credits Alerts")]
    [InlineData("Dates", "Returns Credits Alerts")]
    [InlineData("Credits", "Alerts")]
    public void The_flow_runs_one_way(string folder, string later)
    {
        var types = In(DomainAssembly).Where(t => t.FullName.StartsWith($"SlaMonitor.Domain.{folder}.", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(types);
        foreach (var name in later.Split(' ')) NoneUses(types, $"SlaMonitor.Domain.{name}.");
    }

    /// <summary>The rules above hold of something: a use in a method body is found.</summary>
    [Fact]
    public void The_test_sees_into_method_bodies() =>
        Assert.Contains("SlaMonitor.Service.Formats.Assessments.ContentHash", Users(House.Types, "System.Security.Cryptography.SHA256"));

    private static IEnumerable<IType> In(Assembly assembly) =>
        House.Types.Where(t => t.Assembly.Name.Split(',')[0] == assembly.GetName().Name);

    private static void NoneUses(IEnumerable<IType> types, string what) => Assert.Empty(Users(types, what));

    private static List<string> Users(IEnumerable<IType> types, string what) => [.. types
        .Where(t => t.Dependencies.Any(d => d.Target.FullName.StartsWith(what, StringComparison.Ordinal)))
        .Select(t => t.FullName)];
}
