namespace SmeOrleans.Domain.CommonProjects;

/// <summary>
/// Whether a common project still is what F-3 asks for, with the companies that are left in it: floor, share of common
/// work, and caps of its money pro rata to them. Nobody is thrown out by it: it is for people to see and to act on.
/// </summary>
/// <param name="Companies">Different companies left.</param>
/// <param name="TotalMax">Cap of the total for so many companies; below the floor it shrinks on.</param>
/// <param name="GovernmentMax">Cap of the government money for so many companies.</param>
[GenerateSerializer, Immutable, Alias("sme.CommonProjectStanding")]
public sealed record CommonProjectStanding(
    int Companies, int CompaniesMin, int SharedWorkPercent, int SharedWorkMinPercent, Ntd Total, Ntd TotalMax, Ntd Government, Ntd GovernmentMax)
{
    public bool FloorKept => Companies >= CompaniesMin;

    public bool SharedWorkKept => SharedWorkPercent >= SharedWorkMinPercent;

    /// <summary>By how much the total is over its cap.</summary>
    public Ntd TotalOver => Over(Total, TotalMax);

    /// <summary>By how much the government money is over its cap.</summary>
    public Ntd GovernmentOver => Over(Government, GovernmentMax);

    /// <summary>What F-3 finds fault with, as flags that block nothing; empty = all is kept.</summary>
    public ImmutableList<Finding> Flags =>
    [
        .. If(!FloorKept, Rejection.Because(Reasons.ProjectTooFewCompanies, ("companies", Companies), ("min", CompaniesMin))),
        .. If(!SharedWorkKept, Rejection.Because(Reasons.ProjectSharedWork, ("min", SharedWorkMinPercent))),
        .. If(TotalOver > Ntd.Zero, Rejection.Because(Reasons.FundingTotalCap, ("total", Total), ("cap", TotalMax))),
        .. If(GovernmentOver > Ntd.Zero, Rejection.Because(Reasons.FundingGovernmentCap, ("government", Government), ("cap", GovernmentMax))),
    ];

    /// <summary>How a plan stands with these members; a member's budget is what it asks for, or what it was given.</summary>
    public static CommonProjectStanding Of(CommonProjectPlan plan, IEnumerable<ProjectMember> members, CommonProjectCap cap)
    {
        var left = members.ToList();
        var companies = left.Select(member => member.Company).Distinct().Count();
        return new(
            companies, cap.CompaniesMin, plan.SharedWorkPercent, cap.SharedWorkMinPercent,
            new(left.Sum(member => member.Budget.Total.Amount)), cap.TotalMax.ProRata(companies, cap.CompaniesMin),
            new(left.Sum(member => member.Budget.Government.Amount)), cap.GovernmentMax.ProRata(companies, cap.CompaniesMin));
    }

    private static Ntd Over(Ntd amount, Ntd cap) => amount > cap ? amount - cap : Ntd.Zero;

    private static ImmutableList<Finding> If(bool broken, Rejection why) => broken ? [new(why.Code, Blocks: false, why.Facts)] : [];
}
