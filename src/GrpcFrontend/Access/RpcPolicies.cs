using Google.Protobuf.Reflection;

namespace SmeOrleans.GrpcFrontend.Access;

/// <summary>The one table of who may call what. A method without a row is refused, and the service does not start.</summary>
public static class RpcPolicies
{
    private const Role Everyone = Role.Unit | Role.Office | Role.Reviewer | Role.Chair | Role.Bureau | Role.Auditor | Role.Partner | Role.Operator;
    private const Role Insiders = Role.Office | Role.Bureau | Role.Auditor;
    private const Role Panel = Role.Reviewer | Role.Chair;
    private const Role CaseReaders = Insiders | Role.Unit;
    private const Role Lead = Panel | Role.Office;

    private static readonly ImmutableDictionary<string, RpcPolicy> Table = new Dictionary<string, RpcPolicy>
    {
        ["/sme.v1.RoundService/CreateRound"] = Write(Role.Office),
        ["/sme.v1.RoundService/GetRound"] = Look(Everyone),
        ["/sme.v1.RoundService/ListRounds"] = Look(Everyone),
        ["/sme.v1.RoundService/UpdateRound"] = Write(Role.Office),
        ["/sme.v1.RoundService/ExtendRoundWindow"] = Write(Role.Office),
        ["/sme.v1.RoundService/GrantException"] = Write(Role.Office),
        ["/sme.v1.RoundService/ListAffected"] = Look(Role.Office | Role.Auditor | Role.Operator),

        ["/sme.v1.UnitService/RegisterUnit"] = Write(Role.Unit | Role.Office),
        ["/sme.v1.UnitService/ApproveUnit"] = Write(Role.Office),
        ["/sme.v1.UnitService/RecordUnitEligibility"] = Write(Role.Office),
        ["/sme.v1.UnitService/RecordMajorAnomaly"] = Write(Role.Office),
        ["/sme.v1.UnitService/GetUnit"] = Look(CaseReaders),
        ["/sme.v1.UnitService/ListUnits"] = Look(CaseReaders),

        ["/sme.v1.CompanyService/RegisterCompany"] = Write(Role.Unit | Role.Office),
        ["/sme.v1.CompanyService/UpdateCompany"] = Write(Role.Office),
        ["/sme.v1.CompanyService/RecordPriorCases"] = Write(Role.Office),
        ["/sme.v1.CompanyService/GetCompany"] = Look(CaseReaders),
        ["/sme.v1.CompanyService/GetQuotaPassport"] = Look(CaseReaders),

        ["/sme.v1.CaseService/CreateCase"] = Write(Role.Unit),
        ["/sme.v1.CaseService/UpdateCase"] = Write(Role.Unit),
        ["/sme.v1.CaseService/SubmitCase"] = Write(Role.Unit),
        ["/sme.v1.CaseService/WithdrawCase"] = Write(Role.Unit),
        ["/sme.v1.CaseService/SupplementCase"] = Write(Role.Unit),
        ["/sme.v1.CaseService/FileCases"] = Write(Role.Unit),
        ["/sme.v1.CaseService/GetCase"] = Look(CaseReaders | Panel),
        ["/sme.v1.CaseService/ListCases"] = Look(CaseReaders | Panel),
        ["/sme.v1.CaseService/WatchCases"] = Look(CaseReaders | Panel),
        ["/sme.v1.CaseService/ListCaseEvents"] = Look(CaseReaders | Panel),
        ["/sme.v1.CaseService/PrintCase"] = Look(CaseReaders | Panel),

        ["/sme.v1.ScreeningService/BeginScreening"] = Write(Role.Office),
        ["/sme.v1.ScreeningService/RequestSupplement"] = Write(Role.Office),
        ["/sme.v1.ScreeningService/RecordDuplicateCheck"] = Write(Role.Office | Role.Partner),
        ["/sme.v1.ScreeningService/RecordFormGaps"] = Write(Role.Office),
        ["/sme.v1.ScreeningService/CompleteScreening"] = Write(Role.Office),

        ["/sme.v1.CommonProjectService/CreateCommonProject"] = Write(Role.Unit),
        ["/sme.v1.CommonProjectService/ConfirmCommonProblem"] = Write(Role.Bureau),
        ["/sme.v1.CommonProjectService/GetCommonProject"] = Look(CaseReaders),
        ["/sme.v1.CommonProjectService/ListCommonProjects"] = Look(CaseReaders),

        ["/sme.v1.DocumentService/UploadDocument"] = Write(Role.Unit),
        ["/sme.v1.DocumentService/DownloadDocument"] = Look(CaseReaders | Panel),

        ["/sme.v1.ReportService/ListReportTables"] = Look(Role.Office | Role.Bureau | Role.Auditor | Role.Chair | Role.Operator),
        ["/sme.v1.ReportService/GetReportTable"] = Look(Role.Office | Role.Bureau | Role.Auditor | Role.Chair | Role.Operator),
        ["/sme.v1.ReportService/QueryCases"] = Look(Role.Office | Role.Bureau | Role.Auditor),
        ["/sme.v1.ReportService/ExportTable"] = Look(Insiders),
        ["/sme.v1.ReportService/ReleaseTable"] = Write(Role.Office),
        ["/sme.v1.ReportService/ListTableReleases"] = Look(Insiders),
        ["/sme.v1.ReportService/RecordHistory"] = Write(Role.Office),
        ["/sme.v1.ReportService/GetSeries"] = Look(Role.Office | Role.Bureau | Role.Auditor | Role.Chair | Role.Operator),
        ["/sme.v1.ReportService/ExportEvidence"] = Look(Insiders),

        ["/sme.v1.ReviewService/RegisterReviewer"] = Write(Role.Office),
        ["/sme.v1.ReviewService/RecordTie"] = Write(Lead),
        ["/sme.v1.ReviewService/GetReviewer"] = Look(Insiders | Panel),
        ["/sme.v1.ReviewService/ListReviewers"] = Look(Insiders),
        ["/sme.v1.ReviewService/SeatPanel"] = Write(Role.Office),
        ["/sme.v1.ReviewService/GetPanel"] = Look(Insiders | Panel),
        ["/sme.v1.ReviewService/ScheduleSession"] = Write(Role.Office),
        ["/sme.v1.ReviewService/AddToAgenda"] = Write(Role.Office),
        ["/sme.v1.ReviewService/RemoveFromAgenda"] = Write(Role.Office),
        ["/sme.v1.ReviewService/AssignReviewers"] = Write(Role.Office),
        ["/sme.v1.ReviewService/AssignByLoad"] = Write(Role.Office),
        ["/sme.v1.ReviewService/NameDelegate"] = Write(Panel),
        ["/sme.v1.ReviewService/RecuseReviewer"] = Write(Lead),
        ["/sme.v1.ReviewService/ScoreItem"] = Write(Panel),
        ["/sme.v1.ReviewService/RecordOpinion"] = Write(Panel),
        ["/sme.v1.ReviewService/CloseSession"] = Write(Role.Chair),
        ["/sme.v1.ReviewService/GetSession"] = Look(Insiders | Panel),
        ["/sme.v1.ReviewService/ListSessions"] = Look(Insiders | Panel),
        ["/sme.v1.ReviewService/GetScoreHealth"] = Look(Insiders | Role.Chair),

        ["/sme.v1.JointMeetingService/OpenMeeting"] = Write(Role.Office),
        ["/sme.v1.JointMeetingService/CopyScenario"] = Write(Role.Office),
        ["/sme.v1.JointMeetingService/MakeChange"] = Write(Role.Office),
        ["/sme.v1.JointMeetingService/UndoChange"] = Write(Role.Office),
        ["/sme.v1.JointMeetingService/AdoptScenario"] = Write(Role.Office),
        ["/sme.v1.JointMeetingService/FreezeMeeting"] = Write(Role.Office),
        ["/sme.v1.JointMeetingService/ReopenMeeting"] = Write(Role.Office),
        ["/sme.v1.JointMeetingService/SignMinutes"] = Write(Role.Chair | Role.Bureau),
        ["/sme.v1.JointMeetingService/PublishResults"] = Write(Role.Office),
        ["/sme.v1.JointMeetingService/AnswerOffer"] = Write(Role.Unit),
        ["/sme.v1.JointMeetingService/CloseReserve"] = Write(Role.Office),
        ["/sme.v1.JointMeetingService/GetJointMeeting"] = Look(Insiders | Role.Chair),
        ["/sme.v1.JointMeetingService/ListApprovedCompanies"] = Look(Everyone),

        ["/sme.v1.ContractService/GiveUpCase"] = Write(Role.Unit | Role.Office),
        ["/sme.v1.ContractService/RevisePlan"] = Write(Role.Unit),
        ["/sme.v1.ContractService/ConfirmPlan"] = Write(Lead),
        ["/sme.v1.ContractService/ReturnPlan"] = Write(Lead),
        ["/sme.v1.ContractService/SignContract"] = Write(Role.Office),
        ["/sme.v1.ContractService/RequestPlanChange"] = Write(Role.Unit),
        ["/sme.v1.ContractService/DecideMinorChange"] = Write(Role.Office),
        ["/sme.v1.ContractService/DecideMajorChange"] = Write(Lead),

        ["/sme.v1.PaymentService/PayInstalment"] = Write(Role.Office),
        ["/sme.v1.PaymentService/RecordRefund"] = Write(Role.Office),
        ["/sme.v1.PaymentService/FileAccountingReport"] = Write(Role.Unit),
        ["/sme.v1.PaymentService/CloseCase"] = Write(Role.Office),
        ["/sme.v1.PaymentService/PreviewSettlement"] = Look(CaseReaders),
        ["/sme.v1.PaymentService/GetBudget"] = Look(Insiders),

        ["/sme.v1.MonitoringService/FileMidtermReport"] = Write(Role.Unit),
        ["/sme.v1.MonitoringService/ReviewMidterm"] = Write(Lead),
        ["/sme.v1.MonitoringService/SelectForVisit"] = Write(Role.Office),
        ["/sme.v1.MonitoringService/PickForVisit"] = Write(Lead),
        ["/sme.v1.MonitoringService/RecordVisit"] = Write(Lead),
        ["/sme.v1.MonitoringService/DrawVisits"] = Write(Role.Office),
        ["/sme.v1.MonitoringService/GetVisitDraw"] = Look(Insiders),

        ["/sme.v1.AcceptanceService/FileFinalReport"] = Write(Role.Unit),
        ["/sme.v1.AcceptanceService/JudgeFinal"] = Write(Lead),
        ["/sme.v1.AcceptanceService/RecordBenefits"] = Write(Role.Unit),
        ["/sme.v1.AcceptanceService/RecordAwardResult"] = Write(Role.Office),
        ["/sme.v1.AcceptanceService/AcceptCase"] = Write(Role.Office),
        ["/sme.v1.AcceptanceService/RecordSurvey"] = Write(Role.Unit | Role.Office),

        ["/sme.v1.AnomalyService/OrderCorrection"] = Write(Lead),
        ["/sme.v1.AnomalyService/AnswerCorrection"] = Write(Role.Unit),
        ["/sme.v1.AnomalyService/AcceptCorrection"] = Write(Lead),
        ["/sme.v1.AnomalyService/CallPanel"] = Write(Role.Chair),
        ["/sme.v1.AnomalyService/JudgeAnomaly"] = Write(Lead),
        ["/sme.v1.AnomalyService/JudgeAsPanel"] = Write(Role.Chair),
        ["/sme.v1.AnomalyService/DiscontinueCase"] = Write(Role.Office),

        ["/sme.v1.FeedService/WatchChanges"] = Look(Insiders | Role.Partner),
        ["/sme.v1.FeedService/ListChanges"] = Look(Insiders | Role.Partner),

        ["/sme.v1.OperationsService/GetStatus"] = Look(Role.Operator | Role.Auditor),
        ["/sme.v1.OperationsService/AdvanceClock"] = Write(Role.Operator),
        ["/sme.v1.OperationsService/CheckInvariants"] = Look(Role.Operator | Role.Auditor),
        ["/sme.v1.OperationsService/RebuildProjections"] = Write(Role.Operator),
        ["/sme.v1.OperationsService/ListAttempts"] = Look(Role.Office | Role.Operator | Role.Auditor),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly ImmutableArray<string> OpenServices =
    [
        "/grpc.health.v1.Health/", "/grpc.reflection.v1alpha.ServerReflection/", "/grpc.reflection.v1.ServerReflection/",
    ];

    /// <summary>Every row.</summary>
    public static IReadOnlyDictionary<string, RpcPolicy> All => Table;

    /// <summary>The row of a method, or null.</summary>
    public static RpcPolicy? Of(string method) => Table.GetValueOrDefault(method);

    /// <summary>Health and reflection are for everyone, also without a token.</summary>
    public static bool IsOpen(string method) => OpenServices.Any(service => method.StartsWith(service, StringComparison.Ordinal));

    /// <summary>Throws when a method of a service has no row.</summary>
    public static void RequireComplete(IEnumerable<ServiceDescriptor> services)
    {
        var missing = services.SelectMany(service => service.Methods.Select(method => $"/{service.FullName}/{method.Name}"))
            .Where(method => !Table.ContainsKey(method)).ToList();
        if (missing.Count > 0)
        {
            throw new InvalidOperationException($"No policy for {string.Join(", ", missing)}.");
        }
    }

    private static RpcPolicy Write(Role roles) => new(roles, Mutates: true);

    private static RpcPolicy Look(Role roles) => new(roles, Mutates: false);
}
