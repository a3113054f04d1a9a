using SmeOrleans.Domain.Screening;
using SmeOrleans.GrpcFrontend.Cases;

namespace SmeOrleans.GrpcFrontend.Screening;

/// <summary>Screening by the programme office.</summary>
internal sealed class ScreeningApi(CaseDesk desk) : V1.ScreeningService.ScreeningServiceBase
{
    private const int GapsMax = 50;

    public override Task<V1.Case> BeginScreening(V1.BeginScreeningRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, _ => new BeginScreening());

    public override Task<V1.Case> RequestSupplement(V1.RequestSupplementRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context,
            check => new RequestSupplement(check.Text(request.Note, "note", 500, lines: true)));

    public override async Task<V1.Case> RecordDuplicateCheck(V1.RecordDuplicateCheckRequest request, ServerCallContext context)
    {
        try
        {
            return await desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, check => new RecordDuplicateCheck(
                check.Text(request.Programme, "programme", 100, required: true), check.Enum<DuplicateAnswer>(request.Answer, "answer")));
        }
        catch (RefusedException refused) when (refused.Refusal.Code == Reasons.StateMove.Code && !context.Caller().Is(Role.Office))
        {
            // A partner may not learn how far a case has come.
            throw new RefusedException(Rejection.Because(Reasons.ResourceUnknown, ("name", request.Name)));
        }
    }

    public override Task<V1.Case> RecordFormGaps(V1.RecordFormGapsRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, check => Gaps(check, request));

    public override Task<V1.Case> CompleteScreening(V1.CompleteScreeningRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, _ => new CompleteScreening());

    private static RecordFormGaps Gaps(ShapeCheck check, V1.RecordFormGapsRequest request)
    {
        check.Require(request.Gaps.Count <= GapsMax, "gaps", "must hold at most 50 entries");
        return new([.. request.Gaps.Take(GapsMax).Select((gap, place) => check.Text(gap, $"gaps[{place}]", 200, required: true))]);
    }
}
