using System.Collections.Concurrent;
using SmeOrleans.Cli.Connection;
using SmeOrleans.Cli.Ledger;

namespace SmeOrleans.Cli.Season.Outcome;

/// <summary>What the service holds after a replay.</summary>
/// <param name="Cases">By name, read one by one.</param>
/// <param name="Listed">The same round, as listed.</param>
internal sealed record StoredSeason(
    IReadOnlyDictionary<string, Case> Cases, IReadOnlyCollection<Case> Listed, ImmutableArray<ReportTable> Tables);

/// <summary>Reads back, as the office, everything that a replay left behind: by list, one by one, and as tables.</summary>
internal sealed class Evidence(SeasonStage stage)
{
    private const int PageSize = 500;

    private SeasonDesk Desk => stage.Desk;

    public async Task<StoredSeason> GatherAsync(IEnumerable<LedgerLine> ledger, CancellationToken stop)
    {
        var listed = await ListAsync(stop);
        var names = listed.Select(found => found.Name)
            .Union(ledger.OfType<Outcome>().Where(outcome => outcome.Kind == OutcomeKind.Ok).Select(outcome => outcome.Case).OfType<string>());
        var cases = new ConcurrentDictionary<string, Case>();
        await stage.ForEachAsync("Reading back", [.. names], async (name, halt) =>
        {
            if (await FindAsync(name, halt) is { } found)
            {
                cases[name] = found;
            }
        }, stop);
        var tables = ImmutableArray.CreateBuilder<ReportTable>();
        foreach (var id in SeasonReplay.Tables)
        {
            tables.Add(await TableAsync(id, stop));
        }

        return new(cases, listed, tables.ToImmutable());
    }

    private async Task<List<Case>> ListAsync(CancellationToken stop)
    {
        var listed = new List<Case>();
        var request = new ListCasesRequest { Parent = stage.Programme.RoundName, PageSize = PageSize, View = View.Full };
        do
        {
            var page = await Desk.Caller.UntilAnsweredAsync("list cases",
                async () => await Desk.Connection.Cases.ListCasesAsync(request, Options(stop)), stop);
            listed.AddRange(page.Cases);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return listed;
    }

    private async Task<Case?> FindAsync(string name, CancellationToken stop)
    {
        var answer = await Desk.Caller.TryAskAsync($"get {name}",
            async () => await Desk.Connection.Cases.GetCaseAsync(new() { Name = name }, Options(stop)), stop);
        return answer.Refusal is null or { Code: StatusCode.NotFound } ? answer.Answer : answer.Required($"get {name}");
    }

    private Task<ReportTable> TableAsync(string id, CancellationToken stop) => Desk.Caller.UntilAnsweredAsync($"get {id}",
        async () => await Desk.Connection.Reports.GetReportTableAsync(new() { Round = stage.Programme.RoundName, TableId = id }, Options(stop)), stop);

    private CallOptions Options(CancellationToken stop) => ServiceConnection.Options(Desk.Tokens.Office, stop);
}
