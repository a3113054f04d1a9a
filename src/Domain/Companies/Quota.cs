namespace SmeOrleans.Domain.Companies;

/// <summary>The quotas as pure counts over a company's entries (Q-1 … Q-5).</summary>
public static class Quota
{
    /// <summary>Most prior cases that can be recorded of one year; far more than Q-3 lets anyone have.</summary>
    public const int PriorCasesMax = 99;

    private const int WindowYears = 3;

    /// <summary>What stands in the way of a case, or of any new case when <paramref name="caseName"/> is null.</summary>
    public static ImmutableList<QuotaObstacle> Obstacles(Company company, QuotaRules rules, string round, int rocYear, string? caseName)
    {
        if (rules.NotCounted)
        {
            return [];
        }

        var exempt = company.Profile is { TradeLiberalisation: true } or { OutlyingIsland: true };
        var standing = Standing(company, round, caseName);
        var thisYear = Accepted(company, rocYear, rocYear, caseName);
        var threeYears = Accepted(company, rocYear - WindowYears + 1, rocYear, caseName);
        return
        [
            .. Obstacle(Reasons.QuotaRound, standing, rules.PerRound),
            .. exempt ? [] : Obstacle(Reasons.QuotaYear, thisYear, rules.PerYear),
            .. Obstacle(Reasons.QuotaThreeYears, threeYears, rules.PerThreeYears),
        ];
    }

    /// <summary>
    /// First ROC year, from <paramref name="rocYear"/> on, in which leave room, as things are;
    /// <see cref="int.MaxValue"/> when the limits themselves leave none.
    /// </summary>
    public static int FreeFrom(Company company, QuotaRules rules, int rocYear)
    {
        // After three years without a case nothing counts any more: if that year has no room, none has.
        var last = company.PriorCases.Keys.Concat(company.Entries.Values.Select(entry => entry.RocYear)).Append(rocYear).Max() + WindowYears;
        var year = rocYear;
        while (Obstacles(company, rules with { PerRound = int.MaxValue }, round: "", year, caseName: null).Count > 0)
        {
            if (year++ == last)
            {
                return int.MaxValue;
            }
        }

        return year;
    }

    /// <summary>Live applications in the round that came before this one: of two, the earlier stands .</summary>
    private static ImmutableList<string> Standing(Company company, string round, string? caseName)
    {
        var own = caseName is null ? null : company.Entries.GetValueOrDefault(caseName);
        return
        [
            .. company.Entries.Values
                .Where(entry => entry.Counted && entry.Round == round && entry.Stage != QuotaStage.Released && entry.Case != caseName)
                .Where(entry => own is null || IsEarlier(entry, own))
                .Select(entry => entry.Case),
        ];
    }

    private static bool IsEarlier(QuotaEntry entry, QuotaEntry than) =>
        entry.ReceivedAt != than.ReceivedAt
            ? entry.ReceivedAt < than.ReceivedAt
            : string.CompareOrdinal(entry.Case, than.Case) < 0;

    private static ImmutableList<string> Accepted(Company company, int fromYear, int toYear, string? caseName) =>
    [
        .. company.PriorCases
            .Where(prior => prior.Key >= fromYear && prior.Key <= toYear)
            .SelectMany(prior => Enumerable.Repeat($"prior/{prior.Key}", prior.Value)),
        .. company.Entries.Values
            .Where(entry => entry.Counted && entry.Stage == QuotaStage.Accepted && entry.Case != caseName)
            .Where(entry => entry.RocYear >= fromYear && entry.RocYear <= toYear)
            .Select(entry => entry.Case),
    ];

    private static ImmutableList<QuotaObstacle> Obstacle(Reason reason, ImmutableList<string> counted, int limit) =>
        counted.Count >= limit ? [new(reason.Code, counted)] : [];
}
