namespace SmeOrleans.GrpcFrontend.Companies;

/// <summary>A company on the wire.</summary>
internal static class CompanyMapping
{
    /// <summary>As the caller may see it: a unit sees no arrears and no cases, nor an etag, which would tell of others' applications.</summary>
    public static V1.Company Of(Company company, long version, Caller caller)
    {
        var whole = Of(company, version);
        if (Visibility.OnlyUnit(caller) is not null)
        {
            whole.TaxArrears = false;
            whole.PriorCases.Clear();
            whole.Etag = "";
        }

        return whole;
    }

    /// <summary>Everything.</summary>
    public static V1.Company Of(Company company, long version)
    {
        var profile = company.Profile!;
        return new()
        {
            Name = company.Name,
            DisplayName = profile.DisplayName,
            County = profile.County,
            Industry = profile.Industry,
            Sector = (V1.Sector)profile.Sector,
            CapitalNtd = profile.Capital.Amount,
            Employees = profile.Employees,
            RevenueNtd = profile.Revenue.Amount,
            TradeLiberalisation = profile.TradeLiberalisation,
            OutlyingIsland = profile.OutlyingIsland,
            FivePlusTwo = profile.FivePlusTwo,
            FemaleHead = profile.FemaleHead,
            TaxArrears = profile.TaxArrears,
            PriorCases = { company.PriorCases.Select(prior => new V1.PriorCases { RocYear = prior.Key, Count = prior.Value }) },
            Etag = Etag.Of(version),
        };
    }
}
