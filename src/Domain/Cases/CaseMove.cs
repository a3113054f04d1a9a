namespace SmeOrleans.Domain.Cases;

/// <summary>A rule on a move: null when it holds, else why not.</summary>
public delegate Rejection? CaseRule(Case subject, CaseCommand command, CaseFacts facts);

/// <summary>One legal move.</summary>
/// <param name="Right">The rights of which the caller must have one.</param>
/// <param name="Rules">What must hold, in the order tried.</param>
public sealed record CaseMove(Type Command, CaseState From, CaseState To, CaseRight Right, params ImmutableArray<CaseRule> Rules)
{
    /// <summary>In the table: the case stays in its state.</summary>
    internal static readonly CaseState? Same = null;

    /// <summary>A line of the table: the same move from each of some states.</summary>
    internal static IEnumerable<CaseMove> On<TCommand>(CaseState[] from, CaseState? to, CaseRight right, params ImmutableArray<CaseRule> rules)
        where TCommand : CaseCommand =>
        from.Select(state => new CaseMove(typeof(TCommand), state, to ?? state, right, rules));

    /// <summary>A line of the table: from a correction back to the state in which it was ordered .</summary>
    internal static IEnumerable<CaseMove> Back<TCommand>(CaseState[] to, CaseRight right, params ImmutableArray<CaseRule> rules)
        where TCommand : CaseCommand =>
        to.Select(state => new CaseMove(typeof(TCommand), CaseState.CorrectionOrdered, state, right, rules.Add(CaseRules.CameFrom(state))));

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
