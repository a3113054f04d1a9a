namespace SmeOrleans.Grains.Companies;

/// <summary>A company; key <c>companies/{tax_id}</c>.</summary>
[Alias("sme.ICompanyGrain")]
public interface ICompanyGrain : IJournaledGrain<Company, CompanyCommand>;
