using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Composites;
using SlaMonitor.Domain.Decisions;
using static SlaMonitor.Domain.Tests.Errors.Reproducers;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Errors;

public class DecisionProblemsTests
{
    /// <summary>4 years from 1 April 2024, and two options of a year each.</summary>
    private static readonly ContractDraft Plain = Contract(Kpi("KPI1"), Kpi("KPI2") with { Introduced = Day("2024-05-01") }, Composite("TOP", new Combination.ShareMet(["KPI1"])))
        .Lasting("2024-04-01", "4 years", Option("1 year"), Option("1 year"));

    private static readonly Dictionary<string, Reproducer> Cases = new()
    {
        ["decision-of-other-contract"] = In("decisions[0]", new Decision.ReliefClaimed(Month("2024-04"), "KPI1", On("2024-05-10") with { Contract = "other" })),
        ["decision-of-no-period"] = In("decisions[0].period", Claimed("2024-03", "KPI1", "2024-05-10")),
        ["decision-of-no-result"] = In("decisions[0].indicator", Claimed("2024-04", "KPI2", "2024-05-10")),
        ["parts-of-composite"] = In("decisions[0].parts", PartAccepted("2024-04", "TOP", "2024-05-10", ("of", 1), ("to", 1))),
        ["decisions-contradict"] = In("decisions[1]", Accepted("2024-04", "KPI1", "2024-05-10"), Rejected("2024-04", "KPI1", "2024-05-11")),
        ["no-such-option"] = In("decisions[0].option", Exercised(3, "2028-01-10", "2028-01-10")),
        ["recorded-before-it-happened"] = In("decisions[0].exercised", Exercised(1, "2028-01-10", "2028-01-09")),
        ["no-such-milestone"] = In("decisions[0].milestone", Done("Exit plan", "2024-06-01", "2024-06-01")),
        ["termination-outside-term"] = In("decisions[0].ends", Terminated("2025-01-10", "2028-04-01", "2025-01-10", TerminationGround.Default)), // the term ends on 31 March 2028
        ["termination-not-allowed"] = In("decisions[0].ground", Terminated("2025-01-10", "2025-07-10", "2025-01-10")),
        ["withheld-without-trigger"] = In("decisions[0]", Withheld("2024-04", "2024-05-20")),
        ["credit-of-no-regime"] = In("decisions[0]", new Decision.CreditDisputed(Month("2024-04"), On("2024-06-10"))),
        ["withheld-too-much"] = new("decisions[0].amount", () => Unacceptable.Assessed("2024-05-20", Decided(Withheld("2024-04", "2024-05-20", "100000.01")), Return("2024-04").Stating("KPI1", "90")).Problems),

        // Told by the codes of contracts and returns.
        ["option-exercised-late"] = In("decisions[0].exercised", Exercised(1, "2028-04-01", "2028-05-01")), // the term ended on 31 March 2028
        ["option-out-of-turn"] = In("decisions[0].option", Exercised(2, "2028-01-10", "2028-01-10")),
        ["part-missing"] = In("decisions[0].parts.to", PartAccepted("2024-04", "KPI1", "2024-05-10", ("of", 1))),
        ["part-exceeds-whole"] = In("decisions[0].parts.of", PartAccepted("2024-04", "KPI1", "2024-05-10", ("of", 2), ("to", 1))),
    };

    public static TheoryData<string> Codes => [.. Cases.Keys];

    /// <summary>The return never comes, so that the one KPI is below its threshold: 1 of 1 is more than 50 %.</summary>
    private static ContractDraft Unacceptable => Contract(Kpi("KPI1")).Due("5 days").Triggering(new Trigger.UnacceptableKpiFailure(Percent("50"), null));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Is_found_where_it_is(string code) => Reproduces(code, Cases[code]);

    [Fact]
    public void Every_code_has_its_reproducer() =>
        Assert.Empty(DeclaredIn(typeof(DecisionProblems)).Select(c => c.Name).Except(Cases.Keys));

