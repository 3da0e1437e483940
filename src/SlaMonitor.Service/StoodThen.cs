using NodaTime;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>The step from an instant to the assessment that stood then: what was known at the time.</summary>
public sealed class StoodThen(Stores stores)
{
    /// <returns>Null where none did.</returns>
    public async Task<Manifest?> Of(string contract, Instant instant)
    {
        if (await stores.Lists.FirstAssessmentAfter(contract, instant) is { } next) return await stores.Register.Assessment(contract, next - 1);
        return (await stores.Register.Head(contract))?.Current;
    }
}
