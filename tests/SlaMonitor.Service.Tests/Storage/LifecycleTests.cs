using System.Text;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service.Formats.Assessments;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Tests.Storage;

/// <summary>Contracts from draft to effect, returns from receipt to withdrawal, decisions, each as it is stored.</summary>
public class LifecycleTests
{
    private static readonly LocalDate NewYear = new(2026, 1, 1);

    private static byte[] Contract(string add = "") => Encoding.UTF8.GetBytes(HelpDesk.Contract + add);

    /// <summary>94 % is below the target of 95 %, so the example is wrong.</summary>
    private static byte[] Unsound => Contract("examples: [{ given: { levels: { KPI1: [94] } }, expect: { rungs: { KPI1: [target] } } }]\n");

    [Fact]
    public async Task Terms_with_a_worked_example_that_fails_stay_a_draft_until_they_are_mended()
    {
        var service = await TestService.Begin(HelpDesk.February);
        var unsound = await Drafted(service, Unsound, null);
        Assert.False(unsound.IsSound);
        var refused = Assert.IsType<TermsOutcome.Unsound>(await service.Terms.Activate(HelpDesk.Code, NewYear, unsound.Version, TestService.Officer));
        Assert.NotEmpty(refused.Findings);
        await service.Work();
        Assert.Null((await service.Stored()).Version);

        Assert.IsType<TermsOutcome.ChangedMeanwhile>(await service.Terms.Draft(HelpDesk.Code, NewYear, Contract(), null, TestService.Officer));
        var sound = await Drafted(service, Contract(), unsound.Version);
        Assert.IsType<TermsOutcome.ChangedMeanwhile>(await service.Terms.Activate(HelpDesk.Code, NewYear, unsound.Version, TestService.Officer));
        Assert.IsType<TermsOutcome.Activated>(await service.Terms.Activate(HelpDesk.Code, NewYear, sound.Version, TestService.Officer));
        Assert.Empty(await service.Stores.Register.Drafts(HelpDesk.Code));
        await service.Work();
        await service.IsWhole();
    }

    [Fact]
    public async Task Terms_in_force_never_change()
    {
        var service = await HelpDesk.Begin();
        var before = (await service.Stored()).Terms;
        Assert.IsType<TermsOutcome.InForceAlready>(await service.Terms.Draft(HelpDesk.Code, NewYear, Contract("# changed\n"), null, TestService.Officer));
        Assert.IsType<TermsOutcome.InForceAlready>(await service.Terms.Activate(HelpDesk.Code, NewYear, "any", TestService.Officer));
        Assert.IsType<TermsOutcome.NoDraft>(await service.Terms.Activate(HelpDesk.Code, NewYear.PlusMonths(1), "any", TestService.Officer));
        Assert.Equal(before, (await service.Stored()).Terms);
        await service.IsWhole();
    }

    [Fact]
    public async Task A_file_is_a_draft_only_of_the_contract_and_day_it_names()
    {
        var service = await TestService.Begin(HelpDesk.February);
        var drafted = Assert.IsType<TermsOutcome.Drafted>(await service.Terms.Draft("other", new(2026, 2, 1), Contract(), null, TestService.Officer)).Draft;
        Assert.Equal(["contract", "effectiveFrom"], drafted.Findings.Where(f => f.Code == "version-not-as-addressed").Select(f => f.Path));
    }

