using System.Data.Common;
using System.Text.Json;
using Dapper;
using SmeOrleans.Silo.Projections;

namespace SmeOrleans.Silo.Invariants;

/// <summary>
/// Compares the snapshots of one kind of grain, and their projected rows, with the fold of their journals, some grains
/// at a time, so that the memory it takes does not grow with the store.
/// </summary>
internal sealed class FoldAudit(DbTransaction moment, Dialect dialect, ProjectedTable table, CancellationToken cancellation)
{
    private const int ChunkMax = 500;

    public List<string> Violations { get; } = [];

    /// <param name="see">Told of every record.</param>
    /// <returns>Grains compared.</returns>
    public async Task<long> RunAsync(Action<string, StoredRecord> see)
    {
        var projected = await moment.Connection!.QuerySingleAsync<long>("SELECT seq FROM projection_checkpoint", transaction: moment);
        var count = 0L;
        for (var after = ""; await SnapshotsAsync(after) is { Count: > 0 } snapshots; after = snapshots[^1].Grain)
        {
            var names = snapshots.Select(snapshot => snapshot.Grain).ToArray();
            var folds = await FoldsAsync(names, projected);
            var rows = await RowsAsync(names);
            foreach (var (grain, json) in snapshots)
            {
                var record = table.Read(json);
                see(grain, record);
                Compare(grain, record, folds.GetValueOrDefault(grain) ?? new(), rows.GetValueOrDefault(grain));
            }

            count += snapshots.Count;
        }

        await FindStrayRowsAsync();
        return count;
    }

    private void Compare(string grain, StoredRecord record, Fold fold, (long Version, string State)? row)
    {
        Expect(fold.State == (record.State is null ? null : table.Json(record.State)), $"{grain}: the snapshot is not what its journal adds up to");
        Expect(fold.ProjectedState == row?.State, $"{grain}: the row in {table.Name} is not what its journal adds up to");
        Expect(row is null || row.Value.Version == fold.ProjectedVersion, $"{grain}: the row in {table.Name} is of another version");
    }

    private async Task<List<(string Grain, string State)>> SnapshotsAsync(string after) =>
        (await QueryAsync<(string, string)>(
            $"SELECT grain, state FROM grain_state WHERE grain_type = @type AND grain > @after AND state IS NOT NULL ORDER BY grain LIMIT {ChunkMax}",
            new { type = table.GrainType, after })).AsList();

    private async Task<Dictionary<string, (long Version, string State)?>> RowsAsync(string[] names) =>
        (await QueryAsync<(string Name, long Version, string State)>(
            $"SELECT name, version, state_json FROM {table.Name} WHERE {dialect.IsIn("name", "names")}", new { names }))
        .ToDictionary(row => row.Name, row => ((long, string)?)(row.Version, row.State));

    private async Task<Dictionary<string, Fold>> FoldsAsync(string[] names, long projected)
    {
        var folds = new Dictionary<string, Fold>();
        var entries = await QueryAsync<(string Grain, long Seq, long Version, string Type, string Payload)>(
            $"""
            SELECT grain, seq, version, type, payload FROM journal
            WHERE grain_type = @type AND {dialect.IsIn("grain", "names")} AND seq IS NOT NULL ORDER BY grain, seq
            """,
            new { type = table.GrainType, names });
        foreach (var grain in entries.GroupBy(entry => entry.Grain))
        {
            object? state = null;
            var fold = folds[grain.Key] = new();
            foreach (var entry in grain)
            {
                state = table.Apply(grain.Key, state, JsonSerializer.Deserialize(entry.Payload, JournalJson.EventTypes[entry.Type], JournalJson.Options)!);
                fold.Reach(state, entry.Version, entry.Seq <= projected);
            }

            fold.Close(table);
        }

        return folds;
    }

    private async Task FindStrayRowsAsync()
    {
        var strays = await QueryAsync<string>(
            $"""
            SELECT name FROM {table.Name} WHERE NOT EXISTS
              (SELECT 1 FROM grain_state WHERE grain_type = @type AND grain = name AND state IS NOT NULL) LIMIT {ChunkMax}
            """,
            new { type = table.GrainType });
        Violations.AddRange(strays.Select(name => $"{name}: {table.Name} has a row, but there is no such grain"));
    }

    private Task<IEnumerable<T>> QueryAsync<T>(string sql, object parameters) =>
        moment.Connection!.QueryAsync<T>(new CommandDefinition(sql, parameters, moment, commandTimeout: 0, cancellationToken: cancellation));

    private void Expect(bool holds, string violation)
    {
        if (!holds)
        {
            Violations.Add(violation);
        }
    }

    /// <summary>A journal added up: to its end, and as far as the projection has come.</summary>
    private sealed class Fold
    {
        private object? _last;
        private object? _lastProjected;

        public string? State { get; private set; }

        public string? ProjectedState { get; private set; }

        public long ProjectedVersion { get; private set; }

        public void Reach(object state, long version, bool isProjected)
        {
            _last = state;
            if (isProjected)
            {
                _lastProjected = state;
                ProjectedVersion = version;
            }
        }

        public void Close(ProjectedTable table)
        {
            State = table.Json(_last!);
            ProjectedState = _lastProjected is null ? null : table.Json(_lastProjected);
        }
    }
}
