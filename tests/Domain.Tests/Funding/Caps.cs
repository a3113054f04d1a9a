namespace SmeOrleans.Domain.Tests.Funding;

/// <summary>F-1 … F-4 and F-6, to the dollar.</summary>
public sealed class Caps
{
    private static readonly FundingCap Disaster = new(new(200_000), 100, NoSelfFunding: true);

    [Theory]
    [InlineData(250_000, 200_000, null)]
    [InlineData(250_001, 200_001, "funding.government_cap")]
    [InlineData(249_999, 200_000, "funding.share")]
    [InlineData(100_000, 80_000, null)]
    [InlineData(100_000, 80_001, "funding.share")]
    [InlineData(100_001, 80_000, null)]
    [InlineData(5, 4, null)]
    [InlineData(4, 4, "funding.share")]
    public void When_a_general_case_asks(long total, long government, string? code) =>
        Check(FundingRules.WithinCase(Budget(total, government), RoundRules.Default.General), code);

    [Theory]
    [InlineData(250_000, 237_500, null)]
    [InlineData(250_002, 237_501, "funding.government_cap")]
    [InlineData(249_999, 237_500, "funding.share")]
    public void When_a_trade_liberalisation_case_asks(long total, long government, string? code) =>
        Check(FundingRules.WithinCase(Budget(total, government), RoundRules.Default.TradeLiberalisation), code);

    [Theory]
    [InlineData(200_000, 200_000, null)]
    [InlineData(200_001, 200_000, "funding.no_self")]
    [InlineData(200_001, 200_001, "funding.government_cap")]
    public void When_a_disaster_case_asks(long total, long government, string? code) =>
        Check(FundingRules.WithinCase(Budget(total, government), Disaster), code);

    [Theory]
    [InlineData(RoundKind.Regular, true, 237_500)]
    [InlineData(RoundKind.Regular, false, 200_000)]
    [InlineData(RoundKind.Disaster, true, 200_000)]
    [InlineData(RoundKind.Disaster, false, 200_000)]
    public void When_a_company_is_of_a_trade_liberalisation_industry_Then_regular_rounds_have_a_cap_for_it(RoundKind kind, bool trade, long cap)
    {
        var round = Example.Round with { Kind = kind };
        Assert.Equal(new(cap), FundingRules.CapFor(round, Example.Profile with { TradeLiberalisation = trade }, designAwardPledge: false).GovernmentMax);
    }

    [Theory]
    [InlineData(100, 80, 20, null)]
    [InlineData(100, 80, 21, "funding.sum")]
    [InlineData(100, 80, 19, "funding.sum")]
    [InlineData(100, -1, 101, "funding.sum")]
    [InlineData(100, 101, -1, "funding.sum")]
    [InlineData(0, 0, 0, "funding.sum")]
    [InlineData(-2, -1, -1, "funding.sum")]
    [InlineData(-2, long.MaxValue, long.MaxValue, "funding.sum")]
    [InlineData(long.MaxValue, long.MaxValue, 1, "funding.sum")]
    [InlineData(long.MaxValue, 0, long.MaxValue, null)]
    public void When_amounts_are_given(long total, long government, long self, string? code) =>
        Check(FundingRules.AddsUp(new(new(total), new(government), new(self))), code);

    [Theory]
    [InlineData("digital", 60, null)]
    [InlineData("digital", 59, "funding.custom_software")]
    [InlineData("process", 0, null)]
    public void When_a_case_has_custom_software(string function, int percent, string? code) =>
        Check(FundingRules.EnoughCustomSoftware(function, percent, Example.Rules), code);

    [Fact]
    public void When_a_round_names_no_software_function_Then_any_share_does() =>
        Check(FundingRules.EnoughCustomSoftware("digital", 0, RoundRules.Default), null);

    [Theory]
    [InlineData(6, 50, 1_250_000, 1_000_000, null)]
    [InlineData(6, 50, 1_250_001, 1_000_000, "funding.total_cap")]
    [InlineData(6, 50, 1_250_000, 1_000_001, "funding.government_cap")]
    [InlineData(6, 50, 1_249_999, 1_000_000, "funding.share")]
    [InlineData(6, 49, 1_250_000, 1_000_000, "project.shared_work")]
    [InlineData(5, 50, 1_000_000, 800_000, "project.too_few_companies")]
    [InlineData(7, 50, 1_458_333, 1_166_666, null)]
    [InlineData(7, 50, 1_458_334, 1_166_666, "funding.total_cap")]
    [InlineData(7, 50, 1_458_333, 1_166_667, "funding.government_cap")]
    [InlineData(12, 100, 2_500_000, 2_000_000, null)]
    public void When_a_common_project_asks_Then_caps_grow_pro_rata(int companies, int shared, long total, long government, string? code) =>
        Check(FundingRules.WithinProject(Budget(total, government), companies, shared, RoundRules.Default.Common), code);

    [Theory]
    [InlineData(200_001, 50_001, "funding.government_cap")]
    [InlineData(200_000, 49_999, "funding.share")]
    [InlineData(200_000, 50_000, null)]
    public void When_a_submission_is_over_its_caps_Then_it_is_refused(long government, long self, string? code)
    {
        var application = Example.Application with { Budget = new(new(government + self), new(government), new(self)) };
        Check(Walk.ToDraft(application).Try(new Submit()).Refusal, code);
    }

    [Fact]
    public void When_a_submission_has_too_little_software_Then_it_is_refused() => Walk
        .ToDraft(Example.Application with { Function = Example.SoftwareFunction, CustomSoftwarePercent = 59 })
        .Refused(new Submit(), Reasons.FundingCustomSoftware);

    [Fact]
    public void When_a_disaster_round_gets_company_money_Then_even_a_trade_liberalisation_firm_is_refused() => Walk.ToDraft()
        .With(facts => facts with
        {
            Round = Example.Round with { Kind = RoundKind.Disaster, Rules = Example.Rules with { General = Disaster } },
            Company = Example.Company.Apply(new CompanyUpdated(Example.Profile with { TradeLiberalisation = true })),
        })
        .Refused(new Submit(), Reasons.FundingNoSelf);

    private static Budget Budget(long total, long government) => new(new(total), new(government), new(total - government));

    private static void Check(Rejection? refusal, string? code) => Assert.Equal(code, refusal?.Code);
}
