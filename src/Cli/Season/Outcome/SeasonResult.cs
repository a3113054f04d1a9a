using SmeOrleans.Cli.Ledger;

namespace SmeOrleans.Cli.Season.Outcome;

/// <summary>What a replay came to. Every number is the service's.</summary>
/// <param name="Problems">What the service refused although the data says otherwise.</param>
/// <param name="Late">Supplements that came too late, as expected.</param>
/// <param name="Replayed">Requests answered from memory of an earlier replay.</param>
internal sealed record SeasonResult(
    int Received,
    int Units,
    int Returned,
    int Qualified,
    int AlreadyTaken,
    int Replayed,
    int Retried,
    ImmutableArray<(string Reason, int Cases)> Reasons,
    ImmutableArray<string> Problems,
    ImmutableArray<string> Late,
    ImmutableArray<VerdictDifference> Differences,
    ImmutableArray<TableComparison> Tables,
    LedgerVerdict Ledger,
    long JournalBefore,
    long JournalAfter,
    TimeSpan Elapsed)
{
    public bool AllAgrees =>
        Problems.IsEmpty && Differences.IsEmpty && Ledger.AllZero && !Tables.IsEmpty && Tables.All(table => !table.Differences.Any());

    public string Summary => string.Create(CultureInfo.InvariantCulture,
        $"{Received} received from {Units} units, {Returned} returned with reasons, {Qualified} qualified");
}
