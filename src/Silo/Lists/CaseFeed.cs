using Dapper;
using SmeOrleans.Domain.Cases;
using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Lists.Filters;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Lists;

/// <summary>The journal's entries of cases, with what the projection knows of each: round, unit and the state after it.</summary>
internal sealed class CaseFeed(IDatabase database, IJournalFeed feed, IProjectionControl projection) : ICaseFeed
{
    private const int ChunkMax = 500;

    public Task<long> HeadAsync(CancellationToken ct) => feed.HeadAsync(ct);

    public Task WaitAsync(long afterSeq, CancellationToken ct) => feed.WaitAsync(afterSeq, ct);

    public async Task<IReadOnlyList<CaseHappening>> ReadAsync(string round, CaseScope scope, long afterSeq, int max, CancellationToken ct)
    {
        var which = SqlCondition.Of("round = @round", ("round", round)).And(Scope.OfCases("case_happenings.case_name", "unit", scope));
        var known = await KnownAsync(which, afterSeq, max, ct);
        return await JoinAsync(known, feed.ReadAsync, afterSeq, ct);
    }

    public async Task<IReadOnlyList<CaseHappening>> ReadCaseAsync(string caseName, long afterSeq, int max, CancellationToken ct)
    {
        var known = await KnownAsync(SqlCondition.Of("case_name = @case", ("case", caseName)), afterSeq, max, ct);
        return await JoinAsync(known, (seq, count, cancellation) => feed.ReadGrainAsync(caseName, seq, count, cancellation), afterSeq, ct);
    }

    private async Task<Dictionary<long, (string Unit, CaseState State, CaseState Told)>> KnownAsync(SqlCondition which, long after, int max, CancellationToken ct)
    {
        await projection.CatchUpAsync(ct);
        await using var connection = await database.OpenAsync(ct);
        var condition = which.And(SqlCondition.Of("seq > @after", ("after", after)));
        var parameters = condition.Bind();
        parameters.Add("max", max);
        var rows = await connection.QueryAsync<(long Seq, string Unit, string State, string Told)>(new CommandDefinition(
            $"SELECT seq, unit, state, told_state FROM case_happenings WHERE {condition.Sql} ORDER BY seq LIMIT @max", parameters, cancellationToken: ct));
        return rows.ToDictionary(row => row.Seq, row => (row.Unit, Enum.Parse<CaseState>(row.State), Enum.Parse<CaseState>(row.Told)));
    }

    private static async Task<IReadOnlyList<CaseHappening>> JoinAsync(
        Dictionary<long, (string Unit, CaseState State, CaseState Told)> known, Func<long, int, CancellationToken, Task<IReadOnlyList<JournalEntry>>> read, long after, CancellationToken ct)
    {
        var found = new List<CaseHappening>(known.Count);
        var from = known.Count == 0 ? after : known.Keys.Min() - 1;
        while (found.Count < known.Count && await read(from, ChunkMax, ct) is { Count: > 0 } entries)
        {
            found.AddRange(entries.Where(entry => known.ContainsKey(entry.Seq)).Select(entry => Of(entry, known[entry.Seq])));
            from = entries[^1].Seq;
        }

        return found;
    }

    private static CaseHappening Of(JournalEntry entry, (string Unit, CaseState State, CaseState Told) known) =>
        new(entry.Seq, entry.Grain, known.Unit, entry.Type, entry.Actor, entry.At, known.State, known.Told, entry.Payload, entry.Version, entry.Hash);
}
