using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>
/// The step that everything comes to: take up what was received, assess the contract over its whole history, store what changed,
/// announce it. Doing it twice, late, or at the same time as somebody else changes nothing.
/// </summary>
public sealed class AssessContract(Stores stores, ReadTerms terms, CountEvidence evidence, HolidayBasis basis, IClock clock)
{
    /// <summary>What is taken up at once, so that the transaction stays within Azure's limits.</summary>
    private const int TakenAtOnce = 8;

    private const int MostConflicts = 10;

    /// <summary>Where another worker was there so lately that it may still be writing the index, the contract is looked at once
    /// more.</summary>
    private static readonly Duration Lately = Duration.FromSeconds(10);

    private static readonly Duration OnceMoreAfter = Duration.FromSeconds(30);

    /// <exception cref="InvalidOperationException">Others changed the contract again and again; the message comes again.</exception>
    public async Task Of(WorkMessage message)
    {
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            var before = await stores.Register.Load(message.Contract);
            var next = await Next(before);
            if (await Committed(next) is not { } done) continue;
            if (done.After.Inbox.Count == 0)
            {
                await Announce(message, done);
                return;
            }

            conflicts = -1;
        }

        throw new InvalidOperationException($"{message.Contract} was changed by others {MostConflicts} times in a row.");
    }

    /// <summary>What a contract comes to from what is stored of it.</summary>
    /// <param name="After">As it will be stored.</param>
    /// <param name="Assessment">Null where there are no terms to assess by.</param>
    /// <param name="Change">Null where there is nothing to change.</param>
    private sealed record Step(RegisteredContract Before, RegisteredContract After, ContractAssessment? Assessment, ContractChange? Change, Instant Now)
    {
        /// <summary>Documents that are not stored yet.</summary>
        public IReadOnlyList<PeriodDocument> NewDocuments { get; init; } = [];
    }

    private async Task<Step> Next(RegisteredContract before)
    {
        var now = clock.GetCurrentInstant();
        var items = before.Inbox.Take(TakenAtOnce).ToList();
        var contract = terms.Of(before, basis);
        var decisions = before.Decisions.Select(d => d.Decision).ToList();
        var taken = TakeUp.Of(before, contract?.With(decisions), [.. await Task.WhenAll(items.Select(i => WithBytes(i, before, contract)))], basis, now);
        var after = before with
        {
            Returns = taken.Returns,
            Inbox = [.. before.Inbox.Skip(items.Count)],
            Refused = RefusedReturn.After(before.Refused, items.Zip(taken.Receipts)),
        };
        if (contract is null) return new(before, after, null, items.Count == 0 ? null : Change(taken, null, null, null, before, after), now);
        var assessment = Assessment.Of(contract, [.. after.Standing], decisions, basis, now.InZone(contract.Latest.Zone).Date);
        var made = MakeManifest.Of(assessment, after, now);
        if (made.Manifest.SaysTheSameAs(before.Current)) return new(before, after, assessment, items.Count == 0 ? null : Change(taken, null, null, null, before, after), now);
        var reach = new ReachOfAlerts(assessment, before.Current, after);
        return new(before, after with { Current = made.Manifest }, assessment, Change(taken, made, assessment, reach, before, after), now) { NewDocuments = made.NotIn(before.Current) };
    }

    /// <summary>Documents are named by their content, so what is there already is right; they count once the head names them.</summary>
    /// <returns>Null where somebody else changed the contract meanwhile.</returns>
    private async Task<Step?> Committed(Step next)
    {
        if (next.Change is not { } change) return next;
        foreach (var document in next.NewDocuments) await stores.Results.Put(next.Before.Code, document);
        if (await stores.Register.TryCommit(next.Before, change, next.Now) is not { } head) return null;
        foreach (var receipt in change.TakenUp) Telemetry.ReturnsAssessed.Add(1, new KeyValuePair<string, object?>("status", receipt.Status.ToString()));
        return next with { After = next.After with { Version = head.Version, Audit = head.Audit, MovedAt = head.MovedAt } };
    }

    private async Task<(InboxItem Item, byte[] Bytes, ReturnWithTickets? Tickets)> WithBytes(InboxItem item, RegisteredContract stored, Contract? contract)
    {
        var bytes = item.Bytes
            ?? await stores.Raw.Get($"{item.Receipt.Contract}/{item.Receipt.RawSha256}")
            ?? throw new InvalidOperationException($"The bytes of receipt {item.Receipt.Id} are gone: {item.Receipt.Contract}/{item.Receipt.RawSha256}.");
        return (item, bytes, await evidence.Of(stored, contract, bytes, item.Extracts));
    }

    private static ContractChange Change(TakeUp taken, MakeManifest? made, ContractAssessment? assessment, ReachOfAlerts? reach, RegisteredContract before, RegisteredContract after) => new()
    {
        Returns = taken.New,
        TakenUp = taken.Receipts,
        Refused = [.. after.Refused.Except(before.Refused)],
        NoLongerRefused = [.. before.Refused.Select(r => r.Name).Except(after.Refused.Select(r => r.Name))],
        Assessment = made?.Manifest,
        Alerts = made is null ? [] : [.. made.NewAlerts(before.Current).Select(a => Raised(a, made.Manifest, assessment!, reach!))],
        Reworded = made is null ? [] : [.. made.RewordedAlerts(before.Current).Select(a => Said(a, made.Manifest, assessment!))],
        Audit = made is null ? taken.Audit : [.. taken.Audit, made.Audit],
    };

    private static RegisteredAlert Raised(Alert alert, Manifest from, ContractAssessment assessment, ReachOfAlerts reach) =>
        Said(alert, from, assessment) with { Reach = reach.Of(alert) };

    private static RegisteredAlert Said(Alert alert, Manifest from, ContractAssessment assessment) =>
        RegisteredAlert.From(alert, from.Number, from.MadeAt) with { Working = AlertWorking.Of(assessment, alert) };

    /// <summary>The pending row goes last. Whatever dies before it, the sweep brings the contract here again, and the outbox that was
    /// loaded with it says that there is something to tell.</summary>
    private async Task Announce(WorkMessage message, Step done)
    {
        if (done.Change?.Outbox is not null || done.Before.Outbox.Count > 0 || done.Before.Waiting.Any(d => d.IsDue(done.Now)) || IsToBePassedOn(done))
            await stores.Alerts.Send(message with { Pending = null });
        await stores.Index.Update(Shown(done), message.Pending, done.Now);
        if (await MayBeShownStale(done)) await stores.Assess.Send(message with { Pending = null }, OnceMoreAfter);
    }

    private bool IsToBePassedOn(Step done) => done.Assessment is { } assessment && done.Before.Unanswered.Any(u =>
        u.Due(assessment.Contract.Latest.WorkingDays(basis)) <= assessment.AsOf || done.After.Current?.Alerts.Contains(u.Alert.Hash) != true);

    /// <summary>
    /// Two workers may write the index in the other order than they changed the contract. Either the second comes so soon that it sees
    /// the first was there lately, or the first is so late that it sees this itself. What changed nothing was there unseen, and
    /// has to look.
    /// </summary>
    private async Task<bool> MayBeShownStale(Step done) => done.Change is null
        ? await stores.Register.Head(done.Before.Code) is { } head && head.Audit != done.After.Audit
        : done.Now - done.Before.AssessedAt < Lately || clock.GetCurrentInstant() - done.Now >= Lately;

    private PortfolioRow? Shown(Step done)
    {
        if (done.Assessment is not { } assessment || done.After.Current is not { } current) return null;
        var (attention, why, alerts) = AttentionTo.Of(assessment);
        var draft = assessment.Contract.Latest.Draft;
        var row = new PortfolioRow(
            assessment.Contract.Code, assessment.Contract.Latest.Title, draft.Client, draft.Supplier, attention, why, assessment.End,
            assessment.Periods.LastOrDefault()?.Period.Name, assessment.Points, assessment.Payable, alerts, current.Number, assessment.AsOf,
            NextLook.After(assessment, Dated(done.After).Concat(Answers(done, assessment))), done.After.Audit)
        {
            Calendar = current.Dates,
            NextAlert = NextLook.Alert(assessment),
            FoundBy = string.Join(' ', SearchWords.In([assessment.Contract.Code, .. assessment.Contract.Versions.Reverse().SelectMany(Names)])),
            LastFailures = current.Sums is [.., var last] ? last.Failures : [],
        };
        return row.With(assessment, done.After);
    }

    private static IEnumerable<string> Names(ContractTerms terms) => [terms.Title, terms.Draft.Client, terms.Draft.Supplier];

    /// <summary>The days on which somebody else may have to be told: of what waits for an answer, and of what will once it is sent.</summary>
    private IEnumerable<LocalDate> Answers(Step done, ContractAssessment assessment)
    {
        var workingDays = assessment.Contract.Latest.WorkingDays(basis);
        var fromToday = Escalation.DueAfter(assessment.AsOf, workingDays);
        foreach (var one in done.After.Unanswered) yield return one.Due(workingDays) is var due && due > assessment.AsOf ? due : fromToday;
        if (done.Change?.Outbox is { } outbox && outbox.Alerts.Any(a => Escalation.Concerns(Enum.Parse<AlertEvent>(a.Event)))) yield return fromToday;
    }

    private static IEnumerable<LocalDate> Dated(RegisteredContract contract) =>
        contract.Standing.Select(r => r.SubmittedOn).Concat(contract.Decisions.Select(d => d.Decision.On));
}
