namespace SmeOrleans.GrpcFrontend.ReadModels;

/// <summary>The tables behind lists and reports.</summary>
public interface IProjectionControl
{
    /// <summary>Seq of the last journal entry that the tables contain.</summary>
    Task<long> ProjectedHeadAsync(CancellationToken ct);

    /// <summary>Empties the tables and folds the whole journal again.</summary>
    /// <returns>Entries folded.</returns>
    Task<long> RebuildAsync(CancellationToken ct);

    /// <summary>Returns once the tables contain the journal's head as of the call.</summary>
    /// <exception cref="TimeoutException">They do not after 10 s.</exception>
    Task CatchUpAsync(CancellationToken ct);
}
