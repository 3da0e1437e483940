using System.CommandLine;
using NodaTime;
using SlaMonitor.Cli.Screens;
using SlaMonitor.Cli.Serving;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service;
using Spectre.Console;

namespace SlaMonitor.Cli.Verbs;

/// <summary><c>sla demo</c>: the samples, assessed from their files and by a service that is left open for the reader.</summary>
internal static class DemoVerb
{
    private sealed record Scene(string Folder, LocalDate AsOf, string About, string? Period);

    /// <summary>Each from its document, assessed as of a day on which there is something to see.</summary>
    private static readonly Scene[] Scenes =
    [
        new("barnet", new(2021, 9, 29), "Barnet's answer to a freedom of information request, 29 September 2021: adjectives where figures were asked. What the same answer looks like from data.", null),
        new("hackney", new(2017, 1, 19), "Hackney's ICT briefing, 19 January 2017: a ratio, volumes and a growing stock, read together.", null),
        new("nottinghamshire", new(2022, 1, 31), "Nottinghamshire's quarterly report, 2021-22 quarter 2: a stated 96.62 % that its own figures do not give.", "2021-07"),
        new("harrow", new(2005, 11, 22), "Harrow's update report, 22 November 2005: composites, and BVPI 157 on its way to 100 %.", null),
        new("msc-ladder", new(2026, 4, 30), "The Model Services Contract ladder over 24 months: repeats, caps, a restated and a missing return.", null),
    ];

    public static Command Command(Surroundings surroundings)
    {
        var noServe = new Option<bool>("--no-serve") { Description = "End when the samples are assessed, rather than leave the service open." };
        var command = new Command("demo", "Assess the samples, serve them and say what to try next.") { noServe };
        command.SetAction(parsed => Run(parsed.GetValue(noServe), surroundings).GetAwaiter().GetResult());
        return command;
    }

    private static async Task<int> Run(bool ends, Surroundings surroundings)
    {
        var screen = surroundings.Screen();
        screen.WriteLine("SLA Monitor takes a supplier's return, evaluates it against the contract, and says what is owed and why.");
        foreach (var scene in Scenes) Show(scene, surroundings, screen);
        Mails(surroundings, screen);
        await surroundings.Out.FlushAsync();
        await using var service = await DemoService.Start(surroundings);
        if (service is not null) await Tell(service, screen);
        WhatNext(screen);
        if (service is null || ends) return ExitCode.Fine;
        surroundings.Out.WriteLine();
        surroundings.Out.WriteLine($"The service is open at {service.Address} with these samples; Ctrl+C ends it. Ask it, for instance:");
        surroundings.Out.WriteLine($"  curl -H 'Authorization: Development manager' {service.Address}/api/v1/contracts");
        await surroundings.Out.FlushAsync();
        await service.WaitForEnd();
        return ExitCode.Fine;
    }

    private static void Mails(Surroundings surroundings, IAnsiConsole screen)
    {
        screen.WriteLine();
        screen.Write(new Rule("[bold]What officers are told[/]").LeftJustified());
        if (DemoMails.Write([.. Files("msc-ladder"), .. Files("msc-ladder-decisions")], Path.Combine(surroundings.Machine.DataFolder, "sla-monitor", "demo-mails")) is not { } mails) return;
        screen.WriteLine($"A clock was moved through the last two years of msc-ladder, as if it had begun in 2021 ({DayInWords.Of(mails.From)} to {DayInWords.Of(mails.To)}), with its returns coming on the days they are dated.");
        surroundings.Out.WriteLine($"The {mails.Count} mails it would have sent its manager, of which none was sent, are in {mails.Folder}");
        surroundings.Out.WriteLine($"Begin with {mails.First}");
    }

    /// <summary>The decisions of the ladder have a folder of their own, so that the files above can be read without them.</summary>
    private static async Task Tell(DemoService service, IAnsiConsole screen)
    {
        screen.WriteLine();
        screen.Write(new Rule("[bold]The same through the service[/]").LeftJustified());
        screen.WriteLine("Handed in over HTTP as their senders would have, stored and assessed as of today; msc-ladder with the decisions of samples/msc-ladder-decisions besides.");
        screen.WriteLine();
        var loaded = new List<(string Folder, LoadSample Load)>();
        foreach (var scene in Scenes) loaded.Add((scene.Folder, await service.Load([.. Files(scene.Folder), .. scene.Folder == "msc-ladder" ? Files("msc-ladder-decisions") : []])));
        foreach (var (folder, load) in loaded)
        {
            var (told, returns) = await load.Assessed();
            screen.WriteLine($"{folder} (contract {told.Contract}): returns {string.Join(", ", returns.Select(r => $"{r.Count} {r.Status}"))}. {told.Points} Service Points, {told.Payable} payable. {told.Why}");
        }
    }

    private static void Show(Scene scene, Surroundings surroundings, IAnsiConsole screen)
    {
        screen.WriteLine();
        screen.Write(new Rule($"[bold]{scene.Folder}[/]").LeftJustified());
        screen.WriteLine(scene.About);
        screen.WriteLine();
        var read = ReadFiles.Of(Files(scene.Folder), HolidayBasis.Adopted);
        FindingsScreen.Write(read.Findings.Select(Telling), surroundings.Out);
        foreach (var assessment in AssessFiles.Of(read, HolidayBasis.Adopted, scene.AsOf, Instant.MinValue))
        {
            ContractScreen.Write(assessment, screen);
            if (assessment.Periods.FirstOrDefault(p => p.Period.Name == scene.Period) is { } period)
                PeriodScreen.Write(assessment, period, screen);
        }
    }

    /// <summary>The findings a reader should not miss; 'sla check' shows them all.</summary>
    private static FileFindings Telling(FileFindings file) =>
        file with { Problems = [.. file.Problems.Where(p => p.IsError || p.Code == ReturnProblems.ClaimMismatch)] };

    /// <summary>The samples travel with the program; their names are those of the repository.</summary>
    private static IReadOnlyList<NamedFile> Files(string folder)
    {
        var samples = Path.Combine(AppContext.BaseDirectory, "samples", folder);
        return [.. InputFiles.In(samples).Select(f => f with { Name = $"samples/{folder}/{Path.GetRelativePath(samples, f.Name).Replace('\\', '/')}" })];
    }

    private static void WhatNext(IAnsiConsole screen)
    {
        screen.WriteLine();
        screen.Write(new Rule("[bold]What to try next[/]").LeftJustified());
        screen.WriteLine("In the root of the repository, with 'dotnet run --project src/SlaMonitor.Cli --' for 'sla':");
        screen.WriteLine("  sla explain samples/msc-ladder/contract-2024-04.yaml    the contract in plain English");
        screen.WriteLine("  sla assess samples/msc-ladder --period 2025-03          one period, line by line");
        screen.WriteLine("  sla assess samples/barnet --csv                         the twelve months asked for, as one table");
        screen.WriteLine("  sla check samples/nottinghamshire                       every finding of a return");
        screen.WriteLine("  sla compare samples/msc-ladder --with samples/msc-ladder-decisions    what reliefs and a withholding would move");
        screen.WriteLine("  sla template samples/first-contract.yaml 2026-02 -o return.xlsx       the workbook for a supplier to fill in");
        screen.WriteLine("  sla due foi --from 2022-12-15                           a deadline, day by day");
        screen.WriteLine("  sla lint samples/first-contract.yaml                    your own contract: start from this one");
        screen.WriteLine("Each folder of samples has a README that says what its document states and what is illustration.");
    }
}