    /// <summary>188 of 200 is 94 % in January to March. Under a target of 90 % from March on March is met; nothing before it moves.</summary>
    [Fact]
    public async Task Whoever_handed_a_draft_in_does_not_put_it_into_force_as_well()
    {
        var service = await TestService.Begin(Instant.FromUtc(2026, 1, 5, 9, 0));
        var terms = new PutTerms(service.Stores, new(service.Stores, service.Clock), new(), TermsPolicy.Local, HolidayBasis.Adopted, service.Clock);
        var head = TestService.Officer with { By = "tenant/head" };
        var first = await Drafted(null, TestService.Officer);
        Assert.IsType<TermsOutcome.OneAlone>(await Activated(first, TestService.Officer));
        // Of whoever changed it last, it is theirs.
        var second = await Drafted(first.Version, head);
        Assert.IsType<TermsOutcome.OneAlone>(await Activated(second, head));
        Assert.Empty((await service.Stores.Register.Load(HelpDesk.Code)).Terms);
        Assert.IsType<TermsOutcome.Activated>(await Activated(second, TestService.Officer));
        Assert.Equal("tenant/officer", Assert.Single((await service.Stores.Register.Load(HelpDesk.Code)).Terms).By);

        async Task<DraftTerms> Drafted(string? version, Asked asked) =>
            Assert.IsType<TermsOutcome.Drafted>(await terms.Draft(HelpDesk.Code, NewYear, Contract(), version, asked)).Draft;

        Task<TermsOutcome> Activated(DraftTerms draft, Asked asked) => terms.Activate(HelpDesk.Code, NewYear, draft.Version, asked);
    }

    [Fact]
    public async Task A_second_version_changes_the_periods_it_is_for_and_no_others()
    {
        var service = await HelpDesk.Begin(Instant.FromUtc(2026, 4, 10, 9, 0));
        foreach (var period in (string[])["2026-01", "2026-02", "2026-03"]) await service.Taken(HelpDesk.Return(188, period));
        var before = (await service.Stored()).Current!;
        await service.Activate(Encoding.UTF8.GetBytes(HelpDesk.Contract.Replace("effectiveFrom: 2026-01-01", "effectiveFrom: 2026-03-01", StringComparison.Ordinal).Replace("95 %", "90 %", StringComparison.Ordinal)));
        await service.Work();

        var after = (await service.Stored()).Current!;
        Assert.Equal(before.Number + 1, after.Number);
        Assert.Equal(["2026-03"], after.Periods.Except(before.Periods).Select(p => p.Name));
        Assert.Equal(["2026-01-01", "2026-03-01"], after.Versions.Select(v => v.Name));
        Assert.Equal([before.Number, after.Number], (await service.Stores.Register.Assessments(HelpDesk.Code)).TakeLast(2).Select(m => m.Number));
        var byFigures = (await service.Stores.Register.Alerts(HelpDesk.Code)).Where(a => a.Event == "Breach" && !a.Key.EndsWith("return missing", StringComparison.Ordinal));
        var ended = Assert.Single(byFigures, a => !a.Stands);
        Assert.Equal("2026-03", ended.Of);
        await service.IsWhole();
    }

    /// <summary>Whatever number a file gives itself; the same bytes as what stands are no new revision.</summary>
    [Fact]
    public async Task The_service_numbers_revisions_and_the_last_good_one_stands_again()
    {
        var service = await HelpDesk.Begin();
        Assert.Equal(1, (await service.Taken(HelpDesk.Return(188))).Revision);
        var first = (await service.Stored()).Current!.Periods;
        Assert.Equal(2, (await service.Taken(HelpDesk.Return(190))).Revision);
        var same = await service.Taken(HelpDesk.Return(190));
        Assert.Equal((ReceiptStatus.AlreadyHeld, 2), (same.Status, same.Revision));
        Assert.Equal(3, (await service.Taken(HelpDesk.Return(188))).Revision);

        Assert.IsType<ReturnChange.Done>(await Withdrawn(service, 3));
        Assert.Equal("2026-01 revision 2", (await service.Stored()).Current!.Returns[^1].Name);
        Assert.NotEqual(first, (await service.Stored()).Current!.Periods);
        Assert.Equal(ReturnState.Withdrawn, Assert.IsType<ReturnChange.NotFrom>(await Withdrawn(service, 3)).Return.State);
        Assert.IsType<ReturnChange.NoSuchRevision>(await Withdrawn(service, 4));
        Assert.IsType<ReturnChange.Done>(await Withdrawn(service, 2));
        Assert.Equal(first, (await service.Stored()).Current!.Periods);
        Assert.IsType<ReturnChange.Done>(await Withdrawn(service, 1));
        Assert.Empty((await service.Stored()).Current!.Returns);
        Assert.Equal(4, (await service.Taken(HelpDesk.Return(188))).Revision);
        await service.IsWhole();
    }

