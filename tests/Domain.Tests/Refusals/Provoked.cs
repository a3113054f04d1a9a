namespace SmeOrleans.Domain.Tests.Refusals;

/// <summary>For each reason that the Domain gives, a refusal as the code really gives it.</summary>
internal static partial class Provoked
{
    private static readonly DateTimeOffset Late = Example.ClosesAt + Example.Tick;

    private static readonly TableRelease Candidate = new(0, "t2", "", [], [], [], 0, "", "", 0, Example.InWindow);

    /// <summary>Reasons that are not the Domain's to give, with the place in <c>src</c> that gives them.</summary>
    public static readonly ImmutableSortedDictionary<string, string> GivenElsewhere = new Dictionary<string, string>
    {
        ["role.not_allowed"] = "GrpcFrontend/Access/PolicyInterceptor.cs",
        ["request.reused"] = "Grains/Journaling/JournaledGrain.cs",
        ["overload"] = "GrpcFrontend/Admission/AdmissionGate.cs",
        ["clock.not_driven"] = "GrpcFrontend/Operations/OperationsApi.cs",
        ["document.digest"] = "GrpcFrontend/Documents/ReceivedContent.cs",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>
    /// The number of <c>clock.backwards</c> stays taken: a clock asked to go back answers where it stands, so that a retry is harmless.
    /// </summary>
    public static readonly ImmutableHashSet<string> GivenByNobody = ["clock.backwards"];

    public static Rejection? By(string code) => OfIntake(code) ?? OfMoneyAskedFor(code) ?? OfScreening(code)
        ?? OfReview(code) ?? OfMeeting(code) ?? OfContract(code) ?? OfFinal(code) ?? OfAnomaly(code) ?? OfRecords(code);

    private static Rejection? OfIntake(string code) => code switch
    {
        "field.invalid" => new Walk().Try(Example.Draft(Example.Application with { Group = "nowhere" })).Refusal,
        "resource.unknown" => UnitRules.Decide(Unit.Unknown("units/x"), Example.InWindow, new ApproveUnit()).Refusal,
        "resource.exists" => CompanyRules.Decide(Example.Company, 1, new RegisterCompany(Example.Profile)).Refusal,
        "etag.stale" => Walk.ToDraft().Try(Example.Draft(Example.Application)).Refusal,
        "state.move" => Walk.To(CaseState.Draft).Try(new BeginScreening()).Refusal,
        "window.not_open" => Walk.ToDraft().At(Example.OpensAt - Example.Tick).Try(new Submit()).Refusal,
        "window.closed" => Walk.ToDraft().At(Late).Try(new Submit()).Refusal,
        "exception.range" => RoundDecisions.Decide(Example.Round, 1, Example.InWindow,
            new GrantException(Example.UnitName, Example.UnitName, Example.ClosesAt, "停電", "office:x")).Refusal,
        "history.of_round" => HistoryRules.Decide(History.Unknown("history"), [107], Example.InWindow,
            new RecordHistory([new("t26", "107", "", "", "", "658")])).Refusal,
        "table.not_adding_up" => TableReleaseRules.Decide(TableReleases.Unknown("t"), new(Candidate, ["658 ≠ 657"]), Example.InWindow, new ReleaseTable()).Refusal,
        "quota.round" => Reserving(company => company.Apply(new QuotaReserved(Entry(Example.RoundName, QuotaStage.Applied)))),
        "quota.year" => Reserving(company => company.Apply(new PriorCasesRecorded(107, 1))),
        "quota.three_years" => Reserving(company => company.Apply(new PriorCasesRecorded(105, 2))),
        "unit.not_approved" => UnitRules.MaySubmit(Example.Unit with { Approved = false }, Example.InWindow),
        "exception.range" => RoundDecisions.Decide(
            Example.Round, 1, Late, new GrantException("units/u", "units/u", Example.ClosesAt, "停電", "office:x")).Refusal,
        "window.exception" => Findings.OfException(new("units/u", "units/u", Late, "停電", "office:x", Example.ClosesAt), Late).AsRejection(),
        "unit.suspended" => UnitRules.MaySubmit(
            Example.Unit with { Anomalies = [new(1, "", Example.InWindow), new(2, "", Example.InWindow)] }, Example.InWindow),
        "unit.cap" => UnitRules.Decide(
            Example.Unit.Apply(new ApplicationCounted("r", "a")), Example.InWindow, new CountApplication("r", "b", 1)).Refusal,
        "document.too_large" => Walk.ToDraft()
            .Try(new AttachDocument(Example.Document(DocumentKind.Tax) with { SizeBytes = long.MaxValue })).Refusal,
        "document.type" => Walk.ToDraft()
            .Try(new AttachDocument(Example.Document(DocumentKind.Proposal) with { MediaType = "text/html" })).Refusal,
        _ => null,
    };

    private static Rejection? OfMoneyAskedFor(string code) => code switch
    {
        "funding.sum" => FundingRules.AddsUp(Budget(1, 1, 1)),
        "funding.government_cap" => FundingRules.WithinCase(Budget(500_000, 400_000, 100_000), Example.Rules.General),
        "funding.share" => FundingRules.WithinCase(Budget(100, 81, 19), Example.Rules.General),
        "funding.total_cap" => FundingRules.WithinProject(Budget(2_000_000, 0, 2_000_000), 6, 50, Example.Rules.Common),
        "funding.no_self" => FundingRules.WithinCase(Budget(100, 50, 50), new(new(100), 100, NoSelfFunding: true)),
        "funding.custom_software" => FundingRules.EnoughCustomSoftware(Example.SoftwareFunction, 0, Example.Rules),
        "project.too_few_companies" => FundingRules.WithinProject(Example.Plan.Budget, 5, 50, Example.Rules.Common),
        "project.shared_work" => FundingRules.WithinProject(Example.Plan.Budget, 6, 0, Example.Rules.Common),
        "project.full" => Enlisting("metal"),
        "project.mismatch" => Enlisting("food"),
        _ => null,
    };

    private static Rejection? OfScreening(string code) => code switch
    {
        "unit.ineligible" => Blocking(Walk.ToScreening().With(facts => facts with { Unit = Example.Unit with { FinanceSound = false } })),
        "company.unknown" => Walk.ToDraft().With(facts => facts with { Company = null }).Try(new Submit()).Refusal,
        "company.not_sme" => Blocking(Walk.ToScreening().With(facts => facts with { Company = With(Example.Profile with { Sector = Sector.Unspecified }) })),
        "company.tax_arrears" => Blocking(Walk.ToScreening().With(Walk.Blocked)),
        "documents.missing" => Walk.ToScreening(null, DocumentKind.Tax).Try(new CompleteScreening()).Refusal,
        "supplement.nothing_missing" => Walk.ToScreening().Try(new RequestSupplement("")).Refusal,
        "supplement.once" => Walk.To(CaseState.SupplementRequested).Do(new AttachDocument(Example.Document(DocumentKind.Tax)))
            .Do(new AnswerSupplement()).Try(new RequestSupplement("")).Refusal,
        "supplement.late" => Walk.To(CaseState.SupplementRequested).At(Late).Try(new AnswerSupplement()).Refusal,
        "supplement.not_asked" => Walk.To(CaseState.SupplementRequested).Try(new AttachDocument(Example.Document(DocumentKind.Intent))).Refusal,
        "form.gaps" => Blocking(Walk.ToScreening().Do(new RecordFormGaps(["x"]))),
        "duplicate.elsewhere" => Blocking(Walk.ToScreening().Do(new RecordDuplicateCheck("p", DuplicateAnswer.Duplicate))),
        "duplicate.unknown" => Walk.ToScreening().Findings.Single().AsRejection(),
        "common_problem.not_confirmed" => Walk.ToScreening(Example.CommonApplication).Try(new CompleteScreening()).Refusal,
        _ => null,
    };

    private static Rejection? Reserving(Func<Company, Company> before) => CompanyRules.Decide(
        before(Example.Company), 1, new ReserveQuota("b", Example.RoundName, 107, Example.InWindow, Example.Rules.Quotas with { RefuseAtIntake = true })).Refusal;

    private static QuotaEntry Entry(string round, QuotaStage stage) => new("a", round, 107, Example.InWindow, Counted: true, stage);

    private static Rejection? Enlisting(string group) => CommonProjectRules.Decide(
        Example.FullProject, Example.Round, new EnlistCase(new(Example.CaseName, Example.CompanyName, Budget(10, 8, 2)), Example.UnitName, group, "process")).Refusal;

    private static Company With(CompanyProfile profile) => Example.Company.Apply(new CompanyUpdated(profile));

    private static Rejection Blocking(Walk walk) => walk.Findings.Single(finding => finding.Blocks).AsRejection();

    private static Budget Budget(long total, long government, long self) => new(new(total), new(government), new(self));
}
