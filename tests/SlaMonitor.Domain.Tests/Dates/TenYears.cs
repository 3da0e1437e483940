using NodaTime;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Decisions;

namespace SlaMonitor.Domain.Tests.Dates;

/// <summary>
/// Ten years of daily runs over 5,000 contracts, 1 January 2014 to 31 December 2023: the decider is asked on the days only that it asks to
/// be asked again on, and what is to be told is found a second time by looking at every contract on every single day.
/// </summary>
public class TenYears
{
    private const int Contracts = 5_000;

    private static readonly LocalDate First = new(2014, 1, 1), Last = new(2023, 12, 31);

    [Fact]
    public void Each_alert_of_a_date_arises_once_on_its_day_and_none_is_missed()
    {
        var (arisen, moved, ended) = (0, 0, 0);
        for (var number = 0; number < Contracts; number++)
        {
            var generated = new GeneratedDates(number);
            var expected = EveryDay.Expected(generated, First, Last);
            var found = Run(generated.Contract, generated.Decisions);
            if (!expected.SequenceEqual(found))
                Assert.Fail($"Contract {number}, {generated}:\n missing {Lines(expected.Except(found))}\n too many {Lines(found.Except(expected))}");
            arisen += found.Count;
            moved += found.Select(a => a.Key.Split('/')).Where(k => k[1] == "contractEnding").Select(k => k[3]).Distinct().Count() > 1 ? 1 : 0;
            ended += found.Any(a => a.Key.Contains("/contractEnded/", StringComparison.Ordinal)) ? 1 : 0;
        }

        // It would prove nothing if there were nothing to tell.
        Assert.True(arisen > 50_000 && moved > 500 && ended > 1_000, $"{arisen} alerts, {moved} ends moved, {ended} ended");
    }

    /// <summary>As the service does it: what is new among an assessment's alerts has arisen; the next look is when the decider says.</summary>
    private static List<(string Key, LocalDate On)> Run(Contract contract, IReadOnlyList<Decision> decisions)
    {
        var arisen = new List<(string, LocalDate)>();
        var (told, ever) = (new HashSet<string>(), new HashSet<string>());
        for (LocalDate? next = First; next is { } day && day <= Last;)
        {
            List<Decision> known = [.. decisions.Where(d => d.On <= day)];
            var alerts = ContractDateAlerts.Of(contract, known, HolidayBasis.Adopted, day);
            foreach (var alert in alerts.Where(a => !told.Contains(a.Key)))
            {
                Assert.True(ever.Add(alert.Key), $"{alert.Key} a second time on {day}");
                arisen.Add((alert.Key, day));
            }

            told = [.. alerts.Select(a => a.Key)];
            next = NextLook.After(new(contract, day, HolidayBasis.Adopted, known, []), decisions.Select(d => d.On));
        }

        return [.. arisen.OrderBy(a => a.Item2).ThenBy(a => a.Item1, StringComparer.Ordinal)];
    }

    private static string Lines(IEnumerable<(string Key, LocalDate On)> alerts) => string.Join("\n  ", alerts.Select(a => $"{a.On:uuuu-MM-dd} {a.Key}").DefaultIfEmpty("none"));
}
