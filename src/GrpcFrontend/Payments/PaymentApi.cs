using SmeOrleans.Domain.Payments;
using SmeOrleans.Grains.Rounds;
using SmeOrleans.GrpcFrontend.Cases;

namespace SmeOrleans.GrpcFrontend.Payments;

/// <summary>Money of a case and of a round (M-2 to M-4).</summary>
internal sealed class PaymentApi(CaseDesk desk, BudgetDesk budgets, IGrainFactory grains) : V1.PaymentService.PaymentServiceBase
{
    private const int NumberMax = 100;

    public override Task<V1.Case> PayInstalment(V1.PayInstalmentRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context,
            check => new PayInstalment(check.Count(request.Number, "number", 1, 2)));

    public override Task<V1.Case> RecordRefund(V1.RecordRefundRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, check => new RecordRefund(
            check.Amount(request.AmountNtd, "amount_ntd"), check.Text(request.Note, "note", 500, lines: true)));

    public override Task<V1.Case> FileAccountingReport(V1.FileAccountingReportRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, check => new FileAccountingReport(
            check.Count(request.Number, "number", 1, NumberMax), MoneyShape.Spending(check, request.Spending, "spending")));

    public override Task<V1.Case> CloseCase(V1.CloseCaseRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, _ => new CloseCase());

    public override async Task<V1.Acceptance> PreviewSettlement(V1.PreviewSettlementRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        check.Case(request.Name, "name");
        var reduction = check.Amount(request.PriceReductionNtd, "price_reduction_ntd");
        check.Finish();
        var (subject, _) = await context.Read(desk.Grain(request.Name));
        var (round, _) = await context.Read(grains.GetGrain<IRoundGrain>(subject.Round));
        var preview = Settlements.Preview(subject, reduction, round.Rules.Execution, context.ReceivedAt());
        return preview.Refusal is null ? CaseLifeMapping.Acceptance(preview.Record!) : throw new RefusedException(preview.Refusal);
    }

    public override async Task<V1.BudgetStatus> GetBudget(V1.GetBudgetRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var round = check.Round(request.Round, "round");
        check.Finish();
        return await budgets.StatusOf(round, context);
    }
}
