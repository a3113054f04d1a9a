using SmeOrleans.Grpc.Tests.Served;

namespace SmeOrleans.Grpc.Tests;

/// <summary>One life of a case from approval to closing, each step refused out of order with its own reason (S10).</summary>
[Collection(ServedCollection.Name)]
public sealed class Lives(Service service)
{
    private static readonly V1.Spending Spent = new() { GovernmentNtd = 195_000, SelfPaidNtd = 50_000, SelfSpentNtd = 48_000 };
    private readonly LifeDesk _desk = new(service);

    [Fact]
    public async Task When_a_case_is_guided_from_approval_to_closing_Then_every_step_comes_in_its_turn()
    {
        var round = await _desk.RoundAsync();
        var name = (await _desk.QualifiedAsync(round.Name, 1))[0];
        await Refused.Because(Reasons.StateMove, _desk.UnitContracts.RevisePlanAsync(new() { Name = name, RequestId = Programme.NewId() }));
        await _desk.PublishAsync(round.Name);
        await PlanAsync(name);
        await ContractAsync(name);
        await MonitoringAsync(name);
        await FinalAsync(name);
        await AcceptanceAsync(name, round);
        await ClosingAsync(name, round.Name);
    }

    private async Task PlanAsync(string name)
    {
        Assert.Equal(V1.DeadlineKind.PlanRevision, Assert.Single((await _desk.CaseAsync(name)).Deadlines).Kind);
        await Refused.Because(Reasons.StateMove, Sign(name));
        await Refused.Because(Reasons.PlanAnswers, _desk.UnitContracts.RevisePlanAsync(new()
        {
            Name = name, Answers = { new V1.CommentAnswer { CommentId = "c1", Answer = "無此意見" } }, RequestId = Programme.NewId(),
        }));
        var first = await _desk.UploadPlanAsync(name, [.. "%PDF-1.7 first"u8]);
        var second = await _desk.UploadPlanAsync(name, [.. "%PDF-1.7 second"u8]);
        await Refused.Because(Reasons.PlanDocument, Revise(name, first));
        await Revise(name, second);
        await Refused.Because(Reasons.PlanNotConfirmed, Sign(name));
        await _desk.OfficeContracts.ReturnPlanAsync(new() { Name = name, Note = "請補充時程", RequestId = Programme.NewId() });
        await Revise(name, second);
        await _desk.OfficeContracts.ConfirmPlanAsync(new() { Name = name, RequestId = Programme.NewId() });
        await Refused.Because(Reasons.PlanConfirmed, Revise(name, second));
        // M-7: what was replaced stays readable.
        Assert.Equal("%PDF-1.7 first"u8.ToArray(), await _desk.DownloadPlanAsync(name, first));
        Assert.Equal("%PDF-1.7 second"u8.ToArray(), await _desk.DownloadPlanAsync(name, ""));
        Assert.Equal([first], (await _desk.CaseAsync(name)).EarlierDocuments.Select(document => document.Sha256));
    }

    private async Task ContractAsync(string name)
    {
        await Refused.Because(Reasons.StateMove, Pay(name, 1));
        var signed = await Sign(name);
        Assert.Equal(V1.DeadlineKind.ExecutionEnd, Assert.Single(signed.Deadlines).Kind);
        await Refused.Because(Reasons.StateMove, Midterm(name));
        await Refused.Because(Reasons.PaymentNothingDue, Pay(name, 2));
        var paid = await Pay(name, 1);
        Assert.Equal((200_000, 100_000), (paid.Execution.CommittedNtd, paid.Execution.PaidNtd));
        await Refused.Because(Reasons.StateMove, Pay(name, 1));
        var change = new V1.RequestPlanChangeRequest { Name = name, Kind = V1.PlanChangeKind.Schedule, Summary = "展延一項", RequestId = Programme.NewId() };
        var asked = await _desk.UnitContracts.RequestPlanChangeAsync(change);
        Assert.Equal(200_000, asked.Execution.Plans[^1].Money.GovernmentNtd);
        change.RequestId = Programme.NewId();
        await Refused.Because(Reasons.PlanChangePending, _desk.UnitContracts.RequestPlanChangeAsync(change));
        await Refused.Because(Reasons.PlanChangeNone, _desk.OfficeContracts.DecideMajorChangeAsync(new() { Name = name, Confirm = true, RequestId = Programme.NewId() }));
        await _desk.OfficeContracts.DecideMinorChangeAsync(new() { Name = name, Confirm = true, RequestId = Programme.NewId() });
        change.Money = new() { TotalNtd = 250_000, GovernmentNtd = 200_001, SelfNtd = 49_999 };
        await Refused.Because(Reasons.PlanChangeMoney, _desk.UnitContracts.RequestPlanChangeAsync(change));
    }

