using SmeOrleans.Grpc.Tests.Served;

namespace SmeOrleans.Grpc.Tests;

/// <summary>Anomalies and cases that end before their acceptance: whatever the end, what is committed is what was paid (A-1, A-2, M-2).</summary>
[Collection(ServedCollection.Name)]
public sealed class EarlyEnds(Service service)
{
    private readonly LifeDesk _desk = new(service);

    [Fact]
    public async Task When_a_correction_comes_in_time_Then_the_case_goes_on_where_it_was()
    {
        var name = await _desk.ExecutingAsync();
        var ordered = await Order(name);
        Assert.Contains(ordered.Deadlines, one => one.Kind == V1.DeadlineKind.Correction);
        await Refused.Because(Reasons.CorrectionUnanswered, _desk.OfficeAnomalies.AcceptCorrectionAsync(new() { Name = name, RequestId = Programme.NewId() }));
        await Refused.Because(Reasons.CorrectionRuns, Judge(name, V1.AnomalyOutcome.Terminated));
        await Answer(name);
        var corrected = await _desk.OfficeAnomalies.AcceptCorrectionAsync(new() { Name = name, RequestId = Programme.NewId() });
        Assert.Equal((V1.CaseState.Executing, V1.AnomalyOutcome.Corrected), (corrected.State, corrected.Execution.Anomalies[0].Outcome));
    }

    [Fact]
    public async Task When_it_does_not_Then_the_contract_is_terminated_and_the_money_comes_back()
    {
        var name = await _desk.ExecutingAsync();
        var ordered = await Order(name);
        await _desk.DriveToAsync(ordered.Execution.Anomalies[0].ExpireTime.ToDateTimeOffset().AddMinutes(7));
        await Refused.Because(Reasons.CorrectionLate, Answer(name));
        var ended = await Judge(name, V1.AnomalyOutcome.Terminated);
        Assert.Equal((V1.CaseState.Terminated, 100_000, 100_000), (ended.State, ended.Execution.CommittedNtd, ended.Execution.PaidNtd));
        await Refused.Because(Reasons.RefundTooMuch, Refund(name, 100_001));
        await Refund(name, 60_000);
        var settled = await Refund(name, 40_000);
        Assert.Equal((0, 0), (settled.Execution.CommittedNtd, settled.Execution.PaidNtd));
        await Refused.Because(Reasons.RefundTooMuch, Refund(name, 1));
    }

    [Fact]
    public async Task When_the_company_goes_out_of_business_Then_what_was_paid_is_returned_and_nothing_is_left()
    {
        var name = await _desk.ExecutingAsync();
        var ended = await _desk.OfficeAnomalies.DiscontinueCaseAsync(new() { Name = name, Reason = "歇業", RequestId = Programme.NewId() });
        Assert.Equal((V1.CaseState.Discontinued, 100_000, 100_000), (ended.State, ended.Execution.CommittedNtd, ended.Execution.PaidNtd));
        var settled = await Refund(name, 100_000);
        Assert.Equal((0, 0), (settled.Execution.CommittedNtd, settled.Execution.PaidNtd));
    }

    private AsyncUnaryCall<V1.Case> Order(string name) =>
        _desk.OfficeAnomalies.OrderCorrectionAsync(new() { Name = name, Grounds = "進度落後", RequestId = Programme.NewId() });

    private AsyncUnaryCall<V1.Case> Answer(string name) =>
        _desk.UnitAnomalies.AnswerCorrectionAsync(new() { Name = name, Answer = "已趕上", RequestId = Programme.NewId() });

    private AsyncUnaryCall<V1.Case> Judge(string name, V1.AnomalyOutcome outcome) =>
        _desk.OfficeAnomalies.JudgeAnomalyAsync(new() { Name = name, Outcome = outcome, Note = "情節重大", RequestId = Programme.NewId() });

    private AsyncUnaryCall<V1.Case> Refund(string name, long amount) =>
        _desk.OfficePayments.RecordRefundAsync(new() { Name = name, AmountNtd = amount, RequestId = Programme.NewId() });
}