    /// <summary>96 % stated and 95 % found is a warning.</summary>
    [Fact]
    public async Task A_return_with_warnings_counts_from_its_receipt_once_they_are_confirmed()
    {
        var service = await HelpDesk.Begin();
        var receipt = await service.Taken(HelpDesk.Return(190, stated: "96 %"));
        Assert.Equal((ReceiptStatus.AwaitsConfirmation, 1), (receipt.Status, receipt.Revision));
        Assert.False(Assert.Single(receipt.Findings).IsError);
        Assert.Empty((await service.Stored()).Current!.Returns);

        service.Clock.Advance(Duration.FromDays(5));
        Assert.IsType<ReturnChange.Done>(await service.Returns.Confirm(HelpDesk.Code, HelpDesk.January, 1, TestService.Officer with { Reason = "Ours is right." }));
        await service.Work();
        var stored = Assert.Single((await service.Stored()).Returns);
        Assert.Equal((ReturnState.Accepted, "Ours is right.", new LocalDate(2026, 2, 10)), (stored.State, stored.Reason, stored.Facts.SubmittedOn));
        Assert.Equal(ReceiptStatus.Accepted, (await service.Stores.Register.Receipt(HelpDesk.Code, receipt.Id))!.Status);
        Assert.Single((await service.Stored()).Current!.Returns);
        var again = await service.Returns.Confirm(HelpDesk.Code, HelpDesk.January, 1, TestService.Officer);
        Assert.Equal(ReturnState.Accepted, Assert.IsType<ReturnChange.NotFrom>(again).Return.State);
        await service.IsWhole();
    }

    [Fact]
    public async Task Who_sends_what_awaits_confirmation_again_is_told_and_who_confirms_with_it_is_heard()
    {
        var service = await HelpDesk.Begin();
        var warned = HelpDesk.Return(190, stated: "96 %");
        var findings = (await service.Taken(warned)).Findings;
        var again = await service.Taken(warned);
        Assert.Equal((ReceiptStatus.AlreadyHeld, 1), (again.Status, again.Revision));
        Assert.NotEmpty(findings);
        Assert.Equal(findings, again.Findings);
        var confirmed = await service.Taken(warned, confirmed: "Ours is right.");
        Assert.Equal((ReceiptStatus.Accepted, 2), (confirmed.Status, confirmed.Revision));
    }

    [Fact]
    public async Task Nothing_to_report_is_a_return_that_waits_for_its_warning_to_be_confirmed()
    {
        var service = await HelpDesk.Begin();
        var today = new LocalDate(2026, 2, 10);
        Assert.Null(await service.Nothing.Of(HelpDesk.Code, new(2026, 3), "tenant/supplier", null, null, null, today));
        var received = Assert.IsType<Reception.New>(await service.Nothing.Of(HelpDesk.Code, HelpDesk.January, "tenant/supplier", "nil", null, null, today)).Receipt;
        await service.Work();
        var receipt = (await service.Stores.Register.Receipt(HelpDesk.Code, received.Id))!;
        Assert.Equal(ReceiptStatus.AwaitsConfirmation, receipt.Status);
        Assert.Equal(
            ("nothing-to-report", false, "no activity of 1 indicator: 1 not scored (KPI1)"),
            receipt.Findings.Select(f => (f.Code, f.IsError, f.Found)).Single());
        Assert.Empty((await service.Stored()).Current!.Returns);

        Assert.IsType<ReturnChange.Done>(await service.Returns.Confirm(HelpDesk.Code, HelpDesk.January, 1, new("tenant/supplier", "The office was closed.", null)));
        await service.Work();
        var stored = await service.Stored();
        Assert.Equal((ReturnState.Accepted, "The office was closed."), stored.Returns.Select(r => (r.State, r.Reason)).Single());
        Assert.Equal(["2026-01 revision 1"], stored.Current!.Returns.Select(r => r.Name));
        Assert.Equal(
            ["The return for 2026-01 reports nothing: no activity of 1 indicator: 1 not scored (KPI1)."],
            (await service.Stores.Register.Alerts(HelpDesk.Code)).Where(a => a.Event == "NothingReported").Select(a => a.Text));
    }

