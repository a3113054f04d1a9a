namespace SmeOrleans.Domain.Cases;

/// <summary>A rule on a move: null when it holds, else why not.</summary>
public delegate Rejection? CaseRule(Case subject, CaseCommand command, CaseFacts facts);

/// <summary>One legal move.</summary>
/// <param name="Right">What the caller must have the right to.</param>
/// <param name="Rules">What must hold, in the order tried.</param>
public sealed record CaseMove(Type Command, CaseState From, CaseState To, CaseRight Right, params ImmutableArray<CaseRule> Rules)
{
    /// <summary>The first rule that does not hold, or null.</summary>
    public Rejection? Refuse(Case subject, CaseCommand command, CaseFacts facts)
    {
        foreach (var rule in Rules)
        {
            if (rule(subject, command, facts) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }
}
