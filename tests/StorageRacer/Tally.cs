using System.Diagnostics.CodeAnalysis;
using Orleans;
using SmeOrleans.Grains.Journaling;

namespace SmeOrleans.StorageRacer;

/// <summary>A state that counts its own writes, to tell lost and doubled ones.</summary>
public sealed record Tally(long Count, string By);

/// <summary>One count.</summary>
public sealed record Tallied(long Count, string By);

/// <summary>A <see cref="Tally"/> as a grain holds it.</summary>
public sealed class TallyState : IGrainState<Journaled<Tally>>
{
    [AllowNull]
    public Journaled<Tally> State { get; set; } = new();

    [AllowNull]
    public string ETag { get; set; } = null!;

    public bool RecordExists { get; set; }

    /// <summary>Counts one more, with the event that tells so.</summary>
    public void Count(string by, DateTimeOffset at, params IEnumerable<Notice> notices)
    {
        var count = (State.State?.Count ?? 0) + 1;
        State.State = new Tally(count, by);
        State = State.Writing(new JournalWrite([new Tallied(count, by)], Guid.NewGuid(), by, at, [.. notices]));
    }
}
