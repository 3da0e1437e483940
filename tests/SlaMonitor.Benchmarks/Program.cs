using NodaTime;
using SlaMonitor.Benchmarks;
using SlaMonitor.Benchmarks.Assessments;
using SlaMonitor.Benchmarks.Load;
using SlaMonitor.Benchmarks.Tickets;

// dotnet run -c Release --project tests/SlaMonitor.Benchmarks -- [assessment [contracts] | service-hours [intervals] | tickets [tickets] | load [contracts]] [rounds]
if (args is [LoadRun.ReplayWorkerVerb, var recording, var connection])
{
    await ReplayWorker.Run(recording, connection);
    return 0;
}

if (args is [OurTickets.MemoryVerb, var path])
{
    OurTickets.Of(path);
    Console.WriteLine(System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64);
    return 0;
}

var which = args.Length > 0 ? args[0] : "";
var count = args.Length > 1 ? int.Parse(args[1]) : (int?)null;
var rounds = args.Length > 2 ? int.Parse(args[2]) : 5;
var equal = which switch
{
    "assessment" => AssessmentBenchmark.Run(count ?? 1_000, rounds, Console.Out),
    "service-hours" => ServiceHoursBenchmark.Run(count ?? 1_600_000, rounds, Console.Out),
    "tickets" => TicketBenchmark.Run(count ?? 1_600_000, rounds, Console.Out),
    "load" => await LoadRun.Run(count ?? 40, months: 4, args.Length > 2 ? rounds : 3, SystemClock.Instance, Console.Out),
    "" => All(),
    _ => throw new ArgumentException($"There is no benchmark '{which}': assessment, service-hours, tickets or load."),
};
return equal ? 0 : 1;

bool All()
{
    var hours = ServiceHoursBenchmark.Run(1_600_000, rounds, Console.Out);
    Console.WriteLine();
    var tickets = TicketBenchmark.Run(1_600_000, rounds, Console.Out);
    Console.WriteLine();
    return AssessmentBenchmark.Run(1_000, rounds, Console.Out) & hours & tickets;
}
