using SlaMonitor.Domain;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service.Formats.ContractFiles;

namespace SlaMonitor.Service.Notices;

/// <summary>Who is told, as lines of a text: <c>role, way, id, address, away until, far ahead</c>, the last three where there is
/// something to say. Blank lines and
/// those that begin with # say nothing.</summary>
public static class RecipientsFile
{
    public static readonly ProblemCode NotALine = new("recipient-line", true, "Somebody who cannot be understood would not be told.");

    private const string Expected = "role, way, id, address, away until, far ahead: contractManager, mail, ann, ann@council.example, 2026-08-14, digest";

    /// <returns>The recipients, or what is wrong with each line, by its number; never both.</returns>
    public static (Recipients? Recipients, IReadOnlyList<Problem> Problems) Read(string text)
    {
        var (all, problems) = (new List<Recipient>(), new List<Problem>());
        foreach (var (line, i) in text.Split('\n').Select((line, i) => (line.Trim(), i + 1)))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (Line(line) is { } recipient) all.Add(recipient);
            else problems.Add(new(NotALine, "", Expected, "another text") { Line = i });
        }

        if (problems.Count > 0) return (null, problems);
        var recipients = new Recipients(all);
        return recipients.Problems().ToList() is { Count: > 0 } faults ? (null, faults) : (recipients, []);
    }

    public static string Write(Recipients recipients) => string.Concat(recipients.All.Select(r => Line(r) + "\n"));

    private static string Line(Recipient recipient)
    {
        string[] parts =
        [
            recipient.Role.Key(), recipient.Way.Key(), recipient.Id, recipient.Address ?? "", recipient.AwayUntil is { } day ? $"{day:uuuu-MM-dd}" : "",
            recipient.FarAhead == FarAhead.Each ? "" : recipient.FarAhead.Key(),
        ];
        return string.Join(", ", parts.Take(1 + Array.FindLastIndex(parts, p => p.Length > 0)));
    }

    private static Recipient? Line(string line)
    {
        var parts = line.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length is < 3 or > 6 || Word<OfficerRole>(parts[0]) is not { } role || Word<NoticeWay>(parts[1]) is not { } way) return null;
        var recipient = new Recipient(parts[2], role, way, parts.ElementAtOrDefault(3) is { Length: > 0 } address ? address : null);
        if (parts.ElementAtOrDefault(5) is { Length: > 0 } far)
        {
            if (Word<FarAhead>(far) is not { } choice) return null;
            recipient = recipient with { FarAhead = choice };
        }

        if (parts.ElementAtOrDefault(4) is not { Length: > 0 } away) return recipient;
        return Scalars.TryDay(away, out var day) ? recipient with { AwayUntil = day } : null;
    }

    private static E? Word<E>(string text)
        where E : struct, Enum => Enum.GetValues<E>().Where(e => e.Key() == text).Cast<E?>().FirstOrDefault();
}
