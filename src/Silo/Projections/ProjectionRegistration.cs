using SmeOrleans.Grains.JointMeetings;
using SmeOrleans.Grains.Reports;
using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Evidence;
using SmeOrleans.Silo.Invariants;
using SmeOrleans.Silo.Lists;
using SmeOrleans.Silo.Reports;

namespace SmeOrleans.Silo.Projections;

/// <summary>Registers the projection and every read model of the front end; storage and outbox must be registered too.</summary>
public static class ProjectionRegistration
{
    public static IServiceCollection AddProjections(this IServiceCollection services) => services
        .AddSingleton<Projector>()
        .AddSingleton<IProjectionControl>(provider => provider.GetRequiredService<Projector>())
        .AddHostedService<ProjectionService>()
        .AddSingleton<ListReader>()
        .AddSingleton<ICaseList, CaseList>()
        .AddSingleton<IUnitList, UnitList>()
        .AddSingleton<IRoundList, RoundList>()
        .AddSingleton<ICommonProjectList, CommonProjectList>()
        .AddSingleton<IApprovedList, ApprovedList>()
        .AddSingleton<ICaseFeed, CaseFeed>()
        .AddSingleton<IChangeFeed, ChangeFeed>()
        .AddSingleton<ICaseCensus, CaseCensus>()
        .AddSingleton<IBudgetSums, BudgetSums>()
        .AddSingleton<IReviewerList, ReviewerList>()
        .AddSingleton<ISessionList, SessionList>()
        .AddSingleton<IReports, CaseReports>()
        .AddSingleton<IReportAuditor, ReportAuditor>()
        .AddSingleton<IEvidence, EvidencePacks>()
        .AddSingleton<IAttempts, AttemptList>()
        .AddSingleton<IBlobs, Blobs>()
        .AddSingleton<IServiceStatus, ServiceStatus>()
        .AddSingleton<IInvariants, InvariantChecks>();
}
