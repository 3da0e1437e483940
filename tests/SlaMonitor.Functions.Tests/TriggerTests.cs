using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Golden;
using SlaMonitor.Service;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Functions.Tests;

/// <summary>What the triggers name is there: queues, settings, schedules.</summary>
public partial class TriggerTests
{
    private static readonly IReadOnlyList<MethodInfo> Methods =
        [.. typeof(Triggers).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)];

    private static readonly JsonNode Host = JsonNode.Parse(GoldenFile.Read("src/SlaMonitor.Functions/host.json"))!;

    private static readonly Dictionary<string, string> Settings =
        JsonNode.Parse(GoldenFile.Read("local.settings.sample.json"))!["Values"]!.Deserialize<Dictionary<string, string>>()!;

    [Fact]
    public void Each_is_a_function_with_one_trigger_and_a_name_of_its_own()
    {
        Assert.All(Methods, m => Assert.Single(m.GetParameters(), p => Trigger(p) is not null));
        var names = Methods.Select(m => m.GetCustomAttribute<FunctionAttribute>()!.Name).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void Every_queue_is_worked_off_by_one_trigger_and_its_connection_is_set()
    {
        var triggers = All<QueueTriggerAttribute>().ToList();
        Assert.Equal(new StorageNames().Queues.Order(), triggers.Select(t => t.QueueName).Order());
        Assert.All(triggers, t => Assert.Equal(FunctionsHost.Storage, t.Connection));
        Assert.Equal("UseDevelopmentStorage=true", Settings[FunctionsHost.Storage]);
        Assert.All(Methods.Where(m => Has<QueueTriggerAttribute>(m)), m => Assert.Equal(typeof(string), m.GetParameters()[0].ParameterType));
    }

    /// <summary>Seconds, minutes, hours, day, month, day of the week, in UTC.</summary>
    [Fact]
    public void Every_schedule_is_a_setting_with_six_fields()
    {
        var named = All<TimerTriggerAttribute>().Select(t => SettingName().Match(t.Schedule).Groups[1].Value).ToList();
        Assert.All(named, name => Assert.Matches(@"^(\S+ ){5}\S+$", Settings[name]));
        Assert.Equal(named.Order(), Settings.Keys.Where(k => k.EndsWith("Schedule", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void One_trigger_takes_every_path_and_every_method_and_leaves_the_gate_to_the_pipeline()
    {
        var web = Assert.Single(All<HttpTriggerAttribute>());
        Assert.Equal((AuthorizationLevel.Anonymous, "{**path}"), (web.AuthLevel, web.Route));
        Assert.Equal(["delete", "get", "head", "options", "patch", "post", "put"], web.Methods.Order());
        Assert.Equal("", (string)Host["extensions"]!["http"]!["routePrefix"]!);
        Assert.Equal("true", Settings["AzureWebJobsDisableHomepage"]);
    }

    [Fact]
    public void The_host_works_the_queues_off_as_the_command_line_does()
    {
        var queues = Host["extensions"]!["queues"]!;
        var ours = new QueueSettings();
        Assert.Equal(ours.BatchSize, (int)queues["batchSize"]!);
        Assert.Equal(ours.NewBatchThreshold, (int)queues["newBatchThreshold"]!);
        Assert.Equal(ours.ComesAgainAfter.ToTimeSpan().ToString(), (string)queues["visibilityTimeout"]!);
        Assert.Equal(ours.MostTries, (int)queues["maxDequeueCount"]!);
        Assert.Equal("base64", (string)queues["messageEncoding"]!);
    }

    [Fact]
    public void The_sample_settings_name_the_emulator_and_nothing_secret()
    {
        Assert.Equal("dotnet-isolated", Settings["FUNCTIONS_WORKER_RUNTIME"]);
        Assert.Equal("UseDevelopmentStorage=true", Settings["AzureWebJobsStorage"]);
        Assert.DoesNotContain(Settings.Values, v => v.Contains("AccountKey", StringComparison.OrdinalIgnoreCase) || v.Contains("Password", StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<T> All<T>()
        where T : Attribute => Methods.SelectMany(m => m.GetParameters()).Select(p => p.GetCustomAttribute<T>()).OfType<T>();

    private static bool Has<T>(MethodInfo method)
        where T : Attribute => method.GetParameters().Any(p => p.GetCustomAttribute<T>() is not null);

    private static Attribute? Trigger(ParameterInfo parameter) => parameter.GetCustomAttributes().SingleOrDefault(a => a is HttpTriggerAttribute or QueueTriggerAttribute or TimerTriggerAttribute);

    [GeneratedRegex("^%(.+)%$")]
    private static partial Regex SettingName();
}
