using NodaTime;

namespace SlaMonitor.Domain.Calendars;

/// <summary>
/// Which bank holidays an assessment goes by: what each contract's terms adopt; the same less what had not been seen by
/// some day; or one calendar whatever is adopted, to ask what it would move. The one place where an adoption becomes a
/// calendar.
/// </summary>
public sealed class HolidayBasis
{
    private readonly Func<int, BankHolidays?> _versions;
    private readonly IReadOnlyList<BankHolidays> _known;

    private HolidayBasis(Func<int, BankHolidays?> versions, IReadOnlyList<BankHolidays> known) => (_versions, _known) = (versions, known);

    /// <summary>What the terms adopt, with all that is known today.</summary>
    public static HolidayBasis Adopted { get; } = Among(BankHolidays.Versions);

    /// <summary>What the terms adopt of these versions.</summary>
    public static HolidayBasis Among(IReadOnlyList<BankHolidays> versions) => new(number => versions.FirstOrDefault(v => v.Version == number), versions);

    /// <summary>What the terms adopt, as known by the end of a day.</summary>
    public static HolidayBasis KnownOn(LocalDate day)
    {
        var known = BankHolidays.Versions.ToDictionary(v => v.Version, v => v.KnownOn(day));
        return new(known.GetValueOrDefault, []);
    }

    /// <summary>One calendar, whatever the terms adopt.</summary>
    public static HolidayBasis Only(BankHolidays holidays) => new(_ => holidays, []);

    /// <inheritdoc cref="Only"/>
    public static implicit operator HolidayBasis(BankHolidays holidays) => Only(holidays);

    /// <summary>The latest version that there is and that the terms do not adopt; null where they adopt it, or where another calendar is asked about.</summary>
    public BankHolidays? NewerThan(HolidayAdoption adoption) => _known.LastOrDefault(v => v.Version > adoption.Version);

    /// <exception cref="ArgumentOutOfRangeException">There is no such version.</exception>
    public BankHolidays Of(HolidayAdoption adoption) => _versions(adoption.Version)
        ?? throw new ArgumentOutOfRangeException(nameof(adoption), adoption.Version, "There is no such version of the bank holidays.");
}
