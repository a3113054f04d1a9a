using System.Security.Cryptography;
using Dapper;
using SmeOrleans.Domain.Reports;
using SmeOrleans.Grains.Reports;
using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.GrpcFrontend.Reports;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Reports;

/// <summary>Cross-foots a table and recounts it from the journal before it is released.</summary>
internal sealed class ReportAuditor(IDatabase database, IProjectionControl projection) : IReportAuditor
{
    public async Task<TableAudit> AuditAsync(string round, string tableId)
    {
        if (NamedTables.All.FirstOrDefault(known => known.Id == tableId) is not { } table)
        {
            return new(null, []);
        }

        await projection.CatchUpAsync(default);
        await using var connection = await database.OpenAsync();
        await using var moment = await database.BeginReadingAsync(connection);
        var head = await moment.Connection!.QuerySingleAsync<long>("SELECT seq FROM projection_checkpoint", transaction: moment);
        var builder = new TableBuilder(Counter.OfRound(moment, round, default), table);
        var counted = await builder.BuildAsync();
        await using var recount = await JournalRecount.FoldAsync(database, round, head, default);
        var footed = builder.Counted.Where(one => CrossFooting.Applies(one.Key.Measure, one.Key.Rows, one.Key.Columns))
            .SelectMany(one => CrossFooting.Check(one.Key.Measure.ToString(), one.Value));
        return new(Candidate(counted, head), [.. footed, .. Differences(counted, await recount.CountAsync(round, table, default))]);
    }

    public async Task<ImmutableSortedSet<int>> RoundYearsAsync()
    {
        await projection.CatchUpAsync(default);
        await using var connection = await database.OpenAsync();
        await using var moment = await database.BeginReadingAsync(connection);
        return await SeriesReports.YearsAsync(moment, default);
    }

    private static IEnumerable<string> Differences(Report counted, Report recounted)
    {
        var own = counted.Cells.ToDictionary(cell => (cell.Row, cell.Column), cell => cell.Value);
        var other = recounted.Cells.ToDictionary(cell => (cell.Row, cell.Column), cell => cell.Value);
        return own.Keys.Union(other.Keys).Where(key => own.GetValueOrDefault(key) != other.GetValueOrDefault(key))
            .Select(key => $"{key.Row} × {key.Column}: {own.GetValueOrDefault(key, "nothing")} by the lists, {other.GetValueOrDefault(key, "nothing")} by the journal");
    }

    private static TableRelease Candidate(Report table, long head)
    {
        var sheet = TableSheet.Of(table);
        return new(0, table.TableId, table.TitleZh, [.. table.Rows], [.. table.Columns],
            [.. table.Cells.Select(cell => new ReleasedCell(cell.Row, cell.Column, cell.Value))],
            head, sheet.ToCsvText(), Convert.ToHexStringLower(SHA256.HashData(sheet.ToCsv())), table.Cells.Count, default);
    }
}
