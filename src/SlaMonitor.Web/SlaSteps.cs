using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Web;

/// <summary>The steps as every host has them: endpoints, workers and tests call the same.</summary>
public static class SlaSteps
{
    /// <summary>Needs <see cref="NodaTime.IClock"/> and <see cref="Service.Access.RandomBytes"/>, which the host registers.</summary>
    public static IServiceCollection AddSlaSteps(this IServiceCollection services, StorageAccount account)
    {
        // Settings of the web host go before it, whichever of the two is added first.
        services.TryAddSingleton(TermsPolicy.Local);
        return services
            .AddSingleton(account)
            .AddSingleton(new Stores(account))
            .AddSingleton<AccessTable>()
            .AddSingleton<AssignContracts>()
            .AddSingleton(HolidayBasis.Adopted)
            .AddSingleton<ReadTerms>()
            .AddSingleton<KnownContracts>()
            .AddSingleton<SeenContracts>()
            .AddSingleton<ChangeContract>()
            .AddSingleton<PutTerms>()
            .AddSingleton<ReadVersion>()
            .AddSingleton<ReceiveReturn>()
            .AddSingleton<UploadLarge>()
            .AddSingleton<TakeFile>()
            .AddSingleton<TakeExtract>()
            .AddSingleton<CountEvidence>()
            .AddSingleton<ReportNothing>()
            .AddSingleton<ChangeReturn>()
            .AddSingleton<GiveLink>()
            .AddSingleton<HandleAlert>()
            .AddSingleton<NameRecipients>()
            .AddSingleton<EndDigest>()
            .AddSingleton<GiveFeed>()
            .AddSingleton(WaiverPolicy.Local)
            .AddSingleton<RecordDecisions>()
            .AddSingleton<PreviewReturn>()
            .AddSingleton<RaiseClaim>()
            .AddSingleton<AssessContract>()
            .AddSingleton<SweepPending>()
            .AddSingleton<Retention>()
            .AddSingleton<StoodThen>()
            .AddSingleton<ReproduceAssessment>()
            .AddSingleton<VerifyAudit>();
    }
}
