namespace SmeOrleans.Domain.Tests;

/// <summary>A round, a unit, a company and an application that no rule objects to.</summary>
internal static partial class Example
{
    public const string RoundName = "rounds/107";
    public const string UnitName = "units/u1";
    public const string CompanyName = "companies/c1";
    public const string CaseName = RoundName + "/cases/a";
    public const string ProjectName = RoundName + "/commonProjects/p";
    public const string SoftwareFunction = "digital";

    public static readonly TimeSpan Tick = TimeSpan.FromTicks(1);
    public static readonly DateTimeOffset OpensAt = new(2018, 2, 13, 9, 0, 0, Taipei.Offset);
    public static readonly DateTimeOffset ClosesAt = new(2018, 4, 2, 17, 0, 0, Taipei.Offset);
    public static readonly DateTimeOffset InWindow = OpensAt.AddDays(1);

    public static readonly RoundRules Rules = RoundRules.Default with { CustomSoftwareFunction = SoftwareFunction };

    public static readonly Round Round = new(
        RoundName, "107", 107, RoundKind.Regular, OpensAt, ClosesAt,
        [new("metal", "金屬機電"), new("food", "食品藥技")],
        [new("process", "製程技術"), new(SoftwareFunction, "E化")],
        [new("north", "北部", ["台北市"])],
        Rules);

    public static readonly CompanyProfile Profile = new(
        "受輔業者", "台北市", "食品", Sector.Manufacturing, new(5_000_000), 20, new(9_000_000),
        TradeLiberalisation: false, OutlyingIsland: false, FivePlusTwo: false, FemaleHead: false, TaxArrears: false);

    public static readonly Company Company = Domain.Companies.Company.Unknown(CompanyName).Apply(new CompanyRegistered(Profile));

    public static readonly Unit Unit = Domain.Units.Unit.Unknown(UnitName)
        .Apply(new UnitRegistered(new("輔導單位", UnitKind.School, "04595257", "office@unit.example", "", FirstTime: false)))
        .Apply(new UnitApproved());

    public static readonly Application Application = new(
        CompanyName, "metal", "process", CaseMode.General, "", "計畫", "製程改善",
        new(new(250_000), new(200_000), new(50_000)), FemalePrincipalInvestigator: false, CustomSoftwarePercent: 0, "");

    public static readonly Application CommonApplication = Application with { Mode = CaseMode.Common, CommonProject = ProjectName };

    public static readonly CommonProjectPlan Plan = new(
        UnitName, RoundName, "metal", "process", "共通案", "製程改善", 6, 50, new(new(1_250_000), new(1_000_000), new(250_000)));

    public static readonly CommonProject FullProject = Enumerable.Range(1, 6).Aggregate(
        CommonProject.Unknown(ProjectName)
            .Apply(new CommonProjectDeclared(Plan))
            .Apply(new CommonProblemJudged(Confirmation.Confirmed, "")),
        (project, number) => project.Apply(new CaseEnlisted(new(
            $"{RoundName}/cases/{number}", $"companies/{number}", new(new(200_000), new(160_000), new(40_000))))));

    public static readonly CaseFacts Facts = new(
        InWindow, Version: 1, Round, Unit, Company, [], Receipt: new(CaseName, "107-000001", InWindow, "", ""));

    public static Document Document(DocumentKind kind) => new(kind, $"{kind}.pdf", "application/pdf", 1_000, new string('a', 64), default);

    public static SaveDraft Draft(Application application, long? version = null) => new(RoundName, UnitName, application, version);
}
