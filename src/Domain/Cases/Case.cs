namespace SmeOrleans.Domain.Cases;

/// <summary>What is applied for.</summary>
/// <param name="Company">Resource name.</param>
/// <param name="CommonProject">Resource name; empty for general cases.</param>
/// <param name="Reference">The unit's own reference; empty when none.</param>
/// <param name="DesignAwardPledge">A design award is pledged (F-5, T-7).</param>
/// <param name="AvoidReviewers">Reviewers whom the applicant asks to avoid (T-3); resource names.</param>
[GenerateSerializer, Immutable, Alias("sme.Application")]
public sealed record Application(
    string Company,
    string Group,
    string Function,
    CaseMode Mode,
    string CommonProject,
    string Title,
    string Topic,
    Budget Budget,
    bool FemalePrincipalInvestigator,
    int CustomSoftwarePercent,
    string Reference,
    bool DesignAwardPledge = false,
    ImmutableList<string>? AvoidReviewers = null);

/// <summary>An uploaded document. Its content lies in the document store under its digest.</summary>
/// <param name="Sha256">Lower-case hex.</param>
[GenerateSerializer, Immutable, Alias("sme.Document")]
public sealed record Document(
    DocumentKind Kind, string FileName, string MediaType, long SizeBytes, string Sha256, DateTimeOffset UploadedAt);

/// <summary>Proof that a submission was taken in (W-1, W-2).</summary>
/// <param name="SignedReceipt">JWS over the other values.</param>
[GenerateSerializer, Immutable, Alias("sme.Receipt")]
public sealed record Receipt(string Case, string CaseNumber, DateTimeOffset ReceivedAt, string ContentSha256, string SignedReceipt);

/// <summary>What was asked for in a supplement (S-2).</summary>
/// <param name="Derivation">How its deadline was counted; null in cases of before it was kept.</param>
[GenerateSerializer, Immutable, Alias("sme.Supplement")]
public sealed record Supplement(
    ImmutableList<DocumentKind> Missing, string Note, DateTimeOffset RequestedAt, DateTimeOffset ExpiresAt, DateTimeOffset? AnsweredAt,
    ImmutableList<DeadlineStep>? Derivation = null);

/// <summary>What lists and reports say of company and unit, as it was at submission.</summary>
[GenerateSerializer, Immutable, Alias("sme.Portrait")]
public sealed record Portrait(
    string CompanyName, string County, string Region, bool FemaleHead, bool FivePlusTwo, string UnitName, UnitKind UnitKind, string UnitEmail,
    string Industry = "");

