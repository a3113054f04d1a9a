using System.Collections.Frozen;

namespace SmeOrleans.Domain.Cases;

/// <summary>What an applicant is told of its case before the joint meeting has published (J-3): that it is reviewed, not how.</summary>
public static class Disclosure
{
    private static readonly FrozenSet<string> Withheld = [nameof(CaseRecommended), nameof(CaseNotRecommended)];

    /// <summary>The state as its unit may know it.</summary>
    public static CaseState ToApplicant(Case subject) => subject.State switch
    {
        CaseState.Graded or CaseState.Recommended or CaseState.NotRecommended => subject.Review is null ? CaseState.Qualified : CaseState.InReview,
        _ => subject.State,
    };

    /// <summary>Whether its review and what the joint meeting decided are public; a case that left before shows nothing of them.</summary>
    public static bool IsPublished(Case subject) => subject.State is not
        (CaseState.InReview or CaseState.Graded or CaseState.Recommended or CaseState.NotRecommended or CaseState.Withdrawn);

    /// <summary>An event of which the very fact says what the panel thinks.</summary>
    /// <param name="eventType">Name in the journal.</param>
    public static bool IsWithheldFromApplicant(string eventType) => Withheld.Contains(eventType);
}
