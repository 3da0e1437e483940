using SlaMonitor.Benchmarks;

// dotnet run -c Release --project tests/SlaMonitor.Benchmarks [intervals] [rounds]
var intervals = args.Length > 0 ? int.Parse(args[0]) : 1_600_000;
var rounds = args.Length > 1 ? int.Parse(args[1]) : 5;
return ServiceHoursBenchmark.Run(intervals, rounds, Console.Out) ? 0 : 1;