    private async Task MonitoringAsync(string name)
    {
        await Refused.Because(Reasons.MidtermMissing, File(name));
        await Refused.Because(Reasons.AccountingNumber, Account(name, 2));
        await Account(name, 1);
        await Refused.Because(Reasons.MidtermMissing, ReviewMidterm(name, passed: true));
        await Midterm(name);
        await ReviewMidterm(name, passed: false);
        await Refused.Because(Reasons.MidtermMissing, ReviewMidterm(name, passed: true));
        await Midterm(name);
        Assert.Equal(V1.CaseState.MidtermChecked, (await ReviewMidterm(name, passed: true)).State);
        await Refused.Because(Reasons.VisitNotPlanned, Visit(name, await TodayAsync(0)));
        await _desk.OfficeMonitoring.SelectForVisitAsync(new() { Name = name, Reason = "excellent", RequestId = Programme.NewId() });
        await Refused.Because(Reasons.VisitPlanned, _desk.OfficeMonitoring.PickForVisitAsync(new() { Name = name, Reason = "excellent", RequestId = Programme.NewId() }));
        await Refused.Because(Reasons.FieldInvalid, Visit(name, await TodayAsync(1)));
    }

    private async Task FinalAsync(string name)
    {
        await Refused.Because(Reasons.FinalMissing, _desk.UnitPayments.PreviewSettlementAsync(new() { Name = name }));
        await Refused.Because(Reasons.StateMove, Judge(name, V1.FinalVerdict.Pass));
        await File(name);
        await Refused.Because(Reasons.FinalPointsOpen, Judge(name, V1.FinalVerdict.Pass, outputs: false));
        await Refused.Because(Reasons.StateMove, Accept(name));
        await Judge(name, V1.FinalVerdict.Revise, outputs: false);
        await Refused.Because(Reasons.FinalNotPassed, Accept(name));
        await File(name);
        Assert.Equal(V1.CaseState.FinalReview, (await Judge(name, V1.FinalVerdict.Pass)).State);
        await Refused.Because(Reasons.FinalPassed, File(name));
    }

    private async Task AcceptanceAsync(string name, V1.Round round)
    {
        await Refused.Because(Reasons.VisitPlanned, Accept(name));
        var visited = await Visit(name, await TodayAsync(0));
        Assert.Equal("office:tester", visited.Execution.Visits[0].Visitor);
        await Refused.Because(Reasons.AccountingMissing, Accept(name));
        await Account(name, 2);
        await Refused.Because(Reasons.AccountingNumber, Account(name, 3));
        await Refused.Because(Reasons.BenefitsMissing, Accept(name));
        var benefits = round.Rules.Execution.Indicators.Select(one => new V1.BenefitAmount { Indicator = one.Code, AmountNtd = 100_000 }).ToList();
        await Refused.Because(Reasons.FieldInvalid, Record(name, benefits.Skip(1)));
        await Record(name, benefits);
        await Refused.Because(Reasons.AwardNotPledged, _desk.OfficeAcceptance.RecordAwardResultAsync(new() { Name = name, Won = true, RequestId = Programme.NewId() }));
        await Refused.Because(Reasons.StateMove, Survey(_desk.UnitAcceptance, name, V1.Respondent.Unit));
        var preview = await _desk.UnitPayments.PreviewSettlementAsync(new() { Name = name });
        var accepted = await Accept(name);
        // M-3: 2,000 of the company's money were not spent, so 8,000 of the government's are not paid.
        Assert.Equal((192_000, 92_000), (accepted.Execution.Acceptance.PayableNtd, accepted.Execution.Acceptance.SecondInstalmentNtd));
        Assert.Equal(accepted.Execution.Acceptance.Arithmetic, preview.Arithmetic);
    }

