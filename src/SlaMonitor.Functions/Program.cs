using System.Security.Cryptography;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using NodaTime;
using SlaMonitor.Functions;

// With the command line's Program.cs the only place where the real clock and randomness are touched.
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
FunctionsHost.Configure(builder, SystemClock.Instance, RandomNumberGenerator.GetBytes);
builder.Build().Run();
