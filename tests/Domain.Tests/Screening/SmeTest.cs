namespace SmeOrleans.Domain.Tests.Screening;

/// <summary>S-1: a firm needs only one of its sector's two limits.</summary>
public sealed class SmeTest
{
    [Theory]
    [InlineData(80_000_000, 200, true)]
    [InlineData(80_000_001, 199, true)]
    [InlineData(80_000_001, 200, false)]
    [InlineData(80_000_000, 199, true)]
    public void When_a_manufacturer_is_at_its_limits(long capital, int employees, bool isSme) =>
        Check(Example.Profile with { Sector = Sector.Manufacturing, Capital = new(capital), Employees = employees, Revenue = new(long.MaxValue) }, isSme);

    [Theory]
    [InlineData(100_000_000, 100, true)]
    [InlineData(100_000_001, 99, true)]
    [InlineData(100_000_001, 100, false)]
    [InlineData(100_000_000, 99, true)]
    public void When_a_service_firm_is_at_its_limits(long revenue, int employees, bool isSme) =>
        Check(Example.Profile with { Sector = Sector.Services, Revenue = new(revenue), Employees = employees, Capital = new(long.MaxValue) }, isSme);

    [Fact]
    public void When_the_sector_is_not_told_Then_it_is_no_SME() => Check(Example.Profile with { Sector = Sector.Unspecified }, false);

    private static void Check(CompanyProfile profile, bool isSme)
    {
        var walk = Walk.ToScreening().With(facts => facts with { Company = Example.Company.Apply(new CompanyUpdated(profile)) });
        Assert.Equal(isSme, !walk.Findings.Exists(finding => finding.Code == Reasons.CompanyNotSme.Code));
        Assert.Equal(isSme ? CaseState.Qualified : CaseState.Returned, walk.Do(new CompleteScreening()).Case.State);
    }
}
