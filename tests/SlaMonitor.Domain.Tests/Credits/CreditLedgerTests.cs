using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Credits;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Numbers;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Credits;

/// <summary>What becomes of a credit. April 2024 is owed 1 % of £100,000.00 for each of its points.</summary>
public class CreditLedgerTests
{
    private static readonly ContractDraft Riverside = Contract(Kpi("KPI1")).Due("5 days").Crediting("1");

    [Fact]
    public void A_credit_goes_from_computed_to_settled()
    {
        var steps = new List<Decision>();
        var owed = Entry(steps).Payable!.Value;
        Assert.True(owed > Money.Zero);
        Assert.Equal(CreditStage.Computed, Entry(steps).Stage);
        Assert.Equal(CreditStage.Notified, Then(new Decision.CreditNotified(Month("2024-04"), owed, On("2024-05-13"))).Stage);
        Assert.Equal(CreditStage.Disputed, Then(new Decision.CreditDisputed(Month("2024-04"), On("2024-05-14"))).Stage);
        Assert.Equal(CreditStage.Agreed, Then(new Decision.CreditAgreed(Month("2024-04"), owed, On("2024-05-15"))).Stage);
        var part = Then(new Decision.CreditDeducted(Month("2024-04"), new(40_000), "INV-17", On("2024-05-16")));
        Assert.Equal((CreditStage.Agreed, owed - new Money(40_000)), (part.Stage, part.Unclaimed));
        var asked = Then(new Decision.CreditWaiverProposed(Month("2024-04"), owed - new Money(40_000), On("2024-05-17")));
        Assert.NotNull(asked.Proposed);
        Assert.Equal(owed - new Money(40_000), asked.Unclaimed);
        var settled = Then(new Decision.CreditWaived(Month("2024-04"), owed - new Money(40_000), On("2024-05-17")));
        Assert.Equal((CreditStage.Settled, Money.Zero, null), (settled.Stage, settled.Unclaimed, settled.Proposed));

        CreditEntry Then(Decision step)
        {
            steps.Add(step);
            return Entry(steps);
        }
    }

    /// <summary>Deducted, and then the whole failure is relieved: what was taken is owed back, and nothing recorded is lost.</summary>
    [Fact]
    public void What_is_undone_after_its_deduction_shows_as_taken_too_much()
    {
        var owed = Entry([]).Payable!.Value;
        var entry = Entry([new Decision.CreditDeducted(Month("2024-04"), owed, "INV-17", On("2024-05-16")), Accepted("2024-04", "KPI1", "2024-05-17")]);
        Assert.Equal((Money.Zero, Money.Zero - owed), (entry.Payable, entry.Unclaimed));
        Assert.Equal(CreditStage.Computed, entry.Stage);
    }

    [Fact]
    public void Nothing_owed_is_no_step_to_take() =>
        Assert.Equal(CreditStage.Nothing, CreditLedger.Of(Riverside.Assessed("2024-05-20", Return("2024-04").Stating("KPI1", "100"))).Entries.Single().Stage);

    /// <summary>Before its return is due, what is owed cannot be told.</summary>
    [Fact]
    public void Before_the_return_it_is_open() =>
        Assert.Equal(CreditStage.Open, CreditLedger.Of(Riverside.Assessed("2024-05-02")).Entries.Single().Stage);

    private static CreditEntry Entry(IReadOnlyList<Decision> steps) =>
        CreditLedger.Of(Riverside.Assessed("2024-05-20", steps, Return("2024-04").Stating("KPI1", "90"))).Find(Month("2024-04"))!;
}