    private async Task ClosingAsync(string name, string round)
    {
        await Refused.Because(Reasons.PaymentOpen, Close(name));
        await Refused.With(StatusCode.NotFound, Survey(_desk.UnitAcceptance, name, V1.Respondent.Company));
        await Refused.With(StatusCode.NotFound, Survey(_desk.OfficeAcceptance, name, V1.Respondent.Unit));
        await Survey(_desk.UnitAcceptance, name, V1.Respondent.Unit);
        await Survey(_desk.OfficeAcceptance, name, V1.Respondent.Company);
        await Pay(name, 2);
        await Refused.Because(Reasons.PaymentNothingDue, Pay(name, 2));
        var closed = await Close(name);
        Assert.Equal((V1.CaseState.Closed, 192_000, 192_000), (closed.State, closed.Execution.CommittedNtd, closed.Execution.PaidNtd));
        Assert.Equal(2, closed.Execution.Surveys.Count);
        Assert.Empty(closed.Deadlines);
        var total = (await _desk.OfficePayments.GetBudgetAsync(new() { Round = round })).Lines[^1];
        Assert.Equal(("total", 1_000_000, 200_000, 192_000, 192_000, 800_000),
            (total.Code, total.AmountNtd, total.ApprovedNtd, total.CommittedNtd, total.PaidNtd, total.LeftNtd));
    }

    private AsyncUnaryCall<V1.Case> Revise(string name, string sha256) =>
        _desk.UnitContracts.RevisePlanAsync(new() { Name = name, Sha256 = sha256, RequestId = Programme.NewId() });

    private AsyncUnaryCall<V1.Case> Sign(string name) =>
        _desk.OfficeContracts.SignContractAsync(new() { Name = name, Number = "107-1", RequestId = Programme.NewId() });

    private AsyncUnaryCall<V1.Case> Pay(string name, int number) =>
        _desk.OfficePayments.PayInstalmentAsync(new() { Name = name, Number = number, RequestId = Programme.NewId() });

    private AsyncUnaryCall<V1.Case> Account(string name, int number) =>
        _desk.UnitPayments.FileAccountingReportAsync(new() { Name = name, Number = number, Spending = Spent, RequestId = Programme.NewId() });

    private AsyncUnaryCall<V1.Case> Midterm(string name) =>
        _desk.UnitMonitoring.FileMidtermReportAsync(new() { Name = name, Spending = Spent, ProgressPercent = 50, RequestId = Programme.NewId() });

    private AsyncUnaryCall<V1.Case> ReviewMidterm(string name, bool passed) =>
        _desk.OfficeMonitoring.ReviewMidtermAsync(new() { Name = name, Passed = passed, RequestId = Programme.NewId() });

    private AsyncUnaryCall<V1.Case> Visit(string name, string date) => _desk.OfficeMonitoring.RecordVisitAsync(new()
    {
        Name = name, VisitDate = date, Result = V1.VisitResult.AsPlanned, RequestId = Programme.NewId(),
    });

    private AsyncUnaryCall<V1.Case> File(string name) =>
        _desk.UnitAcceptance.FileFinalReportAsync(new() { Name = name, Spending = Spent, RequestId = Programme.NewId() });

    private AsyncUnaryCall<V1.Case> Judge(string name, V1.FinalVerdict verdict, bool outputs = true) => _desk.OfficeAcceptance.JudgeFinalAsync(new()
    {
        Name = name, DoneAsPlanned = true, DifferencesAcceptable = true, OutputsProveIt = outputs, ResultsMatchGoals = true, Verdict = verdict, RequestId = Programme.NewId(),
    });

    private AsyncUnaryCall<V1.Case> Accept(string name) => _desk.OfficeAcceptance.AcceptCaseAsync(new() { Name = name, RequestId = Programme.NewId() });

    private AsyncUnaryCall<V1.Case> Record(string name, IEnumerable<V1.BenefitAmount> benefits) =>
        _desk.UnitAcceptance.RecordBenefitsAsync(new() { Name = name, Benefits = { benefits }, RequestId = Programme.NewId() });

    private static AsyncUnaryCall<V1.Case> Survey(V1.AcceptanceService.AcceptanceServiceClient client, string name, V1.Respondent respondent) =>
        client.RecordSurveyAsync(new()
        {
            Name = name, Respondent = respondent, Answers = { new V1.SurveyAnswer { Question = "q1", Importance = 5, Satisfaction = 4 } }, RequestId = Programme.NewId(),
        });

    private AsyncUnaryCall<V1.Case> Close(string name) => _desk.OfficePayments.CloseCaseAsync(new() { Name = name, RequestId = Programme.NewId() });

    private async Task<string> TodayAsync(int later) =>
        (await _desk.NowAsync()).ToOffset(TimeSpan.FromHours(8)).AddDays(later).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
