using SmeOrleans.Grpc.Tests.Served;
using Write = System.Func<Grpc.Core.CallInvoker, string, System.Threading.Tasks.Task>;

namespace SmeOrleans.Grpc.Tests;

/// <summary>S3, second half: another unit's case looks exactly like one that is not there, in every RPC.</summary>
[Collection(ServedCollection.Name)]
public sealed class ObjectMatrix(Service service)
{
    private static readonly Dictionary<string, Write> Calls = new()
    {
        ["GetCase"] = async (invoker, name) => await Cases(invoker).GetCaseAsync(new() { Name = name }),
        ["SubmitCase"] = async (invoker, name) => await Cases(invoker).SubmitCaseAsync(new() { Name = name, RequestId = Programme.NewId() }),
        ["SubmitCase (dry run)"] = async (invoker, name) =>
            await Cases(invoker).SubmitCaseAsync(new() { Name = name, RequestId = Programme.NewId(), ValidateOnly = true }),
        ["WithdrawCase"] = async (invoker, name) => await Cases(invoker).WithdrawCaseAsync(new() { Name = name, RequestId = Programme.NewId() }),
        ["SupplementCase"] = async (invoker, name) => await Cases(invoker).SupplementCaseAsync(new() { Name = name, RequestId = Programme.NewId() }),
        ["UpdateCase"] = async (invoker, name) => await Cases(invoker).UpdateCaseAsync(new()
        {
            Case = new() { Name = name, Etag = "\"1\"", Application = new() { Title = "改" } },
            UpdateMask = new() { Paths = { "application.title" } },
            RequestId = Programme.NewId(),
        }),
        ["ListCaseEvents"] = async (invoker, name) => await Cases(invoker).ListCaseEventsAsync(new() { Parent = name }),
        ["PrintCase"] = async (invoker, name) => await Cases(invoker).PrintCaseAsync(new() { Name = name }),
        ["UploadDocument"] = async (invoker, name) =>
        {
            using var call = new V1.DocumentService.DocumentServiceClient(invoker).UploadDocument();
            await call.RequestStream.WriteAsync(new() { Header = new() { Case = name, Kind = V1.DocumentKind.Tax, FileName = "a.pdf", SizeBytes = 5, Sha256 = new('0', 64), RequestId = Programme.NewId() } });
            await call.RequestStream.CompleteAsync();
            await call;
        },
        ["DownloadDocument"] = async (invoker, name) =>
        {
            using var call = new V1.DocumentService.DocumentServiceClient(invoker).DownloadDocument(new() { Case = name, Kind = V1.DocumentKind.Tax });
            await call.ResponseStream.MoveNext(CancellationToken.None);
        },
        ["GiveUpCase"] = async (invoker, name) => await Contracts(invoker).GiveUpCaseAsync(new() { Name = name, Reason = "x", RequestId = Programme.NewId() }),
        ["RevisePlan"] = async (invoker, name) => await Contracts(invoker).RevisePlanAsync(new() { Name = name, RequestId = Programme.NewId() }),
        ["RequestPlanChange"] = async (invoker, name) => await Contracts(invoker).RequestPlanChangeAsync(new()
        {
            Name = name, Kind = V1.PlanChangeKind.Content, Summary = "x", RequestId = Programme.NewId(),
        }),
        ["FileAccountingReport"] = async (invoker, name) =>
            await Payments(invoker).FileAccountingReportAsync(new() { Name = name, Number = 1, Spending = new(), RequestId = Programme.NewId() }),
        ["PreviewSettlement"] = async (invoker, name) => await Payments(invoker).PreviewSettlementAsync(new() { Name = name }),
        ["FileMidtermReport"] = async (invoker, name) => await new V1.MonitoringService.MonitoringServiceClient(invoker)
            .FileMidtermReportAsync(new() { Name = name, Spending = new(), RequestId = Programme.NewId() }),
        ["FileFinalReport"] = async (invoker, name) =>
            await Acceptance(invoker).FileFinalReportAsync(new() { Name = name, Spending = new(), RequestId = Programme.NewId() }),
        ["RecordBenefits"] = async (invoker, name) => await Acceptance(invoker).RecordBenefitsAsync(new() { Name = name, RequestId = Programme.NewId() }),
        ["RecordSurvey"] = async (invoker, name) => await Acceptance(invoker).RecordSurveyAsync(new()
        {
            Name = name, Respondent = V1.Respondent.Unit, Answers = { new V1.SurveyAnswer { Question = "q1", Importance = 1, Satisfaction = 1 } }, RequestId = Programme.NewId(),
        }),
        ["AnswerCorrection"] = async (invoker, name) => await new V1.AnomalyService.AnomalyServiceClient(invoker)
            .AnswerCorrectionAsync(new() { Name = name, Answer = "x", RequestId = Programme.NewId() }),
    };

