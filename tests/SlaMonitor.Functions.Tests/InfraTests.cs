using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using SlaMonitor.Golden;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Functions.Tests;

/// <summary>The infrastructure compiles without a warning, and names what the code names.</summary>
public class InfraTests
{
    private static readonly Lazy<JsonNode> Main = new(() => JsonNode.Parse(Bicep("build", "main.bicep", "--stdout"))!);

    [Theory]
    [InlineData("dev.bicepparam", "dev")]
    [InlineData("production.bicepparam", "production")]
    public void The_samples_of_its_parameters_fit(string file, string stage)
    {
        var built = JsonNode.Parse(Bicep("build-params", file, "--stdout"))!;
        Assert.Equal(stage, (string)JsonNode.Parse((string)built["parametersJson"]!)!["parameters"]!["stage"]!["value"]!);
        Assert.Equal("", (string)JsonNode.Parse((string)built["parametersJson"]!)!["parameters"]!["signInClientSecret"]!["value"]!);
    }

    [Fact]
    public void Every_file_is_formatted()
    {
        var files = Directory.GetFiles(Path.Combine(GoldenFile.Root, "infra"), "*.bicep*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".json", StringComparison.Ordinal)).ToList();
        Assert.Equal(7, files.Count);
        Assert.All(files, file => Assert.Equal(File.ReadAllText(file), Bicep("format", file, "--stdout")));
    }

    [Fact]
    public void Tables_queues_and_containers_are_those_of_the_code()
    {
        var names = new StorageNames();
        var variables = Module("storage")["variables"]!;
        Assert.Equal(names.Tables.Order(), List(variables, "tables"));
        Assert.Equal(names.Queues.SelectMany(q => new[] { q, StorageNames.PoisonOf(q) }).Order(), List(variables, "queues"));
        Assert.Equal(names.Containers.Append("deployments").Order(), List(variables, "containers"));
        Assert.Equal(new[] { names.Raw, names.Anchors }.Order(), List(variables, "writeOnce"));
    }

    [Fact]
    public void Settings_are_those_of_the_sample_with_the_account_in_place_of_the_emulator()
    {
        var sample = JsonNode.Parse(GoldenFile.Read("local.settings.sample.json"))!["Values"]!.AsObject().Select(v => v.Key);
        var local = new[] { "AzureWebJobsStorage", "AZURE_FUNCTIONS_ENVIRONMENT", "FUNCTIONS_WORKER_RUNTIME", FunctionsHost.Storage };
        var settings = Resource("app", "Microsoft.Web/sites/config")["properties"]!.ToString();
        Assert.All(sample.Except(local), name => Assert.Contains($"'{name}'", settings, StringComparison.Ordinal));
        Assert.Contains($"'{FunctionsHost.Storage}__accountName'", settings, StringComparison.Ordinal);
        Assert.Contains($"'{FunctionsHost.Storage}__queueServiceUri'", settings, StringComparison.Ordinal);
        Assert.All(local.Except([FunctionsHost.Storage]), name => Assert.DoesNotContain($"'{name}'", settings, StringComparison.Ordinal));
    }

    /// <summary>The ids of built-in roles are Microsoft's own: learn.microsoft.com/azure/role-based-access-control/built-in-roles.</summary>
    [Fact]
    public void The_identity_may_do_what_the_code_does_and_storage_has_no_keys()
    {
        var roles = Module("app")["variables"]!["roles"]!.AsArray().Select(r => (string)r!["id"]!);
        Assert.Equal(["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", "974c5e8b-45b9-4653-ba55-5f855dd0fb88", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b"], roles.Order());
        var account = Resource("storage", "Microsoft.Storage/storageAccounts")["properties"]!;
        Assert.False((bool)account["allowSharedKeyAccess"]!);
        Assert.False((bool)account["allowBlobPublicAccess"]!);
        Assert.True((bool)Resource("storage", "Microsoft.Storage/storageAccounts/blobServices")["properties"]!["isVersioningEnabled"]!);
        Assert.Equal("dotnet-isolated", (string)Resource("app", "Microsoft.Web/sites")["properties"]!["functionAppConfig"]!["runtime"]!["name"]!);
        Assert.Equal("10.0", (string)Resource("app", "Microsoft.Web/sites")["properties"]!["functionAppConfig"]!["runtime"]!["version"]!);
    }

    private static JsonNode Module(string name) => Main.Value["resources"]![name]!["properties"]!["template"]!;

    private static JsonNode Resource(string module, string type) => Resources(Module(module)).First(r => (string)r["type"]! == type && r["existing"] is null);

    private static IEnumerable<JsonNode> Resources(JsonNode template) =>
        template["resources"] is JsonObject named ? named.Select(n => n.Value!) : template["resources"]!.AsArray().Select(r => r!);

    private static IEnumerable<string> List(JsonNode variables, string name) => variables[name]!.AsArray().Select(v => (string)v!).Order();

    /// <returns>What it writes; a warning is an error, as a wrong name of a property is only that.</returns>
    private static string Bicep(params string[] arguments)
    {
        var bicep = typeof(InfraTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Bicep").Value!;
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(bicep, File.GetUnixFileMode(bicep) | UnixFileMode.UserExecute);
        using var run = Process.Start(new ProcessStartInfo(OperatingSystem.IsWindows() ? $"{bicep}.exe" : bicep, arguments)
        {
            WorkingDirectory = Path.Combine(GoldenFile.Root, "infra"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["BICEP_TRACING_ENABLED"] = "false" },
        })!;
        var warnings = run.StandardError.ReadToEndAsync();
        var written = run.StandardOutput.ReadToEnd();
        run.WaitForExit();
        Assert.Equal("", warnings.Result);
        Assert.Equal(0, run.ExitCode);
        return written;
    }
}
