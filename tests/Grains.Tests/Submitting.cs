using SmeOrleans.Domain.Cases;
using SmeOrleans.Domain.Companies;
using SmeOrleans.Domain.Refusals;
using static SmeOrleans.Grains.Tests.SiloFixture;

namespace SmeOrleans.Grains.Tests;

public sealed class Submitting : IAsyncLifetime
{
    private readonly SiloFixture _silo = new();

    public Task InitializeAsync() => _silo.InitializeAsync();

    public Task DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task Then_the_receipt_has_the_time_of_receipt_and_the_company_keeps_the_place()
    {
        await _silo.PrepareAsync();
        var grain = await _silo.DraftAsync("a");

        var submitted = Accepted(await grain.Execute(_silo.From(OwnUnit), new Submit()));

        Assert.Equal(CaseState.Submitted, submitted.State);
        Assert.Equal(_silo.Clock.GetUtcNow(), submitted.Receipt!.ReceivedAt);
        Assert.Equal("107-000001", submitted.Receipt.CaseNumber);
        var company = Accepted(await _silo.Company().Read(Office));
        Assert.Equal(QuotaStage.Applied, Assert.Single(company.Entries).Value.Stage);
    }

    [Fact]
    public async Task When_the_same_request_comes_again_Then_the_answer_is_the_first_one()
    {
        await _silo.PrepareAsync();
        var grain = await _silo.DraftAsync("a");
        var request = Guid.NewGuid();
        var first = await grain.Execute(_silo.From(OwnUnit, request), new Submit());
        _silo.Clock.Advance(TimeSpan.FromDays(100));

        var second = await grain.Execute(_silo.From(OwnUnit, request), new Submit());

        Assert.True(second.Replayed);
        Assert.Equal(first.State!.Receipt, second.State!.Receipt);
        Assert.Equal(first.Version, second.Version);
    }

    [Fact]
    public async Task When_another_request_comes_under_the_same_id_Then_it_is_refused()
    {
        await _silo.PrepareAsync();
        var grain = await _silo.DraftAsync("a");
        var request = Guid.NewGuid();
        await grain.Execute(_silo.From(OwnUnit, request, "one"), new Submit());

        Refused(Reasons.RequestReused, await grain.Execute(_silo.From(OwnUnit, request, "another"), new Withdraw("")));
    }

    [Fact]
    public async Task When_it_is_refused_Then_no_place_is_kept_and_nothing_is_written()
    {
        await _silo.PrepareAsync();
        var grain = await _silo.DraftAsync("a");
        var before = await grain.Read(OwnUnit);
        _silo.Clock.SetUtcNow(Programme.Closes.AddTicks(1));

        Refused(Reasons.WindowClosed, await grain.Execute(_silo.From(OwnUnit), new Submit()));

        Assert.Equal(before.Version, (await grain.Read(OwnUnit)).Version);
        Assert.Empty(Accepted(await _silo.Company().Read(Office)).Entries);
    }

    [Fact]
    public async Task When_intake_refuses_over_quota_Then_of_two_racing_units_one_gets_the_place()
    {
        await _silo.PrepareAsync(rules => rules with { Quotas = rules.Quotas with { RefuseAtIntake = true } });
        var cases = new[] { await _silo.DraftAsync("a"), await _silo.DraftAsync("b", OtherUnit) };

        var answers = await Task.WhenAll(
            cases[0].Execute(_silo.From(OwnUnit), new Submit()),
            cases[1].Execute(_silo.From(OtherUnit), new Submit()));

        Assert.Single(answers, answer => answer.Refusal is null);
        Assert.Single(answers, answer => answer.Refusal?.Code == Reasons.QuotaRound.Code);
    }

    [Fact]
    public async Task When_the_case_is_withdrawn_Then_the_place_is_free_in_the_same_moment()
    {
        await _silo.PrepareAsync(rules => rules with { Quotas = rules.Quotas with { RefuseAtIntake = true } });
        var first = await _silo.DraftAsync("a");
        var second = await _silo.DraftAsync("b", OtherUnit);
        await first.Execute(_silo.From(OwnUnit), new Submit());

        Accepted(await first.Execute(_silo.From(OwnUnit), new Withdraw("業者改變心意")));

        Accepted(await second.Execute(_silo.From(OtherUnit), new Submit()));
    }

