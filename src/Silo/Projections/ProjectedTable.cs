using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using Dapper;
using SmeOrleans.Grains.Journaling;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Projections;

/// <summary>A table with a row for every grain of a kind: its name, version and state, and columns derived from the state.</summary>
internal abstract class ProjectedTable(string name, string grainType, Type eventRoot)
{
    public string Name => name;

    public string GrainType => grainType;

    /// <summary>Base of the events that it folds.</summary>
    public Type EventRoot => eventRoot;

    public abstract IEnumerable<string> Definition(Dialect dialect);

    /// <summary>The state after an event; null stands for the state before the first.</summary>
    public abstract object Apply(string grain, object? state, object happened);

    /// <summary>A grain's record as stored.</summary>
    public abstract StoredRecord Read(string recordJson);

    /// <summary>A state as stored.</summary>
    public abstract string Json(object state);

    /// <summary>Folds entries onto the rows there are; writes nothing yet.</summary>
    public abstract Task<FoldedRows> FoldAsync(
        DbConnection connection, DbTransaction? transaction, Dialect dialect, IReadOnlyList<(JournalEntry Entry, object Event)> happenings, CancellationToken cancellation);
}

/// <summary>What a grain's record says.</summary>
internal sealed record StoredRecord(object? State, ImmutableList<Tell> Untold, ImmutableList<Reservation> Unconfirmed);

/// <summary>What a fold leads to.</summary>
/// <param name="States">States after each entry, in order.</param>
internal sealed record FoldedRows(
    string Table, IReadOnlyList<string> Columns, IReadOnlyList<object[]> Rows, IReadOnlyList<(JournalEntry Entry, object State)> States);

/// <summary>The fold is the domain's own Apply, so a row can never tell another story than the grain.</summary>
/// <param name="none">State before the first event, by resource name.</param>
internal sealed class ProjectedTable<TState>(
    string name, string grainType, Type eventRoot, Func<string, TState?> none, Func<TState?, object, TState> apply,
    ImmutableArray<Column<TState>> columns, ImmutableArray<string> indexes) : ProjectedTable(name, grainType, eventRoot)
    where TState : class
{
    private readonly string[] _columnNames = ["name", "version", "state_json", .. columns.Select(column => column.Name)];

    public override IEnumerable<string> Definition(Dialect dialect)
    {
        var derived = columns.Select(column => $", {column.Name} {(column.Type == ColumnType.Text ? dialect.TextType : "BIGINT")} NOT NULL");
        yield return $"CREATE TABLE {Name} (name {dialect.TextType} PRIMARY KEY, version BIGINT NOT NULL, state_json TEXT NOT NULL{string.Concat(derived)})";
        for (var place = 0; place < indexes.Length; place++)
        {
            yield return $"CREATE INDEX {Name}_{place + 1} ON {Name} ({indexes[place]})";
        }
    }

    public override async Task<FoldedRows> FoldAsync(
        DbConnection connection, DbTransaction? transaction, Dialect dialect, IReadOnlyList<(JournalEntry Entry, object Event)> happenings, CancellationToken cancellation)
    {
        var current = await LoadAsync(connection, transaction, dialect, happenings.Select(happening => happening.Entry.Grain).Distinct().ToArray(), cancellation);
        var after = new List<(JournalEntry, object)>(happenings.Count);
        foreach (var (entry, happened) in happenings)
        {
            var state = Next(entry.Grain, current.GetValueOrDefault(entry.Grain).State, happened);
            current[entry.Grain] = (entry.Version, state);
            after.Add((entry, state));
        }

        return new(Name, _columnNames, [.. current.Select(row => Row(row.Key, row.Value.Version, row.Value.State))], after);
    }

    public override object Apply(string grain, object? state, object happened) => Next(grain, (TState?)state, happened);

    public override StoredRecord Read(string recordJson)
    {
        var record = JsonSerializer.Deserialize<Journaled<TState>>(recordJson, JournalJson.Options)!;
        return new(record.State, record.Untold, record.Unconfirmed);
    }

    public override string Json(object state) => JsonSerializer.Serialize((TState)state, JournalJson.Options);

    private TState Next(string grain, TState? state, object happened) => apply(state ?? none(grain), happened);

    private static string Select(string table, Dialect dialect) =>
        $"SELECT name, version, state_json FROM {table} WHERE {dialect.IsIn("name", "names")}";

    private async Task<Dictionary<string, (long Version, TState State)>> LoadAsync(
        DbConnection connection, DbTransaction? transaction, Dialect dialect, string[] names, CancellationToken cancellation)
    {
        var rows = await connection.QueryAsync<(string Name, long Version, string State)>(
            new CommandDefinition(Select(Name, dialect), new { names }, transaction, cancellationToken: cancellation));
        return rows.ToDictionary(
            row => row.Name, row => (row.Version, JsonSerializer.Deserialize<TState>(row.State, JournalJson.Options)!), StringComparer.Ordinal);
    }

    private object[] Row(string grain, long version, TState state) =>
        [grain, version, Json(state), .. columns.Select(column => column.Value(state))];
}
