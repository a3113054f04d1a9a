namespace SmeOrleans.Domain.Rounds;

/// <summary>The rules of a round, as data.</summary>
/// <param name="UnitApplicationCap">Applications a unit may have; 0 = no cap (U-4).</param>
/// <param name="UnitRunningCap">Approved cases a unit may have in the round; 0 = no cap (U-4).</param>
/// <param name="CustomSoftwareFunction">Function that F-6 speaks of; empty = none.</param>
[GenerateSerializer, Immutable, Alias("sme.RoundRules")]
public sealed record RoundRules(
    SmeLimits Sme,
    FundingCap General,
    FundingCap TradeLiberalisation,
    CommonProjectCap Common,
    SupplementRule Supplement,
    QuotaRules Quotas,
    int UnitApplicationCap,
    int CustomSoftwareMinPercent,
    string CustomSoftwareFunction,
    ImmutableList<DocumentKind> RequiredDocuments,
    ReviewRules Review,
    ImmutableList<BudgetLine> BudgetLines,
    ExecutionRules Execution,
    DeadlineRules Deadlines,
    int UnitRunningCap = 0)
{
    /// <summary>The 2018 programme's rules, which hold where a round says nothing else.</summary>
    public static readonly RoundRules Default = new(
        new(new(80_000_000), 200, new(100_000_000), 100),
        new(new(200_000), 80, false),
        new(new(237_500), 95, false),
        new(6, new(1_250_000), new(1_000_000), 80, 50),
        new(3, SupplementEnd.EndOfDay),
        new(1, 1, 2, NotCounted: false, RefuseAtIntake: false),
        0, 60, "",
        [.. Enum.GetValues<DocumentKind>().Where(kind => kind != DocumentKind.Unspecified)],
        new(Panels: true,
            [
                new("plan_goal", "計畫書完整性及預期目標重要性", 20), new("method", "計畫執行方式可行性", 25),
                new("capability", "輔導單位之輔導能量及受輔導業者營運概況", 20), new("budget", "經費預算編列合理性與受輔導業者自籌款比例", 15),
                new("understanding", "輔導單位對計畫執行的瞭解程度", 10), new("policy", "符合政策觀點", 10),
            ],
            90, 80, 70, MembersMin: 3, MembersMax: 7, SheetsMin: 3,
            FivePlusTwoHundredths: 0, DesignAwardHundredths: 0, FemaleFirstOnTies: true),
        [],
        new(5, 50, 2, MidtermReport: true, 10, 5, 5,
            [
                new("abnormal", "審查委員意見屬異常個案"), new("verify_on_site", "審查委員意見需實地查訪驗證"),
                new("poor_record", "過去輔導單位執行狀況不佳"), new("first_time", "過去鮮少查訪或第一次申請之輔導單位"),
                new("excellent", "優良或極力推薦案例"), new("five_plus_n", "5+N 產業"),
            ],
            [
                new("inc_added_value", "增加產品附加價值", BenefitKind.Value), new("inc_orders", "增加產品訂單", BenefitKind.Value),
                new("inc_labour_output", "提高人員生產效率", BenefitKind.Value), new("inc_equipment_output", "提高設備生產效率", BenefitKind.Value),
                new("dec_labour", "降低人力成本", BenefitKind.Cost), new("dec_manufacturing", "降低製造成本", BenefitKind.Cost),
                new("dec_purchasing", "降低採購成本", BenefitKind.Cost), new("dec_inventory", "降低庫存成本", BenefitKind.Cost),
                new("dec_defects", "降低不良品損耗成本", BenefitKind.Cost), new("dec_rd_testing", "降低研發測試成本", BenefitKind.Cost),
                new("dec_maintenance", "降低設備維護成本", BenefitKind.Cost),
            ]),
        new(new(10, DeadlineUnit.WorkingDays, true, true), new(5, DeadlineUnit.WorkingDays, true, true),
            new(10, DeadlineUnit.WorkingDays, true, true), []));

    /// <summary>The line that carries a case, or null when the round has none for it.</summary>
    public BudgetLine? LineFor(CaseMode mode, string group) => BudgetLines.Find(line => line.Carries(mode, group));
}

/// <summary>Who counts as an SME; a firm needs only one of its sector's two limits (S-1).</summary>
[GenerateSerializer, Immutable, Alias("sme.SmeLimits")]
public sealed record SmeLimits(Ntd CapitalMax, int ManufacturingEmployeesBelow, Ntd RevenueMax, int ServicesEmployeesBelow)
{
    public bool Admit(CompanyProfile company) => company.Sector switch
    {
        Sector.Manufacturing => company.Capital <= CapitalMax || company.Employees < ManufacturingEmployeesBelow,
        Sector.Services => company.Revenue <= RevenueMax || company.Employees < ServicesEmployeesBelow,
        _ => false,
    };
}

/// <summary>Where the last day of a supplement ends.</summary>
public enum SupplementEnd
{
    /// <summary>At 24:00 Taipei time of the last day.</summary>
    EndOfDay,

    /// <summary>That many times 24 hours after the request.</summary>
    Exact,
}

/// <summary>How long a supplement may take (S-2).</summary>
[GenerateSerializer, Immutable, Alias("sme.SupplementRule")]
public sealed record SupplementRule(int Days, SupplementEnd End)
{
    /// <summary>The deadline of a request made at <paramref name="requestedAt"/>, by the statutory clock.</summary>
    public Deadline Derive(DateTimeOffset requestedAt, ImmutableList<Suspension> suspensions) =>
        StatutoryClock.Derive(Rule, requestedAt, suspensions, []);

    // Calendar days that do not move off holidays, as the programme announced them (decision 0006).
    private DeadlineRule Rule => End == SupplementEnd.Exact
        ? new(Days * HoursPerDay, DeadlineUnit.Hours, EndsAtMidnight: false, MovesOffHolidays: false)
        : new(Days, DeadlineUnit.CalendarDays, EndsAtMidnight: true, MovesOffHolidays: false);

    private const int HoursPerDay = 24;
}
