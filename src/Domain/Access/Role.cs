namespace SmeOrleans.Domain.Access;

/// <summary>Roles; a person may have several.</summary>
[Flags]
public enum Role
{
    None = 0,
    Unit = 1,
    Office = 2,
    Reviewer = 4,
    Chair = 8,
    Bureau = 16,
    Auditor = 32,
    Partner = 64,
    Operator = 128,

    /// <summary>The service itself, e.g. when a deadline lapses. No token can bear it.</summary>
    System = 256,
}
