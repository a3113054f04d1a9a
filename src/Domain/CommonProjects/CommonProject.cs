namespace SmeOrleans.Domain.CommonProjects;

/// <summary>What the bureau said of a common problem (S-1).</summary>
public enum Confirmation
{
    Unspecified,
    Confirmed,
    Denied,
}

/// <summary>What a unit declares of a common project.</summary>
[GenerateSerializer, Immutable, Alias("sme.CommonProjectPlan")]
public sealed record CommonProjectPlan(
    string Unit, string Round, string Group, string Function, string Title, string Topic, int CompaniesPlanned, int SharedWorkPercent, Budget Budget);

/// <summary>A submitted case of a project.</summary>
[GenerateSerializer, Immutable, Alias("sme.ProjectMember")]
public sealed record ProjectMember(string Case, string Company, Budget Budget);

/// <summary>A common project (件) and its cases (案).</summary>
/// <param name="Standing">Whether F-3 is kept with the cases that are in it, by what they asked for; null before the first.</param>
[GenerateSerializer, Immutable, Alias("sme.CommonProject")]
public sealed record CommonProject(
    string Name, CommonProjectPlan? Plan, Confirmation Confirmation, ImmutableSortedDictionary<string, ProjectMember> Members,
    CommonProjectStanding? Standing = null)
{
    public static CommonProject Unknown(string name) =>
        new(name, null, Confirmation.Unspecified, ImmutableSortedDictionary.Create<string, ProjectMember>(StringComparer.Ordinal));

    /// <summary>What its submitted cases ask for together.</summary>
    public Budget Sum => new(
        new(Members.Values.Sum(member => member.Budget.Total.Amount)),
        new(Members.Values.Sum(member => member.Budget.Government.Amount)),
        new(Members.Values.Sum(member => member.Budget.Self.Amount)));

    public CommonProject Apply(CommonProjectEvent happened) => happened switch
    {
        CommonProjectDeclared e => this with { Plan = e.Plan },
        CommonProblemJudged e => this with { Confirmation = e.Confirmation },
        CaseEnlisted e => this with { Members = Members.SetItem(e.Member.Case, e.Member), Standing = e.Standing ?? Standing },
        CaseDropped e => this with { Members = Members.Remove(e.Case), Standing = e.Standing ?? Standing },
        _ => throw new InvalidOperationException($"Unknown event {happened.GetType().Name}"),
    };
}

/// <summary>Something that happened to a common project.</summary>
public abstract record CommonProjectEvent;

public sealed record CommonProjectDeclared(CommonProjectPlan Plan) : CommonProjectEvent;

public sealed record CommonProblemJudged(Confirmation Confirmation, string Reason) : CommonProjectEvent;

/// <param name="Standing">How the project stands with it.</param>
public sealed record CaseEnlisted(ProjectMember Member, CommonProjectStanding? Standing = null) : CommonProjectEvent;

/// <param name="Standing">How the project stands without it: what F-3 no longer keeps is on record from here on.</param>
public sealed record CaseDropped(string Case, CommonProjectStanding? Standing = null) : CommonProjectEvent;