    /// <summary>Each of the two, as none can be said to be the true one.</summary>
    public static TheoryData<string> Contradictions => new()
    {
        "Claimed twice", "Decided twice on a day", "Resolved unopened", "Opened twice", "Exercised twice", "Withheld twice", "Exercised otherwise in the file",
        "Plan received unrequired", "Plan required twice",
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void Decisions_that_cannot_both_stand_are_told(string which)
    {
        var decisions = which switch
        {
            "Claimed twice" => Decided(Claimed("2024-04", "KPI1", "2024-05-10"), Claimed("2024-04", "KPI1", "2024-05-11")),
            "Decided twice on a day" => Decided(Accepted("2024-04", "KPI1", "2024-05-10"), Rejected("2024-04", "KPI1", "2024-05-10")),
            "Resolved unopened" => Decided(Resolved("2024-04", "KPI1", "2024-05-10")),
            "Opened twice" => Decided(Disputed("2024-04", "KPI1", "2024-05-10"), Disputed("2024-04", "KPI1", "2024-05-11")),
            "Exercised twice" => Decided(Exercised(1, "2028-01-10", "2028-01-10"), Exercised(1, "2028-01-11", "2028-01-11")),
            "Plan received unrequired" => Decided(PlanReceived("2024-04", "KPI1", "2024-05-20")),
            "Plan required twice" => Decided(PlanRequired("2024-04", "KPI1", "2024-05-10", "2024-05-24"), PlanRequired("2024-04", "KPI1", "2024-05-11", "2024-05-25")),
            "Withheld twice" => Decided(Withheld("2024-04", "2024-05-20"), Withheld("2024-04", "2024-05-21")),
            _ => Decided(Exercised(1, "2028-01-10", "2028-01-10")),
        };
        var contract = which == "Exercised otherwise in the file" ? Plain.Lasting("2024-04-01", "4 years", Option("1 year", "2028-01-09")) : Plain.Triggering(new Trigger.UnacceptableKpiFailure(Percent("50"), null));
        var found = DecisionChecks.Of(new([contract.Terms()]), decisions, BankHolidays.Current).Where(p => p.Code == DecisionProblems.Contradicts);
        Assert.Equal(decisions.Select((_, i) => i), found.Select(p => p.Path[10] - '0').Order());
    }

    [Fact]
    public void A_claim_its_rejection_a_new_claim_and_its_acceptance_stand_together() => Assert.Empty(DecisionChecks.Of(
        new([Plain.Terms()]),
        Decided(Claimed("2024-04", "KPI1", "2024-05-10"), Rejected("2024-04", "KPI1", "2024-05-10"), Claimed("2024-04", "KPI1", "2024-06-01"), Accepted("2024-04", "KPI1", "2024-06-20")),
        BankHolidays.Current));

    /// <summary>A contradiction that is still to come is none yet.</summary>
    [Fact]
    public void An_assessment_refuses_contradictions_from_the_day_they_arise()
    {
        var decisions = Decided(Accepted("2024-04", "KPI1", "2024-05-10"), Rejected("2024-04", "KPI1", "2024-06-11"));
        Assert.Empty(Caught(() => Plain.Assessed("2024-06-10", decisions)));
        Assert.Equal(["decisions-contradict", "decisions-contradict"], Caught(() => Plain.Assessed("2024-06-11", decisions)).Select(p => p.Code.Name));
    }

    /// <summary>Paid in part, and later in full: the later one stands. Of two on one day nobody can tell.</summary>
    [Theory]
    [InlineData("2024-05-11", 0)]
    [InlineData("2024-05-10", 2)]
    public void What_has_been_paid_is_told_once_a_day(string on, int problems) =>
        Assert.Equal(problems, DecisionChecks.Of(new([Plain.Terms()]), [Paid("2024-04", "2024-05-10", "1.00"), Paid("2024-04", on, "2.00")], BankHolidays.Current).Count);

    [Fact]
    public void An_assessment_refuses_another_contracts_decisions() => Assert.Equal(
        "decision-of-other-contract",
        Caught(() => (Plain with { Code = "other" }).Assessed("2024-06-10", Decided(Accepted("2024-04", "KPI1", "2024-05-10")))).Single().Code.Name);

    private static Reproducer In(string path, params IReadOnlyList<Decision> decisions) =>
        new(path, () => DecisionChecks.Of(new([Plain.Terms()]), decisions, BankHolidays.Current));
}
