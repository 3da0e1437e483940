using NodaTime;

namespace SlaMonitor.Domain.Calendars;

/// <summary>The clocks that statutes and their codes name, ready made.</summary>
public static class StatutoryClocks
{
    /// <summary>A public authority's answer to a request for information: the twentieth working day following the date of
    /// receipt. A bank holiday in any part of the United Kingdom is no working day (s.10(6)).</summary>
    public static StatutoryClock FreedomOfInformation { get; } = new(
        "foi",
        "Freedom of information request",
        new DatedCountRule(
            new LocalDate(2005, 1, 1),
            new CountRule(20, CountUnit.WorkingDays),
            Division.UkUnion,
            "Freedom of Information Act 2000, s.10(1) and (6)"));

    /// <summary>The requester's time to ask for an internal review: 40 working days from the date of the response. A
    /// practice, not a duty, which authorities state in their letters; the working days are taken to be those of the
    /// Act.</summary>
    public static StatutoryClock InternalReview { get; } = new(
        "internal-review",
        "Request for an internal review",
        new DatedCountRule(
            new LocalDate(2018, 7, 4),
            new CountRule(40, CountUnit.WorkingDays),
            Division.UkUnion,
            "Freedom of Information Code of Practice, 4 July 2018, part 5, under s.45 of the Freedom of Information Act 2000"));

    /// <summary>
    /// A controller's answer to a request for access to personal data, by the rule in force on the date of receipt. The
    /// Information Commissioner counted the day after receipt as the first until 14 August 2019, and counts the day of receipt
    /// since: what came on 3 September is due on 3 October, not 4 October. Either way a month ends on its last day where
    /// it has no corresponding date, and a weekend or public holiday gives way to the next working day. Not reckoned in:
    /// the two months by which a controller may extend the time, and that the time stands still while a request is
    /// clarified (in the law itself since February 2026, Data (Use and Access) Act 2025).
    /// </summary>
    public static StatutoryClock SubjectAccess { get; } = new(
        "subject-access",
        "Subject access request",
        new DatedCountRule(
            new LocalDate(2000, 3, 1),
            new CountRule(40, CountUnit.Days, CountFrom.BeginningWith),
            null,
            "Data Protection Act 1998, s.7(8) and (10)"),
        new DatedCountRule(
            new LocalDate(2018, 5, 25),
            new CountRule(1, CountUnit.Months, CountFrom.FollowingTheDayAfter, RollTo.NextWorkingDay),
            null,
            "General Data Protection Regulation, art 12(3), as the Information Commissioner counted until 14 August 2019"),
        new DatedCountRule(
            new LocalDate(2019, 8, 15),
            new CountRule(1, CountUnit.Months, CountFrom.Following, RollTo.NextWorkingDay),
            null,
            "General Data Protection Regulation, art 12(3) (since 2021 the UK GDPR), as the Information Commissioner counts " +
            "since 15 August 2019 (Case C-171/03 Toeters)"));

    public static IReadOnlyList<StatutoryClock> All { get; } = [FreedomOfInformation, InternalReview, SubjectAccess];

    /// <summary>The clock of that name, or null.</summary>
    public static StatutoryClock? Find(string name) => All.FirstOrDefault(c => c.Name == name);
}