/// <summary>One company guided by one unit in one round. Replaced as a whole; the journal keeps what was.</summary>
/// <param name="DuplicateChecks">The latest answer of each programme that was asked (S-3): one that is clear does not undo another's duplicate.</param>
/// <param name="Review">Once it was on an agenda.</param>
/// <param name="Award">Once the joint meeting has ranked it.</param>
/// <param name="Execution">Once it was approved.</param>
/// <param name="EarlierDocuments">Documents that a later one replaced after the submission, oldest first (M-7); null = none.</param>
/// <param name="Findings">What intake noticed, e.g. quotas; once screening has ended, what it found.</param>
[GenerateSerializer, Immutable, Alias("sme.Case")]
public sealed record Case(
    string Name,
    CaseState State,
    string Round,
    string Unit,
    Application? Application,
    ImmutableSortedDictionary<DocumentKind, Document> Documents,
    Receipt? Receipt,
    Portrait? Portrait,
    Supplement? Supplement,
    ImmutableSortedDictionary<string, DuplicateCheck> DuplicateChecks,
    ImmutableList<string> FormGaps,
    ImmutableList<Finding> Findings,
    DateTimeOffset? ScreeningDecidedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    CaseReview? Review = null,
    Award? Award = null,
    CaseExecution? Execution = null,
    ImmutableList<Document>? EarlierDocuments = null)
{
    public static Case None(string name) => new(
        name, CaseState.None, "", "", null, ImmutableSortedDictionary<DocumentKind, Document>.Empty,
        null, null, null, ImmutableSortedDictionary.Create<string, DuplicateCheck>(StringComparer.Ordinal), [], [], null, default, default);

    /// <summary>Documents that the rules ask for and that are not there.</summary>
    public ImmutableList<DocumentKind> Missing(RoundRules rules) => rules.RequiredDocuments.RemoveAll(Documents.ContainsKey);

    /// <summary>A document by its kind: the one that holds now, or an earlier one by its digest; null when there is none.</summary>
    public Document? DocumentOf(DocumentKind kind, string sha256) =>
        Documents.GetValueOrDefault(kind) is { } current && (sha256.Length == 0 || current.Sha256 == sha256)
            ? current
            : EarlierDocuments?.Find(document => document.Kind == kind && document.Sha256 == sha256);

    /// <summary>True from submission on, unless it left: it holds its company's place (Q-1 … Q-3).</summary>
    public bool Stands => State is not (CaseState.None or CaseState.Draft or CaseState.Returned or CaseState.Withdrawn
        or CaseState.GaveUp or CaseState.Discontinued);

    /// <summary>True when it stands and keeps a place in a company, unit or common project of that name.</summary>
    public bool StandsWith(string holder) =>
        Stands && (Application!.Company == holder || Application.CommonProject == holder || Unit == holder);

    /// <summary>The state after an event. Total, and without rules.</summary>
    public Case Apply(CaseEvent happened) => After(happened) with
    {
        UpdatedAt = happened.At,
        CreatedAt = State == CaseState.None ? happened.At : CreatedAt,
    };

    private Case After(CaseEvent happened) => happened switch
    {
        DraftSaved e => this with { State = CaseState.Draft, Round = e.Round, Unit = e.Unit, Application = e.Application },
        DocumentAttached e => this with { Documents = Documents.SetItem(e.Document.Kind, e.Document), EarlierDocuments = Replaced(e.Document) },
        SubmissionReceived e => this with { State = CaseState.Submitted, Receipt = e.Receipt, Portrait = e.Portrait, Findings = e.Flags },
        CaseWithdrawn => this with { State = CaseState.Withdrawn },
        ScreeningBegun => this with { State = CaseState.Screening },
        SupplementAsked e => this with { State = CaseState.SupplementRequested, Supplement = e.Supplement },
        SupplementReceived e => this with { State = CaseState.Screening, Supplement = Answered(e.At) },
        DuplicateCheckRecorded e => this with { DuplicateChecks = DuplicateChecks.SetItem(e.Check.Programme, e.Check) },
        FormGapsRecorded e => this with { FormGaps = e.Gaps },
        CaseQualified e => this with { State = CaseState.Qualified, Findings = e.Findings, ScreeningDecidedAt = e.At },
        CaseReturned e => this with { State = CaseState.Returned, Findings = e.Findings, ScreeningDecidedAt = e.At },
        ReviewScheduled e => this with { State = CaseState.InReview, Review = e.Review },
        ReviewersChanged e => this with { Review = e.Review },
        ReviewUnscheduled => this with { State = CaseState.Qualified, Review = null, Award = null },
        CaseGraded e => this with { State = CaseState.Graded, Review = e.Review },
        CaseRecommended e => this with { State = CaseState.Recommended, Award = e.Award },
        CaseNotRecommended => this with { State = CaseState.NotRecommended },
        CaseApproved e => this with { State = CaseState.Approved, Award = e.Award, Execution = CaseExecution.None.Apply(e) },
        CaseReserved e => this with { State = CaseState.Reserve, Award = e.Award },
        PlaceOffered e => this with { State = CaseState.Offered, Award = e.Award },
        CaseDeclined => this with { State = CaseState.Declined },
        _ => this with { State = CaseExecution.StateAfter(State, happened), Execution = Execution!.Apply(happened) },
    };

    private ImmutableList<Document>? Replaced(Document later) =>
        State != CaseState.Draft && Documents.TryGetValue(later.Kind, out var earlier) && earlier.Sha256 != later.Sha256
            ? [.. EarlierDocuments ?? [], earlier]
            : EarlierDocuments;

    private Supplement? Answered(DateTimeOffset at) => Supplement is null ? null : Supplement with { AnsweredAt = at };
}
