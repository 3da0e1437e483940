using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Golden;
using SlaMonitor.Service.Formats.Assessments;

namespace SlaMonitor.Service.Tests.Samples;

/// <summary>The same version of the rules gives the same bytes. Where this fails after a release, raise the version in
/// Directory.Build.props and write the file anew: its older lines stay as they are.</summary>
public class EngineTests
{
    private const string Versions = "tests/SlaMonitor.Service.Tests/Samples/engine.txt";

    [Fact]
    public void What_the_samples_come_to_goes_with_the_version_of_the_rules()
    {
        var files = Directory.GetFiles(Path.Combine(GoldenFile.Root, "samples"), "*.*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".yaml" or ".csv" or ".json" or ".xlsx").Order(StringComparer.Ordinal)
            .Select(f => new NamedFile(f, File.ReadAllBytes(f))).ToList();
        var read = ReadFiles.Of(files, HolidayBasis.Adopted);
        var results = AssessmentDocument.WriteJson(AssessFiles.Of(read, HolidayBasis.Adopted, new LocalDate(2026, 4, 30), Instant.MinValue));
        var earlier = File.Exists(Path.Combine(GoldenFile.Root, Versions)) ? GoldenFile.Read(Versions).Split('\n').Where(l => l.Length > 0 && !l.StartsWith($"{Engine.Version} ", StringComparison.Ordinal)) : [];
        GoldenFile.AssertSame(Versions, string.Concat(earlier.Append($"{Engine.Version} {ContentHash.Of(results)}").Select(l => l + "\n")));
    }
}