    /// <summary>What shows a case to whoever may read it.</summary>
    internal static readonly string[] Reads = ["GetCase", "ListCaseEvents", "PrintCase", "DownloadDocument"];

    internal static Task Call(string method, CallInvoker caller, string name) => Calls[method](caller, name);

    /// <summary>A case that is there and forbidden answers as one that is not there.</summary>
    internal static async Task LooksMissing(CallInvoker caller, string method, string name, string round)
    {
        var missing = $"{round}/cases/{new string('a', 16)}";
        var forbidden = await Assert.ThrowsAsync<RpcException>(() => Calls[method](caller, name));
        var absent = await Assert.ThrowsAsync<RpcException>(() => Calls[method](caller, missing));
        Assert.Equal(StatusCode.NotFound, forbidden.StatusCode);
        Assert.Equal(absent.Status.Detail.Replace(missing, name), forbidden.Status.Detail);
        Assert.Equal(absent.GetRpcStatus()!.ToString().Length, forbidden.GetRpcStatus()!.ToString().Length);
    }

    public static TheoryData<string> Methods() => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Then_forbidden_looks_like_missing(string method)
    {
        var saved = await service.Programme.SavedAsync();
        await LooksMissing(service.As(Role.Unit, Programme.Other), method, saved.Name, Programme.Round);
        var unchanged = await service.Programme.OwnCases.GetCaseAsync(new() { Name = saved.Name });
        Assert.Equal(saved, unchanged);
    }

    [Fact]
    public async Task Then_lists_and_passports_show_nothing_of_other_units()
    {
        var saved = await service.Programme.SavedAsync();
        await service.Programme.OwnCases.SubmitCaseAsync(new() { Name = saved.Name, RequestId = Programme.NewId() });
        var list = await service.Programme.OtherCases.ListCasesAsync(new() { Parent = Programme.Round, PageSize = 500 });
        Assert.DoesNotContain(list.Cases, one => one.Unit != Programme.Other);
        Assert.Equal(0, list.TotalSize);
        var passport = await new V1.CompanyService.CompanyServiceClient(service.As(Role.Unit, Programme.Other))
            .GetQuotaPassportAsync(new() { Name = saved.Application.Company, Round = Programme.Round });
        Assert.Equal(["(other unit's case)"], passport.Obstacles.Single().Cases);
    }

    [Fact]
    public async Task Then_a_partner_answers_about_a_case_without_seeing_it()
    {
        var saved = await service.Programme.SavedAsync();
        await service.Programme.OwnCases.SubmitCaseAsync(new() { Name = saved.Name, RequestId = Programme.NewId() });
        var partner = service.As(Role.Partner);
        var answered = await new V1.ScreeningService.ScreeningServiceClient(partner).RecordDuplicateCheckAsync(new()
        {
            Name = saved.Name, Programme = "另一計畫", Answer = V1.DuplicateAnswer.Clear, RequestId = Programme.NewId(),
        });
        Assert.Equal(new V1.Case { Name = saved.Name }, answered);
        await Refused.With(StatusCode.PermissionDenied, Cases(partner).GetCaseAsync(new() { Name = saved.Name }));
    }

    private static V1.ContractService.ContractServiceClient Contracts(CallInvoker invoker) => new(invoker);

    private static V1.PaymentService.PaymentServiceClient Payments(CallInvoker invoker) => new(invoker);

    private static V1.AcceptanceService.AcceptanceServiceClient Acceptance(CallInvoker invoker) => new(invoker);

    private static V1.CaseService.CaseServiceClient Cases(CallInvoker invoker) => new(invoker);
}
