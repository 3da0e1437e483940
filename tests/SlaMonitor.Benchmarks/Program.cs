using SlaMonitor.Benchmarks;
using SlaMonitor.Benchmarks.Assessments;

// dotnet run -c Release --project tests/SlaMonitor.Benchmarks -- [assessment [contracts] | service-hours [intervals]] [rounds]
var which = args.Length > 0 ? args[0] : "";
var count = args.Length > 1 ? int.Parse(args[1]) : (int?)null;
var rounds = args.Length > 2 ? int.Parse(args[2]) : 5;
var equal = which switch
{
    "assessment" => AssessmentBenchmark.Run(count ?? 1_000, rounds, Console.Out),
    "service-hours" => ServiceHoursBenchmark.Run(count ?? 1_600_000, rounds, Console.Out),
    "" => Both(),
    _ => throw new ArgumentException($"There is no benchmark '{which}': assessment or service-hours."),
};
return equal ? 0 : 1;

bool Both()
{
    var hours = ServiceHoursBenchmark.Run(1_600_000, rounds, Console.Out);
    Console.WriteLine();
    return AssessmentBenchmark.Run(1_000, rounds, Console.Out) & hours;
}
