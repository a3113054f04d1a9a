namespace SmeOrleans.Domain.Tests.Companies;

public sealed class Register
{
    [Fact]
    public void When_a_company_is_registered_twice_Then_the_second_is_refused() =>
        Refusal.Of(CompanyRules.Decide(Example.Company, 1, new RegisterCompany(Example.Profile)), Reasons.ResourceExists);

    [Fact]
    public void When_an_unknown_company_is_changed_Then_it_is_refused() =>
        Refusal.Of(CompanyRules.Decide(Company.Unknown("companies/x"), 0, new UpdateCompany(Example.Profile, 0)), Reasons.ResourceUnknown);

    [Fact]
    public void When_the_version_is_stale_Then_it_is_refused() =>
        Refusal.Of(CompanyRules.Decide(Example.Company, 2, new UpdateCompany(Example.Profile, 1)), Reasons.EtagStale);

    [Fact]
    public void When_the_version_is_current_Then_the_profile_changes()
    {
        var profile = Example.Profile with { Employees = 21 };
        Assert.Equal([new CompanyUpdated(profile)], CompanyRules.Decide(Example.Company, 2, new UpdateCompany(profile, 2)).Events);
    }
}
