using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SmeOrleans.Grains.Intake;
using SmeOrleans.GrpcFrontend.Acceptance;
using SmeOrleans.GrpcFrontend.Access;
using SmeOrleans.GrpcFrontend.Admission;
using SmeOrleans.GrpcFrontend.Anomalies;
using SmeOrleans.GrpcFrontend.Attempts;
using SmeOrleans.GrpcFrontend.Cases;
using SmeOrleans.GrpcFrontend.CommonProjects;
using SmeOrleans.GrpcFrontend.Companies;
using SmeOrleans.GrpcFrontend.Contracts;
using SmeOrleans.GrpcFrontend.Documents;
using SmeOrleans.GrpcFrontend.Feed;
using SmeOrleans.GrpcFrontend.JointMeetings;
using SmeOrleans.GrpcFrontend.Monitoring;
using SmeOrleans.GrpcFrontend.Operations;
using SmeOrleans.GrpcFrontend.Payments;
using SmeOrleans.GrpcFrontend.Receipts;
using SmeOrleans.GrpcFrontend.Reports;
using SmeOrleans.GrpcFrontend.Review;
using SmeOrleans.GrpcFrontend.Rounds;
using SmeOrleans.GrpcFrontend.Screening;
using SmeOrleans.GrpcFrontend.Units;

namespace SmeOrleans.GrpcFrontend;

/// <summary>Composes the front end.</summary>
public static class FrontendServices
{
    private const int MessageMaxBytes = 256 * 1024;
    private const int ChunkMessageMaxBytes = DocumentShape.ChunkMaxBytes + 1_024;
    private const string WebPolicy = "grpc-web";

    public static IServiceCollection AddGrpcFrontend(this IServiceCollection services, FrontendOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<ReceiptSigner>()
            .AddSingleton<IReceiptSigner>(provider => provider.GetRequiredService<ReceiptSigner>())
            .AddSingleton<IPackSigner>(provider => provider.GetRequiredService<ReceiptSigner>())
            .AddSingleton<IReceiptKeys>(provider => provider.GetRequiredService<ReceiptSigner>());
        services.AddSingleton<FailureStatus>().AddSingleton<AttemptLog>().AddSingleton<OverloadedAttempts>();
        services.AddHostedService(provider => provider.GetRequiredService<OverloadedAttempts>());
        services.AddSingleton<CaseSight>();
        services.AddSingleton<CaseDesk>().AddSingleton<CaseBatch>().AddSingleton<BatchRows>().AddSingleton<CaseStory>().AddSingleton<QuotaPassports>()
            .AddSingleton<AffectedAttempts>();
        services.AddSingleton<MeetingView>().AddSingleton<BudgetDesk>().AddSingleton<JournalWatch>();
        AddAuthentication(services, options);
        AddGrpc(services);
        services.AddGrpcReflection();
        services.AddGrpcHealthChecks(health =>
        {
            foreach (var service in Contract.Services)
            {
                health.Services.Map(service.FullName, _ => true);
            }
        }).AddCheck<ServingCheck>("serving");
        services.AddCors(cors => cors.AddPolicy(WebPolicy, policy => policy
            .WithOrigins([.. options.AllowedOrigins]).AllowAnyHeader().WithMethods("POST")
            .WithExposedHeaders("grpc-status", "grpc-message", "grpc-status-details-bin", "sme-replayed")));
        return services;
    }

    /// <summary>Maps every service; throws when one of their methods has no policy.</summary>
    public static WebApplication MapGrpcFrontend(this WebApplication app)
    {
        RpcPolicies.RequireComplete(Contract.Services);
        app.UseCors(WebPolicy);
        app.UseAuthentication();
        app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        UnreadableMessages.Map(app);
        app.MapGrpcService<RoundApi>();
        app.MapGrpcService<UnitApi>();
        app.MapGrpcService<CompanyApi>();
        app.MapGrpcService<CaseApi>();
        app.MapGrpcService<ScreeningApi>();
        app.MapGrpcService<CommonProjectApi>();
        app.MapGrpcService<DocumentApi>();
        app.MapGrpcService<JointMeetingApi>();
        app.MapGrpcService<ReviewApi>();
        app.MapGrpcService<ReportApi>();
        app.MapGrpcService<OperationsApi>();
        app.MapGrpcService<ContractApi>();
        app.MapGrpcService<PaymentApi>();
        app.MapGrpcService<MonitoringApi>();
        app.MapGrpcService<AcceptanceApi>();
        app.MapGrpcService<AnomalyApi>();
        app.MapGrpcService<FeedApi>();
        app.MapGrpcHealthChecksService();
        app.MapGrpcReflectionService();
        JwksEndpoint.Map(app);
        return app;
    }

    private static void AddAuthentication(IServiceCollection services, FrontendOptions options)
    {
        var issuers = TrustedIssuer.Load(options);
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
            .AddJwtBearer(bearer => TokenRules.Apply(bearer, issuers, TimeProvider.System));
    }

    private static void AddGrpc(IServiceCollection services)
    {
        // Outermost first. Singletons, because gates and logs count across calls.
        services.AddSingleton<ArrivalInterceptor>().AddSingleton<AttemptInterceptor>().AddSingleton<RefusalInterceptor>()
            .AddSingleton<AdmissionInterceptor>().AddSingleton<PolicyInterceptor>();
        services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = MessageMaxBytes;
            grpc.Interceptors.Add<ArrivalInterceptor>();
            grpc.Interceptors.Add<AttemptInterceptor>();
            grpc.Interceptors.Add<RefusalInterceptor>();
            grpc.Interceptors.Add<AdmissionInterceptor>();
            grpc.Interceptors.Add<PolicyInterceptor>();
        }).AddServiceOptions<DocumentApi>(grpc => grpc.MaxReceiveMessageSize = ChunkMessageMaxBytes);
    }
}