    [Fact]
    public async Task When_a_crash_left_a_place_without_case_Then_waking_the_company_frees_it()
    {
        await _silo.PrepareAsync();
        await _silo.Company().Execute(
            _silo.From(Domain.Access.Caller.Service, Guid.Empty),
            new ReserveQuota($"{Programme.RoundName}/cases/never", Programme.RoundName, 107, _silo.Clock.GetUtcNow(), Programme.Round().Rules.Quotas));
        var grain = await _silo.DraftAsync("a");
        await grain.Execute(_silo.From(OwnUnit), new Submit());
        _silo.Clock.Advance(TimeSpan.FromMinutes(2));

        await _silo.Company().Wake();

        var entries = Accepted(await _silo.Company().Read(Office)).Entries;
        Assert.Equal(QuotaStage.Released, entries[$"{Programme.RoundName}/cases/never"].Stage);
        Assert.Equal(QuotaStage.Applied, entries[$"{Programme.RoundName}/cases/a"].Stage);
    }

    [Fact]
    public async Task When_a_broken_submission_is_repeated_with_another_company_Then_the_first_company_is_freed()
    {
        await _silo.PrepareAsync();
        var other = "companies/00247926";
        await _silo.Company(other).Execute(_silo.From(Office), new RegisterCompany(Programme.Company));
        var grain = await _silo.DraftAsync("a");
        var name = $"{Programme.RoundName}/cases/a";
        await _silo.Company(other).Execute(
            _silo.From(Domain.Access.Caller.Service, Guid.Empty),
            new ReserveQuota(name, Programme.RoundName, 107, _silo.Clock.GetUtcNow(), Programme.Round().Rules.Quotas));
        Accepted(await grain.Execute(_silo.From(OwnUnit), new Submit()));
        _silo.Clock.Advance(TimeSpan.FromMinutes(2));

        await _silo.Company(other).Wake();
        await _silo.Company().Wake();

        Assert.Equal(QuotaStage.Released, Accepted(await _silo.Company(other).Read(Office)).Entries[name].Stage);
        Assert.Equal(QuotaStage.Applied, Accepted(await _silo.Company().Read(Office)).Entries[name].Stage);
    }

    [Fact]
    public async Task When_housekeeping_is_done_Then_the_etag_that_clients_see_stays()
    {
        await _silo.PrepareAsync();
        Accepted(await (await _silo.DraftAsync("a")).Execute(_silo.From(OwnUnit), new Submit()));
        var before = (await _silo.Company().Read(Office)).Version;
        _silo.Clock.Advance(TimeSpan.FromMinutes(2));

        await _silo.Company().Wake();

        Assert.Equal(before, (await _silo.Company().Read(Office)).Version);
        Assert.Null((await _silo.Company().Execute(_silo.From(Office), new UpdateCompany(Programme.Company with { Employees = 13 }, before))).Refusal);
    }

    [Fact]
    public async Task When_only_validated_Then_nothing_changes_anywhere()
    {
        await _silo.PrepareAsync();
        var grain = await _silo.DraftAsync("a");
        var before = await grain.Read(OwnUnit);

        Accepted(await grain.Execute(_silo.From(OwnUnit) with { ValidateOnly = true }, new Submit()));

        Assert.Equal(before.Version, (await grain.Read(OwnUnit)).Version);
        Assert.Empty(Accepted(await _silo.Company().Read(Office)).Entries);
    }

    [Fact]
    public async Task When_another_unit_asks_Then_the_case_looks_missing()
    {
        await _silo.PrepareAsync();
        var grain = await _silo.DraftAsync("a");

        Refused(Reasons.ResourceUnknown, await grain.Read(OtherUnit));
        Refused(Reasons.ResourceUnknown, await grain.Execute(_silo.From(OtherUnit), new Submit()));
        Refused(Reasons.ResourceUnknown, await _silo.Case("missing").Read(OtherUnit));
    }
}
