using SmeOrleans.Grpc.Tests.Served;

namespace SmeOrleans.Grpc.Tests;

/// <summary>May a company be put forward; if not, why, because of which cases, and from when on .</summary>
[Collection(ServedCollection.Name)]
public sealed class Passports(Service service)
{
    private readonly LifeDesk _desk = new(service);

    [Fact]
    public async Task When_a_case_is_approved_and_given_up_Then_the_passport_follows_and_names_no_other_units_case()
    {
        var round = (await _desk.RoundAsync(Counted())).Name;
        var name = (await _desk.QualifiedAsync(round, 1))[0];
        var company = (await _desk.CaseAsync(name)).Application.Company;
        var next = (await _desk.RoundAsync(Counted())).Name;
        Assert.True((await PassportAsync(Programme.Own, company, next)).MayApply);
        Assert.Equal(Reasons.QuotaRound.WireName, Assert.Single((await PassportAsync(Programme.Own, company, round)).Obstacles).Reason);

        await _desk.PublishAsync(round);
        var own = await PassportAsync(Programme.Own, company, next);
        Assert.Equal((Reasons.QuotaYear.WireName, name, 108), (Assert.Single(own.Obstacles).Reason, own.Obstacles[0].Cases[0], own.FreeFromRocYear));
        var other = await PassportAsync(Programme.Other, company, next);
        Assert.False(other.MayApply);
        Assert.DoesNotContain(name, Assert.Single(other.Obstacles).Cases);

        await _desk.UnitContracts.GiveUpCaseAsync(new() { Name = name, Reason = "改由自辦", RequestId = Programme.NewId() });
        Assert.True((await PassportAsync(Programme.Other, company, next)).MayApply);
    }

    [Fact]
    public async Task When_two_units_race_for_a_company_Then_one_wins_and_withdrawing_revives_nothing()
    {
        var quotas = Counted();
        quotas.RefuseAtIntake = true;
        var round = (await _desk.RoundAsync(quotas)).Name;
        var application = await service.Programme.ApplicationAsync();
        var drafts = new[] { (Programme.Own, service.Programme.OwnCases), (Programme.Other, service.Programme.OtherCases) }.Select(async pair => (
            Cases: pair.Item2,
            Draft: await pair.Item2.CreateCaseAsync(new() { Parent = round, RequestId = Programme.NewId(), Case = new() { Unit = pair.Item1, Application = application } })));
        var racers = await Task.WhenAll(drafts);
        var refused = await Task.WhenAll(racers.Select(racer => RefusalAsync(racer.Cases, racer.Draft.Name)));
        Assert.Equal(Reasons.QuotaRound.WireName, Assert.Single(refused, reason => reason is not null));

        var (winner, loser) = refused[0] is null ? (racers[0], racers[1]) : (racers[1], racers[0]);
        await winner.Cases.WithdrawCaseAsync(new() { Name = winner.Draft.Name, RequestId = Programme.NewId() });
        Assert.Null(await RefusalAsync(loser.Cases, loser.Draft.Name));
        Assert.Equal(Reasons.StateMove.WireName, await RefusalAsync(winner.Cases, winner.Draft.Name));
        var again = await winner.Cases.CreateCaseAsync(new()
        {
            Parent = round, RequestId = Programme.NewId(), Case = new() { Unit = winner.Draft.Unit, Application = application },
        });
        Assert.Equal(Reasons.QuotaRound.WireName, await RefusalAsync(winner.Cases, again.Name));
    }

    private static V1.QuotaRule Counted() => new() { PerRound = 1, PerYear = 1, PerThreeYears = 2 };

    private static async Task<string?> RefusalAsync(V1.CaseService.CaseServiceClient cases, string name)
    {
        try
        {
            await cases.SubmitCaseAsync(new() { Name = name, RequestId = Programme.NewId() });
            return null;
        }
        catch (RpcException refused)
        {
            return Refused.ReasonOf(refused);
        }
    }

    private async Task<V1.QuotaPassport> PassportAsync(string unit, string company, string round) =>
        await new V1.CompanyService.CompanyServiceClient(service.As(Role.Unit, unit)).GetQuotaPassportAsync(new() { Name = company, Round = round });
}
