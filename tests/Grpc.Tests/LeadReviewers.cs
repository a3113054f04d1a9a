using SmeOrleans.Grpc.Tests.Served;

namespace SmeOrleans.Grpc.Tests;

/// <summary>From approval to acceptance the lead reviewer or the delegate judges, nobody else; the chair only where the panel was called (M-1, M-5, M-6, A-2).</summary>
[Collection(ServedCollection.Name)]
public sealed class LeadReviewers(Service service)
{
    private const int Chair = 1, Lead = 2, Member = 3;
    private readonly LifeDesk _desk = new(service);

    [Fact]
    public async Task Then_plan_midterm_visit_and_final_report_are_theirs()
    {
        var (programme, name, session) = await ApprovedAsync("lead");
        await Refused.Because(Reasons.PlanAnswers, _desk.UnitContracts.RevisePlanAsync(new() { Name = name, RequestId = Programme.NewId() }));
        await _desk.UnitContracts.RevisePlanAsync(new()
        {
            Name = name, Answers = { new V1.CommentAnswer { CommentId = "c1", Answer = "已補充於第三頁" } }, RequestId = Programme.NewId(),
        });
        await OnlyLead(programme, caller => new V1.ContractService.ContractServiceClient(caller)
            .ConfirmPlanAsync(new() { Name = name, Comments = { "c1" }, RequestId = Programme.NewId() }));
        await _desk.OfficeContracts.SignContractAsync(new() { Name = name, Number = "107-9", RequestId = Programme.NewId() });
        await _desk.OfficePayments.PayInstalmentAsync(new() { Name = name, Number = 1, RequestId = Programme.NewId() });
        var spent = new V1.Spending { GovernmentNtd = 100_000, SelfPaidNtd = 50_000, SelfSpentNtd = 25_000 };
        await _desk.UnitMonitoring.FileMidtermReportAsync(new() { Name = name, Spending = spent, ProgressPercent = 50, RequestId = Programme.NewId() });
        await OnlyLead(programme, caller => Monitoring(caller).ReviewMidtermAsync(new() { Name = name, Passed = true, RequestId = Programme.NewId() }));
        await OnlyLead(programme, caller => Monitoring(caller).PickForVisitAsync(new() { Name = name, Reason = "excellent", RequestId = Programme.NewId() }));
        var visited = await OnlyLead(programme, caller => Monitoring(caller).RecordVisitAsync(new()
        {
            Name = name, VisitDate = "2018-02-01", Result = V1.VisitResult.AsPlanned, RequestId = Programme.NewId(),
        }));
        Assert.Equal(programme.Name(Lead), visited.Execution.Visits[0].Visitor);
        await _desk.UnitAcceptance.FileFinalReportAsync(new() { Name = name, Spending = spent, RequestId = Programme.NewId() });
        // A recused lead reviewer has no right left, whatever was assigned.
        await programme.Recuse(session, name, Lead);
        await Refused.With(StatusCode.NotFound, Judge(programme.As(Lead)));

        AsyncUnaryCall<V1.Case> Judge(CallInvoker caller) => new V1.AcceptanceService.AcceptanceServiceClient(caller)
            .JudgeFinalAsync(new() { Name = name, Verdict = V1.FinalVerdict.Revise, RequestId = Programme.NewId() });
    }

    [Fact]
    public async Task When_the_chair_has_called_the_panel_Then_the_chair_records_its_judgement()
    {
        var (programme, name, _) = await ApprovedAsync("called");
        await _desk.UnitContracts.RevisePlanAsync(new()
        {
            Name = name, Answers = { new V1.CommentAnswer { CommentId = "c1", Answer = "已補充" } }, RequestId = Programme.NewId(),
        });
        await new V1.ContractService.ContractServiceClient(programme.As(Lead)).ConfirmPlanAsync(new() { Name = name, RequestId = Programme.NewId() });
        await _desk.OfficeContracts.SignContractAsync(new() { Name = name, Number = "107-8", RequestId = Programme.NewId() });
        var (lead, chair) = (Anomalies(programme.As(Lead)), Anomalies(programme.As(Chair)));
        var ordered = await lead.OrderCorrectionAsync(new() { Name = name, Grounds = "未依計畫執行", RequestId = Programme.NewId() });
        await Refused.Because(Reasons.CorrectionRuns, chair.CallPanelAsync(new() { Name = name, RequestId = Programme.NewId() }));
        await _desk.DriveToAsync(ordered.Execution.Anomalies[0].ExpireTime.ToDateTimeOffset().AddMinutes(7));
        await Refused.Because(Reasons.PanelNotCalled, AsPanel());
        await chair.CallPanelAsync(new() { Name = name, RequestId = Programme.NewId() });
        await Refused.Because(Reasons.PanelCalled, lead.JudgeAnomalyAsync(new()
        {
            Name = name, Outcome = V1.AnomalyOutcome.Terminated, Note = "情節重大", RequestId = Programme.NewId(),
        }));
        Assert.Equal(V1.CaseState.Contracted, (await AsPanel()).State);

        AsyncUnaryCall<V1.Case> AsPanel() => chair.JudgeAsPanelAsync(new()
        {
            Name = name, Outcome = V1.AnomalyOutcome.GoesOn, Note = "已說明", RequestId = Programme.NewId(),
        });
    }

    /// <summary>The office, another reviewer and the chair are answered as if the case were not there; the lead reviewer is obeyed.</summary>
    private static async Task<V1.Case> OnlyLead(ReviewProgramme programme, Func<CallInvoker, AsyncUnaryCall<V1.Case>> call)
    {
        foreach (var other in new[] { programme.OfficeCaller, programme.As(Member), programme.As(Chair) })
        {
            await Refused.With(StatusCode.NotFound, call(other));
        }

        return await call(programme.As(Lead));
    }

    private async Task<(ReviewProgramme Programme, string Case, V1.Session Session)> ApprovedAsync(string tag)
    {
        var programme = await ReviewProgramme.OpenAsync(service, tag);
        var subject = await programme.QualifiedAsync();
        var session = await programme.ClosedAsync("S1", subject.Name, [Lead, Member, 4], 90);
        var name = $"{programme.Round}/jointMeeting";
        var office = new V1.JointMeetingService.JointMeetingServiceClient(programme.OfficeCaller);
        await office.OpenMeetingAsync(new() { Name = name, RequestId = Programme.NewId() });
        var digest = (await office.FreezeMeetingAsync(new() { Name = name, RequestId = Programme.NewId() })).Minutes.Sha256;
        foreach (var (signer, group) in new[] { (programme.As(Chair), "metal"), (service.As(Role.Bureau), "") })
        {
            await new V1.JointMeetingService.JointMeetingServiceClient(signer)
                .SignMinutesAsync(new() { Name = name, Group = group, Sha256 = digest, RequestId = Programme.NewId() });
        }

        await office.PublishResultsAsync(new() { Name = name, RequestId = Programme.NewId() });
        return (programme, subject.Name, session);
    }

    private static V1.MonitoringService.MonitoringServiceClient Monitoring(CallInvoker caller) => new(caller);

    private static V1.AnomalyService.AnomalyServiceClient Anomalies(CallInvoker caller) => new(caller);
}
