namespace SmeOrleans.GrpcFrontend.Companies;

/// <summary>Form of a company.</summary>
internal static class CompanyShape
{
    private const int EmployeesMax = 10_000_000;
    private const int RocYearMax = 999;

    /// <summary>Fields that an update may name.</summary>
    public static readonly ImmutableArray<string> Changeable =
    [
        "display_name", "county", "industry", "sector", "capital_ntd", "employees", "revenue_ntd",
        "trade_liberalisation", "outlying_island", "five_plus_two", "female_head", "tax_arrears",
    ];

    public static CompanyProfile Of(ShapeCheck check, V1.Company? company)
    {
        check.Require(company is not null, "company", "is required");
        company ??= new();
        return new(
            check.Text(company.DisplayName, "company.display_name", 200, required: true),
            check.Text(company.County, "company.county", 50, required: true),
            check.Text(company.Industry, "company.industry", 100),
            check.Enum<Sector>(company.Sector, "company.sector"),
            check.Amount(company.CapitalNtd, "company.capital_ntd"),
            check.Count(company.Employees, "company.employees", 0, EmployeesMax),
            check.Amount(company.RevenueNtd, "company.revenue_ntd"),
            company.TradeLiberalisation,
            company.OutlyingIsland,
            company.FivePlusTwo,
            company.FemaleHead,
            company.TaxArrears);
    }

    public static RecordPriorCases Of(ShapeCheck check, IList<V1.PriorCases> counts)
    {
        const string path = "prior_cases";
        check.Require(counts.Count is > 0 and <= 100, path, "must hold 1 to 100 entries");
        check.Require(counts.DistinctBy(prior => prior.RocYear).Count() == counts.Count, path, "must not name a year twice");
        var byYear = ImmutableSortedDictionary.CreateBuilder<int, int>();
        foreach (var prior in counts.Take(100))
        {
            byYear[check.Count(prior.RocYear, $"{path}.roc_year", 1, RocYearMax)] = check.Count(prior.Count, $"{path}.count", 0, 1_000);
        }

        return new(byYear.ToImmutable());
    }
}
