using System.Collections.Concurrent;
using SmeOrleans.Cli.Connection;
using SmeOrleans.Cli.Ledger;
using SmeOrleans.Cli.Season.Data;
using SmeOrleans.Cli.Season.Desks;

namespace SmeOrleans.Cli.Season.Findings;

/// <summary>Reads back, as the office, everything that a replay left behind: by list, one by one, and as tables.</summary>
internal sealed partial class Evidence(SeasonStage stage, YearData? year, SeasonEnd end)
{
    private const int PageSize = 500;
    private const int SmallPageSize = 200;

    private SeasonDesk Desk => stage.Desk;

    public async Task<StoredSeason> GatherAsync(IEnumerable<LedgerLine> ledger, CancellationToken stop)
    {
        var rounds = ImmutableArray.CreateBuilder<StoredRound>();
        foreach (var name in RoundNames())
        {
            var listed = await ListAsync(name, stop);
            rounds.Add(new(name, listed, end >= SeasonEnd.Approval ? await BudgetAsync(name, stop) : null));
        }

        var names = rounds.SelectMany(round => round.Listed).Select(found => found.Name)
            .Union(ledger.OfType<Outcome>().Where(outcome => outcome.Kind == OutcomeKind.Ok).Select(outcome => outcome.Case).OfType<string>());
        var cases = await ReadAsync([.. names], stop);
        var missing = ImmutableArray.CreateBuilder<string>();
        var tables = await TablesAsync(missing, stop);
        return new(
            cases,
            rounds.ToImmutable(),
            tables,
            await UnitKindsAsync(stop),
            end >= SeasonEnd.Review ? await SessionsAsync(stop) : [],
            end == SeasonEnd.Closing ? await DrawAsync(missing, stop) : null,
            await SeriesAsync(missing, stop),
            end == SeasonEnd.Closing ? (await FemaleHeadsAsync("", stop), await FemaleHeadsAsync(Accepted, stop)) : default,
            missing.ToImmutable(),
            await InvariantsAsync(stop));
    }

    private IEnumerable<string> RoundNames()
    {
        yield return stage.Programme.RoundName;
        if (end == SeasonEnd.Closing)
        {
            yield return DisasterProgramme.RoundName(stage.Programme);
        }
    }

    private async Task<IReadOnlyDictionary<string, Case>> ReadAsync(IReadOnlyCollection<string> names, CancellationToken stop)
    {
        var cases = new ConcurrentDictionary<string, Case>();
        await stage.ForEachAsync("Reading back", names, async (name, halt) =>
        {
            if (await FindAsync(name, halt) is { } found)
            {
                cases[name] = found;
            }
        }, stop);
        return cases;
    }

    private Task<List<Case>> ListAsync(string round, CancellationToken stop) => PagesAsync("list cases",
        async token => await Desk.Connection.Cases.ListCasesAsync(
            new() { Parent = round, PageSize = PageSize, View = View.Full, PageToken = token }, Options(stop)),
        page => (page.Cases, page.NextPageToken), stop);

    private async Task<Case?> FindAsync(string name, CancellationToken stop)
    {
        var answer = await Desk.Caller.TryAskAsync($"get {name}",
            async () => await Desk.Connection.Cases.GetCaseAsync(new() { Name = name }, Options(stop)), stop);
        return answer.Refusal is null or { Code: StatusCode.NotFound } ? answer.Answer : answer.Required($"get {name}");
    }

    private async Task<IReadOnlyDictionary<string, UnitKind>> UnitKindsAsync(CancellationToken stop)
    {
        var units = await PagesAsync("list units",
            async token => await Desk.Connection.Units.ListUnitsAsync(new() { PageSize = SmallPageSize, PageToken = token }, Options(stop)),
            page => (page.Units, page.NextPageToken), stop);
        return units.ToDictionary(unit => unit.Name, unit => unit.Kind);
    }

    // Lists leave the agenda out.
    private async Task<ImmutableArray<Session>> SessionsAsync(CancellationToken stop)
    {
        var listed = await PagesAsync("list sessions",
            async token => await Desk.Connection.Review.ListSessionsAsync(
                new() { Parent = stage.Programme.RoundName, PageSize = SmallPageSize, PageToken = token }, Options(stop)),
            page => (page.Sessions, page.NextPageToken), stop);
        var sessions = new ConcurrentBag<Session>();
        await stage.ForEachAsync("Reading sessions", listed, async (session, halt) => sessions.Add(await Desk.Caller.UntilAnsweredAsync(
            $"get {session.Name}",
            async () => await Desk.Connection.Review.GetSessionAsync(new() { Name = session.Name }, Options(halt)), halt)), stop);
        return [.. sessions];
    }

    private async Task<VisitDraw?> DrawAsync(ImmutableArray<string>.Builder missing, CancellationToken stop)
    {
        var answer = await Desk.Caller.TryAskAsync("get the draw of visits",
            async () => await Desk.Connection.Monitoring.GetVisitDrawAsync(new() { Name = $"{stage.Programme.RoundName}/visitDraws/{MonitoringDesk.DrawId}" }, Options(stop)), stop);
        if (answer.Refusal is { } refusal)
        {
            missing.Add($"draw of visits: {refusal}");
        }

        return answer.Answer;
    }

    private async Task<List<T>> PagesAsync<TPage, T>(
        string what, Func<string, Task<TPage>> ask, Func<TPage, (IEnumerable<T> Items, string Next)> read, CancellationToken stop)
        where TPage : class
    {
        var found = new List<T>();
        var token = "";
        do
        {
            var asked = token;
            var (items, next) = read(await Desk.Caller.UntilAnsweredAsync(what, () => ask(asked), stop));
            found.AddRange(items);
            token = next;
        }
        while (token.Length > 0);
        return found;
    }

    private CallOptions Options(CancellationToken stop) => ServiceConnection.Options(Desk.Tokens.Office, stop);
}
