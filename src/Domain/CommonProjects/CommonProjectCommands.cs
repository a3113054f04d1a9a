namespace SmeOrleans.Domain.CommonProjects;

/// <summary>What can be asked of a common project.</summary>
[GenerateSerializer, Immutable, Alias("sme.CommonProjectCommand")]
public abstract record CommonProjectCommand;

[GenerateSerializer, Immutable, Alias("sme.DeclareCommonProject")]
public sealed record DeclareCommonProject(CommonProjectPlan Plan) : CommonProjectCommand;

[GenerateSerializer, Immutable, Alias("sme.JudgeCommonProblem")]
public sealed record JudgeCommonProblem(Confirmation Confirmation, string Reason) : CommonProjectCommand;

/// <summary>Take a case in on its submission; idempotent by case.</summary>
[GenerateSerializer, Immutable, Alias("sme.EnlistCase")]
public sealed record EnlistCase(ProjectMember Member, string Unit, string Group, string Function) : CommonProjectCommand;

/// <summary>A case was returned or withdrawn.</summary>
[GenerateSerializer, Immutable, Alias("sme.DropCase")]
public sealed record DropCase(string Case) : CommonProjectCommand;
