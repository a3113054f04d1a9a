using System.Reflection;

namespace SmeOrleans.GrpcFrontend.Operations;

/// <summary>What operators and auditors need.</summary>
internal sealed class OperationsApi(
    IServiceStatus status, IProjectionControl projections, IInvariants invariants, IAttempts attempts, ISandboxClock clock)
    : V1.OperationsService.OperationsServiceBase
{
    private const int ViolationsMax = 1_000;
    private static readonly string Version = typeof(OperationsApi).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public override async Task<V1.Status> GetStatus(V1.GetStatusRequest request, ServerCallContext context) => new()
    {
        Version = Version,
        Store = status.StoreKind,
        Now = Times.Of(clock.Now),
        Sandbox = clock.IsDriven,
        JournalHead = await status.JournalHeadAsync(context.CancellationToken),
        ProjectedHead = await projections.ProjectedHeadAsync(context.CancellationToken),
        OutboxPending = await status.OutboxPendingAsync(context.CancellationToken),
    };

    public override async Task<V1.AdvanceClockResponse> AdvanceClock(V1.AdvanceClockRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var time = check.Time(request.Time, "time");
        check.Finish();
        if (!clock.IsDriven)
        {
            throw new RefusedException(Rejection.Because(Reasons.ClockNotDriven));
        }

        var (now, handled) = await clock.AdvanceAsync(time, context.CancellationToken);
        return new() { Now = Times.Of(now), DueHandled = handled };
    }

    public override async Task<V1.CheckInvariantsResponse> CheckInvariants(V1.CheckInvariantsRequest request, ServerCallContext context)
    {
        var report = await invariants.CheckAsync(context.CancellationToken);
        return new()
        {
            Counts = { report.Counts.Select(count => new V1.InvariantCount { Subject = count.Subject, Count = count.Count }) },
            Violations = { report.Violations.Take(ViolationsMax) },
        };
    }

    public override async Task<V1.RebuildProjectionsResponse> RebuildProjections(V1.RebuildProjectionsRequest request, ServerCallContext context) =>
        new() { Entries = await projections.RebuildAsync(context.CancellationToken) };

    public override async Task<V1.ListAttemptsResponse> ListAttempts(V1.ListAttemptsRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var query = ListShape.Of(check, request.PageSize, 50, 500, request.PageToken, request.Filter);
        check.Finish();
        var page = await attempts.ListAsync(query, context.CancellationToken).OrRefuse();
        return new() { Attempts = { page.Items.Select(Of) }, NextPageToken = page.NextToken ?? "" };
    }

    private static V1.Attempt Of(AttemptRow row) => new()
    {
        AttemptTime = Times.Of(row.At),
        Method = row.Method,
        Resource = row.Resource,
        Subject = row.Subject,
        RequestId = row.RequestId,
        Status = row.Status,
        Reason = row.Reason,
    };
}
