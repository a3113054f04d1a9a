using SmeOrleans.Cli.Season.Data;

namespace SmeOrleans.Cli.Season.Findings;

/// <summary>A published figure beside the computed one.</summary>
/// <param name="Computed">Null: the service has nothing to compute it from.</param>
/// <param name="Known">The publication is known to contradict itself here, and the data set to hold the computed value.</param>
internal sealed record ComparedFigure(string Source, string Key, string? Computed, string Published, KnownInconsistency? Known)
{
    public bool Agrees => Computed is not null && (Computed == Published || TableComparison.Agree(Computed, Published));

    public bool Differs => Computed is not null && !Agrees && Known is null;
}
