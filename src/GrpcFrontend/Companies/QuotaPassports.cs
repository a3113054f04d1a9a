using SmeOrleans.Grains.Cases;
using SmeOrleans.Grains.Companies;
using SmeOrleans.Grains.Rounds;

namespace SmeOrleans.GrpcFrontend.Companies;

/// <summary>Tells whether a company may be put forward, and what stands in the way as far as the caller may know it.</summary>
internal sealed class QuotaPassports(IGrainFactory grains)
{
    private const string Foreign = "(other unit's case)";

    public async Task<V1.QuotaPassport> Of(string company, string round, ServerCallContext context)
    {
        var (state, _) = await context.Read(grains.GetGrain<ICompanyGrain>(company));
        var (rules, _) = await context.Read(grains.GetGrain<IRoundGrain>(round));
        var obstacles = Quota.Obstacles(state, rules.Rules.Quotas, round, rules.RocYear, caseName: null);
        var freeFrom = Quota.FreeFrom(state, rules.Rules.Quotas, rules.RocYear);
        var passport = new V1.QuotaPassport
        {
            Company = company,
            Round = round,
            MayApply = obstacles.IsEmpty,
            FreeFromRocYear = freeFrom == rules.RocYear ? 0 : freeFrom,
        };
        foreach (var obstacle in obstacles)
        {
            passport.Obstacles.Add(await Of(obstacle, context));
        }

        return passport;
    }

    private async Task<V1.QuotaObstacle> Of(QuotaObstacle obstacle, ServerCallContext context)
    {
        var reason = Reasons.Of(obstacle.Code);
        var cases = await Task.WhenAll(obstacle.Cases.Select(name => Shown(name, context)));
        return new() { Reason = reason.WireName, Rule = reason.Rule, Cases = { cases } };
    }

    private async Task<string> Shown(string name, ServerCallContext context)
    {
        if (!ResourceNames.IsCase(name))
        {
            return name;
        }

        var answer = await grains.GetGrain<ICaseGrain>(name).Read(context.Caller()).WaitAsync(context.CancellationToken);
        return answer.Refusal is null ? name : Foreign;
    }
}
