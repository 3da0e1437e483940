using NodaTime;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Evaluation;

namespace SlaMonitor.Domain;

/// <summary>A failure, or a result that was one but for a relief, with how far its review has come.</summary>
public sealed record ReviewedBreach(PeriodAssessment Period, IndicatorResult Result, BreachReview Review)
{
    /// <summary>What is asked of the client is not answered: a relief claimed, a dispute.</summary>
    public bool IsAsked => Result.Relief is { IsOpen: true } || Result.Dispute is { Resolved: null };

    /// <summary>Whether somebody should look at it now: something is asked of the client, or it costs points and nobody has looked at it since
    /// it arose, a year back at most.</summary>
    public bool WantsReview(LocalDate today) =>
        IsAsked
        || Review.IsPlanOverdue(today)
        || (Result.IsFailure && Costs && Review.IsNew && Result.Relief?.Decided is null && Period.Period.Last > today.PlusYears(-1));

    private bool Costs => Result.Indicator.IsTriggering || Result.Indicator.CarriesPoints;

    /// <summary>Every breach of a contract, the last Service Period's first, and in the contract's order.</summary>
    public static IReadOnlyList<ReviewedBreach> Of(ContractAssessment assessment)
    {
        var told = assessment.Decisions.OfType<Decision.OfResult>().ToLookup(d => (d.Month, d.Indicator));
        return [.. assessment.Periods.Reverse().SelectMany(p => p.Results.Where(IsBreach).Select(r => new ReviewedBreach(p, r, BreachReview.Of(told[(p.Period.Month, r.Indicator.Code)]))))];
    }

    private static bool IsBreach(IndicatorResult result) => result.IsFailure || result.Without is { IsFailure: true } || result.Dispute is not null || result.Relief is not null;
}
