using SmeOrleans.Cli.Season.Data;

namespace SmeOrleans.Cli.Season.Findings;

// Tables, series, budgets and counts, as the report service gives them.
internal sealed partial class Evidence
{
    private const string Accepted = "state = ACCEPTED OR state = CLOSED";

    // What the service does not have is a finding about it, no reason to stop.
    private async Task<ImmutableArray<(string Id, ReportTable Table)>> TablesAsync(ImmutableArray<string>.Builder missing, CancellationToken stop)
    {
        var tables = ImmutableArray.CreateBuilder<(string, ReportTable)>();
        foreach (var id in PublishedTables.Of(stage.Data.Folder, end))
        {
            var round = PublishedTables.IsOfDisaster(id) ? DisasterProgramme.RoundName(stage.Programme) : stage.Programme.RoundName;
            var answer = await Desk.Caller.TryAskAsync($"get {id}",
                async () => await Desk.Connection.Reports.GetReportTableAsync(new() { Round = round, TableId = id }, Options(stop)), stop);
            if (answer.Answer is { } table)
            {
                tables.Add((id, table));
            }
            else
            {
                missing.Add($"{id}: {answer.Refusal}");
            }
        }

        return tables.ToImmutable();
    }

    private async Task<ImmutableDictionary<string, SeriesTable>> SeriesAsync(ImmutableArray<string>.Builder missing, CancellationToken stop)
    {
        var series = ImmutableDictionary.CreateBuilder<string, SeriesTable>();
        foreach (var table in end == SeasonEnd.Closing ? year!.History.Select(figure => figure.Table).Distinct() : [])
        {
            var answer = await Desk.Caller.TryAskAsync($"get series {table}",
                async () => await Desk.Connection.Reports.GetSeriesAsync(new() { Table = table }, Options(stop)), stop);
            if (answer.Answer is { } found)
            {
                series[table] = found;
            }
            else
            {
                missing.Add($"series {table}: {answer.Refusal}");
            }
        }

        return series.ToImmutable();
    }

    // The operator recounts everything; not before the year is over, since it reads the whole journal.
    private async Task<CheckInvariantsResponse?> InvariantsAsync(CancellationToken stop) => end < SeasonEnd.Closing
        ? null
        : await Desk.Caller.UntilAnsweredAsync("check invariants", async () => await Desk.Connection.Operations.CheckInvariantsAsync(
            new(), Connection.ServiceConnection.Options(Desk.Tokens.Operator, stop)), stop);

    private Task<BudgetStatus> BudgetAsync(string round, CancellationToken stop) => Desk.Caller.UntilAnsweredAsync("get budget",
        async () => await Desk.Connection.Payments.GetBudgetAsync(new() { Round = round }, Options(stop)), stop);

    private async Task<long> FemaleHeadsAsync(string filter, CancellationToken stop)
    {
        var query = new QueryCasesRequest { Round = stage.Programme.RoundName, Rows = "female_head", Measure = Measure.Cases, Filter = filter };
        var table = await Desk.Caller.UntilAnsweredAsync("count female heads",
            async () => await Desk.Connection.Reports.QueryCasesAsync(query, Options(stop)), stop);
        return table.Cells.Where(cell => cell.Row == "true").Select(cell => long.Parse(cell.Value, CultureInfo.InvariantCulture)).FirstOrDefault();
    }
}
