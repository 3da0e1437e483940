using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>A target that moves with the date.</summary>
internal static class TrajectoryInEnglish
{
    public static string Of(Indicator indicator, Trajectory trajectory)
    {
        var milestones = trajectory.Milestones;
        return string.Join(' ', new[]
        {
            $"The target moves with the date: {Phrases.And(milestones.Select(m => $"{Reach(indicator, trajectory, m)} by {Phrases.Date(m.By)}"))}.",
            "A Service Period is judged by the target of its last day.",
            milestones.Count > 1 ? Between(trajectory.Between) : "",
            $"A Service Period that ends before {Phrases.Date(milestones[0].By)} has no target and is not scored; after {Phrases.Date(milestones[^1].By)} the target stays where it is.",
            trajectory.FailedPoints > 0 ? $"Missing the target costs {Phrases.Points(trajectory.FailedPoints)}." : "Missing the target costs no Service Points.",
        }.Where(sentence => sentence.Length > 0));
    }

    private static string Reach(Indicator indicator, Trajectory trajectory, Milestone milestone) =>
        $"{LevelInEnglish.Of(indicator, milestone.Target)} or {(trajectory.Better == Polarity.Higher ? "more" : "less")}";

    private static string Between(BetweenMilestones between) => between switch
    {
        BetweenMilestones.Step => "Nothing else being stated, the target between two of these days is the one that fell due last.",
        BetweenMilestones.Linear => "Between two of these days the target moves in a straight line, day by day.",
        _ => throw new ArgumentOutOfRangeException(nameof(between), between, "Not a way between milestones."),
    };
}
