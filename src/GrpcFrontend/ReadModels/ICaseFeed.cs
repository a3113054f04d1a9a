using SmeOrleans.Domain.Cases;

namespace SmeOrleans.GrpcFrontend.ReadModels;

/// <summary>What happened to cases, in the order of the journal.</summary>
public interface ICaseFeed
{
    /// <summary>
    /// Happenings of a round's cases after <paramref name="afterSeq"/>, oldest first, at most <paramref name="max"/>. Fewer
    /// than that, or none, means that the journal has no more of this round now.
    /// </summary>
    /// <param name="scope">Whose cases: what the caller may see by now, whenever it happened.</param>
    Task<IReadOnlyList<CaseHappening>> ReadAsync(string round, CaseScope scope, long afterSeq, int max, CancellationToken ct);

    /// <summary>Happenings of one case after <paramref name="afterSeq"/>, oldest first.</summary>
    Task<IReadOnlyList<CaseHappening>> ReadCaseAsync(string caseName, long afterSeq, int max, CancellationToken ct);

    /// <summary>Place of the last entry of the whole journal; 0 when there is none.</summary>
    Task<long> HeadAsync(CancellationToken ct);

    /// <summary>Returns once the journal has any entry after <paramref name="afterSeq"/>, of whatever round.</summary>
    Task WaitAsync(long afterSeq, CancellationToken ct);
}

/// <summary>One journal entry of a case.</summary>
/// <param name="Seq">Place in the journal; the cursor to resume from.</param>
/// <param name="Unit">Resource name of the case's unit, for rights.</param>
/// <param name="State">State after it.</param>
/// <param name="ToldState">The same as the applicant may know it.</param>
public sealed record CaseHappening(
    long Seq,
    string Case,
    string Unit,
    string Type,
    string Actor,
    DateTimeOffset At,
    CaseState State,
    CaseState ToldState,
    string PayloadJson,
    long Version,
    string Hash);
