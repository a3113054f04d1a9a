using SmeOrleans.Domain.Screening;

namespace SmeOrleans.GrpcFrontend.Cases;

/// <summary>A case on the wire.</summary>
internal static class CaseMapping
{
    /// <summary>As the caller may see it; one who may only answer about a case gets nothing but its name.</summary>
    public static V1.Case Of(Case subject, long version, Caller caller) =>
        Visibility.MayRead(caller, subject) ? Whole(subject, version, caller) : new() { Name = subject.Name };

    /// <summary>A row of a list (AIP-157, BASIC).</summary>
    public static V1.Case Of(CaseRow row, Caller caller) => new()
    {
        Name = row.Name,
        CaseNumber = row.CaseNumber,
        Unit = row.Unit,
        State = (V1.CaseState)row.State,
        Application = Of(row.Application, row.Unit, caller),
        Etag = Etag.Of(row.Version),
        CreateTime = Times.Of(row.CreatedAt),
        UpdateTime = Times.Of(row.UpdatedAt),
    };

    public static V1.Application Of(Application application) => new()
    {
        Company = application.Company,
        Group = application.Group,
        Function = application.Function,
        Mode = (V1.CaseMode)application.Mode,
        CommonProject = application.CommonProject,
        Title = application.Title,
        Topic = application.Topic,
        TotalNtd = application.Budget.Total.Amount,
        GovernmentNtd = application.Budget.Government.Amount,
        SelfNtd = application.Budget.Self.Amount,
        FemalePrincipalInvestigator = application.FemalePrincipalInvestigator,
        CustomSoftwarePercent = application.CustomSoftwarePercent,
        Reference = application.Reference,
        DesignAwardPledge = application.DesignAwardPledge,
        AvoidReviewers = { application.AvoidReviewers ?? [] },
    };

    public static V1.Document Of(Document document) => new()
    {
        Kind = (V1.DocumentKind)document.Kind,
        FileName = document.FileName,
        MediaType = document.MediaType,
        SizeBytes = document.SizeBytes,
        Sha256 = document.Sha256,
        UploadTime = Times.Of(document.UploadedAt),
    };

    public static V1.Receipt? Of(Receipt? receipt) => receipt is null ? null : new()
    {
        Case = receipt.Case,
        CaseNumber = receipt.CaseNumber,
        ReceiveTime = Times.Of(receipt.ReceivedAt),
        ContentSha256 = receipt.ContentSha256,
        SignedReceipt = receipt.SignedReceipt,
    };

    private static CaseState StateFor(Case subject, Caller caller) =>
        Visibility.IsApplicant(caller, subject.Unit) ? Disclosure.ToApplicant(subject) : subject.State;

    private static V1.Application? Of(Application? application, string unit, Caller caller)
    {
        var message = application is null ? null : Of(application);
        if (!Visibility.MayReadAvoidList(caller, unit))
        {
            message?.AvoidReviewers.Clear();
        }

        return message;
    }

    private static V1.Case Whole(Case subject, long version, Caller caller) => new()
    {
        Name = subject.Name,
        CaseNumber = subject.Receipt?.CaseNumber ?? "",
        Unit = subject.Unit,
        State = (V1.CaseState)StateFor(subject, caller),
        Application = Of(subject.Application, subject.Unit, caller),
        Documents = { subject.Documents.Values.Select(Of) },
        Receipt = Of(subject.Receipt),
        Supplement = Of(subject.Supplement),
        Findings = { subject.Findings.Select(Of) },
        ScreeningDecidedTime = Times.Of(subject.ScreeningDecidedAt),
        Etag = Etag.Of(version),
        CreateTime = Times.Of(subject.CreatedAt),
        UpdateTime = Times.Of(subject.UpdatedAt),
        Review = CaseLifeMapping.Review(subject, caller),
        Award = CaseLifeMapping.Award(subject, caller),
        Execution = CaseLifeMapping.Execution(subject.Execution),
        StateZh = CaseTexts.Of(StateFor(subject, caller)).Zh,
        StateEn = CaseTexts.Of(StateFor(subject, caller)).En,
        EarlierDocuments = { (subject.EarlierDocuments ?? []).Select(Of) },
        Deadlines = { CaseDeadlines.Running(subject).Select(one => new V1.RunningDeadline { Kind = (V1.DeadlineKind)one.Kind, ExpireTime = Times.Of(one.ExpiresAt) }) },
    };

    private static V1.SupplementRequest? Of(Supplement? supplement) => supplement is null ? null : new()
    {
        Missing = { supplement.Missing.Select(kind => (V1.DocumentKind)kind) },
        RequestTime = Times.Of(supplement.RequestedAt),
        ExpireTime = Times.Of(supplement.ExpiresAt),
        AnswerTime = Times.Of(supplement.AnsweredAt),
        DerivationZh = { (supplement.Derivation ?? []).Select(step => step.Zh) },
        DerivationEn = { (supplement.Derivation ?? []).Select(step => step.En) },
    };

    private static V1.Finding Of(Finding finding)
    {
        var refusal = finding.AsRejection();
        return new()
        {
            Reason = refusal.Reason.WireName,
            Rule = refusal.Reason.Rule,
            Blocks = finding.Blocks,
            Facts = { finding.Facts.Select(fact => $"{fact.Key}={fact.Value}") },
            MessageZh = RefusalText.Zh(refusal),
            MessageEn = RefusalText.En(refusal),
        };
    }
}
