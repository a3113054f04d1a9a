namespace SmeOrleans.Cli.Season.Findings;

/// <summary>What the service holds after a replay; every figure of the result comes out of this.</summary>
/// <param name="Cases">Of all rounds by name, read one by one.</param>
/// <param name="Rounds">The regular round, then the disaster round if it was replayed.</param>
/// <param name="Tables">By id as published.</param>
/// <param name="Sessions">With their agenda and score sheets.</param>
/// <param name="Draw">The office's random sample of running cases.</param>
/// <param name="Series">By table of the annual report.</param>
/// <param name="FemaleHeads">Cases of companies headed by a woman: submitted, and accepted.</param>
/// <param name="Invariants">What the service says of its own books.</param>
/// <param name="Missing">What the service did not give, and why.</param>
internal sealed record StoredSeason(
    IReadOnlyDictionary<string, Case> Cases,
    ImmutableArray<StoredRound> Rounds,
    ImmutableArray<(string Id, ReportTable Table)> Tables,
    IReadOnlyDictionary<string, UnitKind> UnitKinds,
    ImmutableArray<Session> Sessions,
    VisitDraw? Draw,
    ImmutableDictionary<string, SeriesTable> Series,
    (long Submitted, long Accepted) FemaleHeads,
    ImmutableArray<string> Missing,
    CheckInvariantsResponse? Invariants)
{
    public StoredRound Regular => Rounds[0];

    public StoredRound? Disaster => Rounds.Length > 1 ? Rounds[1] : null;

    /// <summary>Submitted cases of a round, as read one by one.</summary>
    public IEnumerable<Case> SubmittedOf(StoredRound round) => round.Listed
        .Select(listed => Cases.GetValueOrDefault(listed.Name)).OfType<Case>()
        .Where(found => found.CaseNumber.Length > 0);
}

/// <summary>A round, its cases as listed and its budget lines.</summary>
/// <param name="Budget">Null: no line yet.</param>
internal sealed record StoredRound(string Name, IReadOnlyCollection<Case> Listed, BudgetStatus? Budget);
