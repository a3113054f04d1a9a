using SmeOrleans.Cli.Ledger;
using SmeOrleans.Cli.Season.Data;

namespace SmeOrleans.Cli.Season.Findings;

/// <summary>What a replay came to. Every number is the service's.</summary>
/// <param name="Summary">In a few sentences, as far as the replay went.</param>
/// <param name="Problems">What the service refused although the data says otherwise.</param>
/// <param name="Late">Supplements that came too late, as expected.</param>
/// <param name="Differences">Cases whose outcome is not the one in the data.</param>
/// <param name="Missing">What the service did not give, and why; and invariants that do not hold.</param>
/// <param name="Budgets">Where the budget lines of each round stand.</param>
/// <param name="Figures">Facts of the text and the season's year of the ten-year series.</param>
/// <param name="KnownElsewhere">Contradictions of the publication that touch no compared figure.</param>
/// <param name="Replayed">Requests answered from memory of an earlier replay.</param>
internal sealed record SeasonResult(
    ImmutableArray<string> Summary,
    ImmutableArray<(string Reason, int Cases)> Reasons,
    ImmutableArray<CaseDifference> Differences,
    ImmutableArray<TableComparison> Tables,
    ImmutableArray<string> Missing,
    ImmutableArray<(string Round, BudgetStatus Status)> Budgets,
    ImmutableArray<ComparedFigure> Figures,
    ImmutableArray<KnownInconsistency> KnownElsewhere)
{
    public ImmutableArray<string> Problems { get; init; } = [];

    public ImmutableArray<string> Late { get; init; } = [];

    public LedgerVerdict Ledger { get; init; } = new(0, []);

    public int AlreadyTaken { get; init; }

    public int Replayed { get; init; }

    public int Retried { get; init; }

    public long JournalBefore { get; init; }

    public long JournalAfter { get; init; }

    public TimeSpan Elapsed { get; init; }

    public bool AllAgrees =>
        Problems.IsEmpty && Differences.IsEmpty && Ledger.AllZero && Missing.IsEmpty
        && !Tables.IsEmpty && Tables.All(table => !table.Differences.Any()) && !Figures.Any(figure => figure.Differs);
}
