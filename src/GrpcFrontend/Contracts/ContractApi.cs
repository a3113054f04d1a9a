using SmeOrleans.Domain.Calendar;
using SmeOrleans.Domain.Contracts;
using SmeOrleans.GrpcFrontend.Cases;

namespace SmeOrleans.GrpcFrontend.Contracts;

/// <summary>From approval to contract, and changes of the plan (M-1, M-7).</summary>
internal sealed class ContractApi(CaseDesk desk) : V1.ContractService.ContractServiceBase
{
    public override Task<V1.Case> GiveUpCase(V1.GiveUpCaseRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context,
            check => new GiveUp(check.Text(request.Reason, "reason", 500, required: true, lines: true)));

    public override Task<V1.Case> RevisePlan(V1.RevisePlanRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, check => new RevisePlan(
            check.Text(request.Summary, "summary", 2_000, lines: true),
            PlanShape.Answers(check, request.Answers, "answers"),
            check.DigestOrNone(request.Sha256, "sha256")));

    public override Task<V1.Case> ConfirmPlan(V1.ConfirmPlanRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context,
            check => new ConfirmPlan(PlanShape.Comments(check, request.Comments, "comments")));

    public override Task<V1.Case> ReturnPlan(V1.ReturnPlanRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context,
            check => new ReturnPlan(check.Text(request.Note, "note", 1_000, required: true, lines: true)));

    public override Task<V1.Case> SignContract(V1.SignContractRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, check => new SignContract(
            check.Text(request.Number, "number", 64, required: true),
            request.FromDate.Length == 0 ? Taipei.DateAt(context.ReceivedAt()) : check.Date(request.FromDate, "from_date")));

    public override Task<V1.Case> RequestPlanChange(V1.RequestPlanChangeRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, check => PlanShape.Change(check, request));

    public override Task<V1.Case> DecideMinorChange(V1.DecideMinorChangeRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context,
            check => new DecideMinorChange(request.Confirm, check.Text(request.Note, "note", 1_000, lines: true)));

    public override Task<V1.Case> DecideMajorChange(V1.DecideMajorChangeRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context,
            check => new DecideMajorChange(request.Confirm, check.Text(request.Note, "note", 1_000, lines: true)));
}
