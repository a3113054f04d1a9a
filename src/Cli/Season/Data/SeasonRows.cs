using System.Text.RegularExpressions;
using SmeOrleans.Cli.Filing;

namespace SmeOrleans.Cli.Season.Data;

/// <summary>A guidance unit of a season.</summary>
internal sealed record UnitRow(
    string UnitId, UnitKind Kind, string Name, string TaxId, bool FirstTime, int AnomalyRounds, bool LegallyRegistered, bool FinanceSound)
{
    public static UnitRow Of(CsvRow row) => new(
        row.Text("unit_id"),
        Enum.Parse<UnitKind>(row.Text("kind"), ignoreCase: true),
        row.Text("unit_name"),
        row.Text("tax_id"),
        row.Flag("first_time"),
        Math.Max((int)row.Whole("anomaly_rounds_in_a_row"), row.Flag("past_major_anomaly") ? 1 : 0),
        row.Flag("legally_registered"),
        row.Flag("finance_sound"));

    /// <summary>Ordinals of the rounds just before <paramref name="rocYear"/> in which it had a major anomaly, oldest first.</summary>
    public IEnumerable<int> AnomalyOrdinals(int rocYear) => Enumerable.Range(rocYear - AnomalyRounds, AnomalyRounds);
}

/// <summary>A company of a season, as the office registers it.</summary>
internal sealed partial record CompanyRow(string TaxId, Company Company)
{
    /// <summary>Columns <c>cases_NNN</c> and <c>cases_NNN_before</c>: cases accepted in that ROC year before the season.</summary>
    [GeneratedRegex(@"^cases_(\d+)(_before)?$")]
    private static partial Regex PriorCasesColumn { get; }

    public static CompanyRow Of(CsvRow row) => new(row.Text("tax_id"), new()
    {
        DisplayName = row.Text("company_name"),
        County = row.Text("county"),
        Industry = row.Text("industry"),
        Sector = Enum.Parse<Sector>(row.Text("sector"), ignoreCase: true),
        CapitalNtd = row.Whole("capital_ntd"),
        Employees = (int)row.Whole("employees"),
        RevenueNtd = row.Whole("revenue_ntd"),
        TradeLiberalisation = row.Flag("trade_liberalisation"),
        OutlyingIsland = row.Flag("outlying_island"),
        FivePlusTwo = row.Flag("five_plus_two"),
        FemaleHead = row.Flag("female_head"),
        TaxArrears = row.Flag("tax_arrears"),
        PriorCases = { Prior(row) },
    });

    private static IEnumerable<PriorCases> Prior(CsvRow row) =>
        from column in row.Columns
        let match = PriorCasesColumn.Match(column)
        where match.Success
        group (int)row.Whole(column) by int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) into year
        where year.Sum() > 0
        orderby year.Key
        select new PriorCases { RocYear = year.Key, Count = year.Sum() };
}

/// <summary>A common project of a season.</summary>
internal sealed record CommonProjectRow(string Id, string LeadUnit, CommonProject Project)
{
    public static CommonProjectRow Of(CsvRow row) => new(row.Text("common_project_id"), row.Text("lead_unit_id"), new()
    {
        Unit = $"units/{row.Text("lead_unit_id")}",
        Group = row.Text("group"),
        Function = row.Text("function"),
        Title = row.Text("title"),
        Topic = row.Text("topic"),
        CompaniesPlanned = (int)row.Whole("companies_applied"),
        SharedWorkPercent = (int)row.Whole("shared_work_pct"),
        TotalNtd = row.Whole("total_budget"),
        GovernmentNtd = row.Whole("gov_requested"),
    });
}

/// <summary>An application of a season and what became of it.</summary>
/// <param name="Qualification"><c>qualified</c>, or the reason of the return.</param>
internal sealed record ApplicationRow(
    string Id,
    DateTimeOffset SubmittedAt,
    string UnitId,
    Application Application,
    ImmutableArray<DocumentKind> Documents,
    DateTimeOffset? SupplementRequestedAt,
    DateTimeOffset? SupplementedAt,
    string Qualification,
    DateOnly DecidedOn)
{
    private const string Qualified = "qualified";

    public bool IsQualified => Qualification == Qualified;

    /// <summary>Its common project, or null.</summary>
    public string? CommonProjectId => Application.CommonProject.Length == 0 ? null : Application.CommonProject[(Application.CommonProject.LastIndexOf('/') + 1)..];

    public static ApplicationRow Of(CsvRow row, Programme programme) => new(
        row.Text("application_id"),
        row.Time("submitted_at"),
        row.Text("unit_id"),
        ApplicationOf(row, programme.RoundName),
        [.. programme.RequiredDocuments.Where(document => row.Flag(document.Code)).Select(document => document.Kind)],
        row.OptionalTime("supplement_requested_at"),
        row.OptionalTime("supplemented_at"),
        row.Text("qualification"),
        row.Date("qualification_decided_on"));

    private static Application ApplicationOf(CsvRow row, string round) => new()
    {
        Company = $"companies/{row.Text("company_tax_id")}",
        Group = row.Text("group"),
        Function = row.Text("function"),
        Mode = Enum.Parse<CaseMode>(row.Text("mode"), ignoreCase: true),
        CommonProject = row.OptionalText("common_project_id") is { } project ? $"{round}/commonProjects/{project}" : "",
        Title = row.Text("title").Normalize(NormalizationForm.FormC),
        Topic = row.Text("topic").Normalize(NormalizationForm.FormC),
        TotalNtd = row.Whole("total_budget"),
        GovernmentNtd = row.Whole("gov_requested"),
        SelfNtd = row.Whole("self_funded"),
        FemalePrincipalInvestigator = row.Flag("female_pi"),
        Reference = row.Text("application_id"),
    };
}
