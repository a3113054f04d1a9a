using SmeOrleans.Domain.Anomalies;
using SmeOrleans.GrpcFrontend.Cases;

namespace SmeOrleans.GrpcFrontend.Anomalies;

/// <summary>Anomalies, corrections and early ends of a case .</summary>
internal sealed class AnomalyApi(CaseDesk desk) : V1.AnomalyService.AnomalyServiceBase
{
    public override Task<V1.Case> OrderCorrection(V1.OrderCorrectionRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context,
            check => new OrderCorrection(check.Text(request.Grounds, "grounds", 500, required: true, lines: true), request.Major));

    public override Task<V1.Case> AnswerCorrection(V1.AnswerCorrectionRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context,
            check => new AnswerCorrection(check.Text(request.Answer, "answer", 2_000, required: true, lines: true)));

    public override Task<V1.Case> AcceptCorrection(V1.AcceptCorrectionRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context,
            check => new AcceptCorrection(check.Text(request.Note, "note", 1_000, lines: true)));

    public override Task<V1.Case> CallPanel(V1.CallPanelRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context,
            check => new CallPanel(check.Text(request.Note, "note", 1_000, lines: true)));

    public override Task<V1.Case> JudgeAnomaly(V1.JudgeAnomalyRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, check => new JudgeAnomaly(
            check.Enum<AnomalyOutcome>(request.Outcome, "outcome"), check.Text(request.Note, "note", 1_000, required: true, lines: true)));

    public override Task<V1.Case> JudgeAsPanel(V1.JudgeAsPanelRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, check => new JudgeAsPanel(
            check.Enum<AnomalyOutcome>(request.Outcome, "outcome"), check.Text(request.Note, "note", 1_000, required: true, lines: true)));

    public override Task<V1.Case> DiscontinueCase(V1.DiscontinueCaseRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context,
            check => new Discontinue(check.Text(request.Reason, "reason", 500, required: true, lines: true)));
}
