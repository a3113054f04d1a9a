using SmeOrleans.Domain.Review;

namespace SmeOrleans.Domain.JointMeetings;

/// <summary>Money of one case.</summary>
[GenerateSerializer, Immutable, Alias("sme.CaseMoney")]
public sealed record CaseMoney(string Case, Budget Budget);

/// <summary>One case of an entry.</summary>
/// <param name="Asked">What was applied for: no decision exceeds it.</param>
/// <param name="Cap">Caps that its money must keep (F-1 to F-5).</param>
/// <param name="Recommended">What the panel recommends; in rounds without panels what was asked.</param>
[GenerateSerializer, Immutable, Alias("sme.EntryCase")]
public sealed record EntryCase(string Case, string CaseNumber, string Company, Budget Asked, FundingCap Cap, Budget Recommended);

/// <summary>What is ranked: a case, or a common project as one (T-8).</summary>
/// <param name="Item">Resource name of the case or common project.</param>
/// <param name="Line">Code of the budget line that carries it; empty = none does.</param>
/// <param name="Session">Session that graded it; empty in rounds without panels.</param>
/// <param name="FemaleFirst">A woman heads the company or leads the project (T-7).</param>
/// <param name="ReceivedAt">Of its first case (J-1).</param>
/// <param name="Recused">Reviewers who must not see it (T-3).</param>
[GenerateSerializer, Immutable, Alias("sme.Entry")]
public sealed record Entry(
    string Item,
    CaseMode Mode,
    string Group,
    string Line,
    string Unit,
    string Title,
    string Session,
    MeanScore Mean,
    Grade Grade,
    bool FemaleFirst,
    DateTimeOffset ReceivedAt,
    ImmutableSortedSet<string> Recused,
    ImmutableList<EntryCase> Cases)
{
    /// <summary>Without a grade there was no panel, and nothing speaks against it.</summary>
    public bool IsRecommended => Grade != Grade.Not;

    /// <summary>The recommended money.</summary>
    public ImmutableList<CaseMoney> Recommended => Cases.ConvertAll(one => new CaseMoney(one.Case, one.Recommended));

    /// <summary>The same ranking and the same money: nothing has changed since it was taken over.</summary>
    public bool IsSameAs(Entry other) =>
        this with { Cases = [], Recused = other.Recused } == other with { Cases = [] } && Recused.SetEquals(other.Recused) && Cases.SequenceEqual(other.Cases);
}
