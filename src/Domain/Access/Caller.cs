namespace SmeOrleans.Domain.Access;

/// <summary>Who asks.</summary>
/// <param name="Subject">Stable id of the person or system, from the token.</param>
/// <param name="Roles">What it may act as.</param>
/// <param name="Unit">Resource name of its unit, for role <see cref="Role.Unit"/>; else null.</param>
[GenerateSerializer, Immutable, Alias("sme.Caller")]
public sealed record Caller(string Subject, Role Roles, string? Unit)
{
    /// <summary>The service itself.</summary>
    public static readonly Caller Service = new("service", Role.System, null);

    /// <summary>Resource name as a reviewer or chair: the subject of the token is the reviewer's id.</summary>
    public string Reviewer => $"reviewers/{Subject}";

    /// <summary>How a visit names who went (M-6): the reviewer; in rounds without panels, whoever of the office.</summary>
    public string AsVisitor => Is(Role.Reviewer | Role.Chair) ? Reviewer : ToString();

    public bool Is(Role role) => (Roles & role) != 0;

    /// <summary>E.g. <c>office:someone</c>, as the journal keeps it.</summary>
    public override string ToString() => $"{Roles.ToString().ToLowerInvariant().Replace(", ", "+")}:{Subject}";
}
