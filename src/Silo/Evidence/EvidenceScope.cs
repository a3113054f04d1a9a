using System.Data.Common;
using System.Text.Json;
using Dapper;
using SmeOrleans.Domain.Cases;
using SmeOrleans.Silo.Projections;

namespace SmeOrleans.Silo.Evidence;

/// <summary>Which journals tell of a case, a panel or a round.</summary>
internal sealed class EvidenceScope(DbTransaction moment, CancellationToken cancellation)
{
    public async IAsyncEnumerable<EvidenceChain> ChainsAsync(string name)
    {
        var parts = name.Split('/');
        var round = $"{parts[0]}/{parts[1]}";
        var chains = parts switch
        {
            [_, _] => await BelowAsync(round),
            [_, _, "panels", _] => [Whole(round), Whole(name), .. (await NamesAsync("SELECT name FROM sessions WHERE panel = @name ORDER BY name", name)).Select(Whole)],
            _ => await OfCaseAsync(round, name),
        };
        foreach (var chain in chains)
        {
            yield return chain;
        }
    }

    private static EvidenceChain Whole(string name) => new(TypeOf(name), name);

    // Of its company, which is in other rounds too, only what concerns the case; of the rest everything.
    private async Task<List<EvidenceChain>> OfCaseAsync(string round, string name)
    {
        var json = await moment.Connection!.QuerySingleAsync<string>(new CommandDefinition(
            "SELECT state_json FROM cases WHERE name = @name", new { name }, moment, cancellationToken: cancellation));
        var state = JsonSerializer.Deserialize<Case>(json, JournalJson.Options)!;
        var chains = new List<EvidenceChain> { Whole(round), Whole(name) };
        chains.AddRange(state.Application is { CommonProject.Length: > 0 } joined ? [Whole(joined.CommonProject)] : []);
        chains.AddRange(state.Application is { } application ? [new EvidenceChain("company", application.Company, name)] : []);
        chains.Add(new("unit", state.Unit, name));
        if (state.Review is { } review)
        {
            chains.Add(Whole(review.Session));
            chains.AddRange((await NamesAsync("SELECT panel FROM sessions WHERE name = @name AND panel <> ''", review.Session)).Select(Whole));
        }

        chains.AddRange(state.Award is null ? [] : [Whole($"{round}/jointMeeting")]);
        return chains;
    }

    private async Task<List<EvidenceChain>> BelowAsync(string round) =>
        [.. (await moment.Connection!.QueryAsync<(string, string)>(new CommandDefinition(
            // '0' follows '/'.
            "SELECT DISTINCT grain_type, grain FROM journal WHERE grain = @round OR (grain >= @first AND grain < @last) ORDER BY grain, grain_type",
            new { round, first = round + "/", last = round + "0" }, moment, cancellationToken: cancellation)))
            .Select(found => new EvidenceChain(found.Item1, found.Item2))];

    private Task<IEnumerable<string>> NamesAsync(string sql, string name) =>
        moment.Connection!.QueryAsync<string>(new CommandDefinition(sql, new { name }, moment, cancellationToken: cancellation));

    private static string TypeOf(string name) => name.Split('/') switch
    {
        [_, _] => Tables.Rounds.GrainType,
        [_, _, "cases", _] => Tables.Cases.GrainType,
        [_, _, "commonProjects", _] => Tables.CommonProjects.GrainType,
        [_, _, "panels", _] => ReviewTables.Panels.GrainType,
        [_, _, "sessions", _] => ReviewTables.Sessions.GrainType,
        [_, _, "jointMeeting"] => "jointmeeting",
        _ => throw new ArgumentException($"{name} is in no pack.", nameof(name)),
    };
}