    [Fact]
    public async Task Nothing_to_report_is_refused_where_the_contract_refuses_it()
    {
        var service = await TestService.Begin(HelpDesk.February);
        await service.Activate(System.Text.Encoding.UTF8.GetBytes(HelpDesk.Contract.Replace("whenMissing: worstRung", "whenMissing: worstRung, nothingToReport: refused", StringComparison.Ordinal)));
        var sent = await service.Nothing.Of(HelpDesk.Code, HelpDesk.January, "tenant/supplier", null, "The office was closed.", null, new(2026, 2, 10));
        await service.Work();
        var receipt = (await service.Stores.Register.Receipt(HelpDesk.Code, Assert.IsType<Reception.New>(sent).Receipt.Id))!;
        Assert.Equal((ReceiptStatus.Refused, "nothing-to-report-refused"), (receipt.Status, receipt.Findings.Single().Code));
        Assert.Empty((await service.Stored()).Returns);
    }

    [Fact]
    public async Task A_decision_is_recorded_once_and_changes_the_period_it_is_for()
    {
        var service = await HelpDesk.Begin();
        await service.Taken(HelpDesk.Return(188));
        var before = (await service.Stored()).Current!;
        var file = Relief("reliefClaimed", "reliefAccepted");
        Assert.Equal([1, 2], (await Recorded(service, file)).Recorded.Select(r => r.Number));
        await service.Work();
        var after = (await service.Stored()).Current!;
        Assert.NotEqual(before.Periods, after.Periods);
        Assert.Equal(["000001", "000002"], after.Decisions.Select(d => d.Name));

        var again = await Recorded(service, file);
        Assert.Empty(again.Recorded);
        Assert.Empty(again.Problems);
        Assert.Equal(2, (await service.Stored()).Decisions.Count);
        await service.IsWhole();
    }

    [Fact]
    public async Task A_decision_that_contradicts_a_recorded_one_is_refused_with_its_whole_file()
    {
        var service = await HelpDesk.Begin();
        await service.Taken(HelpDesk.Return(188));
        await Recorded(service, Relief("reliefClaimed", "reliefAccepted"));
        await service.Work();
        var refused = await Recorded(service, Relief("reliefRejected"));
        Assert.NotEmpty(refused.Problems);
        Assert.Equal(2, (await service.Stored()).Decisions.Count);
    }

    [Fact]
    public async Task The_same_decision_twice_in_a_file_is_one_and_very_many_are_refused()
    {
        var service = await HelpDesk.Begin();
        await service.Taken(HelpDesk.Return(188));
        Assert.Single((await Recorded(service, Relief("reliefClaimed", "reliefClaimed"))).Recorded);
        var many = await Recorded(service, Relief([.. Enumerable.Range(1, 41).Select(i => $"disputeOpened {i}")]));
        Assert.Equal(["too-many-decisions"], many.Problems.Select(p => p.Code.Name));
        await service.Work();
        await service.IsWhole();
    }

    /// <summary>A supplier's return is dated by its receipt, an import by its file, and the trail tells.</summary>
    [Theory]
    [InlineData(false, "2026-02-10", "return accepted")]
    [InlineData(true, "2026-02-03", "return accepted with the date in its file")]
    public async Task An_import_keeps_its_dates(bool keeps, string submitted, string said)
    {
        var service = await HelpDesk.Begin();
        await service.Receive.Of(new(HelpDesk.Code, "tenant/officer", HelpDesk.Return(190), null) { KeepsDates = keeps });
        await service.Work();
        Assert.Equal(submitted, $"{Assert.Single((await service.Stored()).Returns).Facts.SubmittedOn:uuuu-MM-dd}");
        Assert.Contains(await service.Stores.Register.AuditTrail(HelpDesk.Code), r => r.Entry.What == said);
    }

