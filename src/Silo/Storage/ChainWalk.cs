using System.Data.Common;

namespace SmeOrleans.Silo.Storage;

/// <summary>What <see cref="ChainVerifier"/> remembers from row to row.</summary>
internal sealed class ChainWalk
{
    private readonly List<string> _violations = [];
    private Place? _last;

    public long Grains { get; private set; }

    public long Rows { get; private set; }

    public IReadOnlyList<string> Violations => _violations;

    /// <summary>The next row of the journal, in order of grain, version and ordinal.</summary>
    public void Row(DbDataReader read)
    {
        var type = read.GetString(0);
        var grain = read.GetString(1);
        var version = read.GetInt64(2);
        if (_last is null || _last.GrainType != type || _last.Grain != grain)
        {
            End();
            Grains++;
            _last = new Place(type, grain, 0, -1, JournalChain.Start, true, Number(read, 13), Text(read, 14));
        }

        Rows++;
        var row = Read(read);
        ExpectPlace(version, row);
        Expect(row.PreviousHash == _last.Hash, $"{grain}: version {version} row {row.Ordinal} does not follow the row before it");
        Expect(JournalChain.HashOf(type, grain, version, row) == row.Hash, $"{grain}: version {version} row {row.Ordinal} was altered");
        _last = _last with { Version = version, Ordinal = row.Ordinal, Hash = row.Hash, Closed = row.StateHash is not null };
    }

    /// <summary>After the last row of a grain.</summary>
    public void End()
    {
        if (_last is { } last)
        {
            Expect(last.Closed, $"{last.Grain}: the last row of version {last.Version} is missing");
            Expect(
                last.StoredVersion == last.Version && last.StoredChain == last.Hash,
                $"{last.Grain}: the journal ends at version {last.Version}, the snapshot is of version {last.StoredVersion?.ToString() ?? "none"}"
                + (last.StoredVersion == last.Version ? " with another hash" : ""));
        }

        _last = null;
    }

    /// <summary>The snapshot of a journaled grain with the hashes that its last row holds.</summary>
    public void Snapshot(DbDataReader read)
    {
        var grain = read.GetString(0);
        var known = Text(read, 4);
        Expect(known is not null && read.GetString(2) == Text(read, 3), $"{grain}: the journal has no row for the snapshot's version and hash");
        Expect(known is null || JournalChain.HashOfState(Text(read, 1)) == known, $"{grain}: the snapshot was altered");
    }

    /// <summary>Count, lowest and highest seq.</summary>
    public void Feed(DbDataReader read, long head) => Expect(
        read.GetInt64(0) == head && read.GetInt64(1) == 1 && read.GetInt64(2) == head,
        $"feed: {read.GetInt64(0)} entries from {read.GetInt64(1)} to {read.GetInt64(2)}, but {head} were numbered");

    private static JournalRow Read(DbDataReader read) => new(
        !read.IsDBNull(3), read.GetInt32(4), read.GetString(5), read.GetString(6), read.GetString(7), Text(read, 8), read.GetString(9),
        read.GetString(10), read.GetString(11), Text(read, 12));

    private static string? Text(DbDataReader read, int column) => read.IsDBNull(column) ? null : read.GetString(column);

    private static long? Number(DbDataReader read, int column) => read.IsDBNull(column) ? null : read.GetInt64(column);

    private void ExpectPlace(long version, JournalRow row)
    {
        var (grain, next, ordinal) = _last!.Closed ? (_last.Grain, _last.Version + 1, 0) : (_last.Grain, _last.Version, _last.Ordinal + 1);
        Expect(version == next && row.Ordinal == ordinal, $"{grain}: found version {version} row {row.Ordinal} where version {next} row {ordinal} belongs");
    }

    private void Expect(bool holds, string violation)
    {
        if (!holds && _violations.Count < ChainReport.MaxViolations)
        {
            _violations.Add(violation);
        }
    }

    private sealed record Place(
        string GrainType, string Grain, long Version, int Ordinal, string Hash, bool Closed, long? StoredVersion, string? StoredChain);
}