    [Fact]
    public async Task A_link_for_one_period_takes_no_other()
    {
        var service = await HelpDesk.Begin();
        await service.Receive.Of(new(HelpDesk.Code, "link", HelpDesk.Return(190), "link") { OnlyPeriod = new(2026, 2) });
        await service.Work();
        Assert.Empty((await service.Stored()).Returns);
        Assert.Contains(await service.Stores.Register.AuditTrail(HelpDesk.Code), r => r.Entry.What == "return refused");
    }

    /// <summary>Hashes do not compress to less than half, so 8,000 of them are far over 128 KiB.</summary>
    [Fact]
    public async Task Findings_too_many_for_a_row_are_kept_in_a_blob_and_told_all()
    {
        var service = await HelpDesk.Begin();
        var receipt = await service.Sent(HelpDesk.Return(190));
        Finding[] findings = [.. Enumerable.Range(0, 8_000).Select(i => new Finding("code", true, "path", null, i, null, "expected", ContentHash.Of($"{i}"), "why"))];
        var before = await service.Stored();
        var now = service.Clock.GetCurrentInstant();
        Assert.NotNull(await service.Stores.Register.TryCommit(before, new()
        {
            Audit = [new(now, AuditEntry.Service, "return refused", $"receipt {receipt.Id}", "")],
            TakenUp = [receipt with { Status = ReceiptStatus.Refused, TakenUpAt = now, Findings = findings }],
        }, now));
        Assert.Equal(findings, (await service.Stores.Register.Receipt(HelpDesk.Code, receipt.Id))!.Findings);
    }

    [Fact]
    public async Task A_thousandth_revision_of_a_period_is_refused()
    {
        var service = await HelpDesk.Begin();
        var stored = new RegisteredContract(HelpDesk.Code) { Returns = [.. Enumerable.Range(1, 999).Select(Revision)] };
        var contract = new ReadTerms().Of(await service.Stored(), Domain.Calendars.HolidayBasis.Adopted);
        var receipt = await service.Sent(HelpDesk.Return(190));
        var taken = TakeUp.Of(stored, contract, [(new(receipt, null), HelpDesk.Return(190), null)], Domain.Calendars.HolidayBasis.Adopted, HelpDesk.February);
        Assert.Equal(["too-many-revisions"], Assert.Single(taken.Receipts).Findings.Where(f => f.IsError).Select(f => f.Code));

        RegisteredReturn Revision(int number) => new(
            new(HelpDesk.Code, number, NewYear, null, null, new(HelpDesk.January, null, []), []), "", "other", "", HelpDesk.February, ReturnState.Withdrawn);
    }

    private static async Task<DraftTerms> Drafted(TestService service, byte[] file, string? version) =>
        Assert.IsType<TermsOutcome.Drafted>(await service.Terms.Draft(HelpDesk.Code, NewYear, file, version, TestService.Officer)).Draft;

    private static async Task<ReturnChange> Withdrawn(TestService service, int revision)
    {
        var change = await service.Returns.Withdraw(HelpDesk.Code, HelpDesk.January, revision, TestService.Officer);
        await service.Work();
        service.Clock.AdvanceMinutes(10);
        return change;
    }

    private static Task<DecisionsRecorded> Recorded(TestService service, byte[] file) => service.Decisions.Of(HelpDesk.Code, file, TestService.Officer);

    /// <param name="decisions">Kinds, and what makes their reasons differ.</param>
    private static byte[] Relief(params string[] decisions) => Encoding.UTF8.GetBytes(
        $"contract: {HelpDesk.Code}\ndecisions:\n{string.Concat(decisions.Select(d => $"  - {d.Split(' ')[0]}: {{ period: 2026-01, indicator: KPI1, on: 2026-02-10, by: board, reason: the network was down {d} }}\n"))}");
}
