using System.Data.Common;
using SmeOrleans.Domain.Refusals;
using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Lists;
using SmeOrleans.Silo.Lists.Filters;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Reports;

/// <summary>The report's tables and any other crossing of the cases of a round.</summary>
internal sealed class CaseReports(IDatabase database, IProjectionControl projection) : IReports
{
    public IReadOnlyList<ReportInfo> Tables { get; } = [.. NamedTables.All.Select(table => new ReportInfo(table.Id, table.TitleZh, table.TitleEn))];

    public async Task<Read<Report>> TableAsync(string round, string tableId, CaseScope scope, CancellationToken ct) =>
        NamedTables.All.FirstOrDefault(table => table.Id == tableId) is { } table
            ? new(await InOneMomentAsync(round, scope, counter => new TableBuilder(counter, table).BuildAsync(), ct), null)
            : new(null, Refuse("table_id", NamedTables.All.Select(known => known.Id)));

    public async Task<Read<Report>> QueryAsync(string round, string rows, string columns, CaseMeasure measure, string filter, CaseScope scope, CancellationToken ct)
    {
        var (condition, badFilter) = Filter.Read(filter, CaseFields.All);
        var badRows = Dimension.All.ContainsKey(rows) ? null : Refuse("rows", Dimension.All.Keys);
        var badColumns = columns.Length == 0 || Dimension.All.ContainsKey(columns) ? null : Refuse("columns", Dimension.All.Keys);
        var badMeasure = (badRows ?? badColumns) is null && BadMeasure(measure, rows, columns) is { } wrong ? Rejection.OfFields(wrong) : null;
        if ((badRows ?? badColumns ?? badMeasure ?? badFilter) is { } refusal)
        {
            return new(null, refusal);
        }

        var across = columns.Length == 0 ? null : Dimension.All[columns];
        var crossing = await InOneMomentAsync(round, scope, counter => counter.CrossAsync(Dimension.All[rows], across, measure, condition!), ct);
        return new(Print(crossing), null);
    }

    private static FieldViolation? BadMeasure(CaseMeasure measure, string rows, string columns) =>
        Measures.GoesWithIndicators(measure) || !new[] { rows, columns }.Any(name => name.Length > 0 && Dimension.All[name].IsOfIndicators)
            ? null
            : new("measure", "must be of benefits, or count, where a dimension is of indicators");

    private static Report Print(Crossing crossing)
    {
        string[] rows = [.. crossing.Rows, Crossing.Total];
        string[] columns = [.. crossing.Columns, Crossing.Total];
        return new("", "", "", rows, columns,
            [.. rows.SelectMany(row => columns.Select(column => new ReportCell(row, column, crossing.Text(row, column))))]);
    }

    public async Task<Read<Series>> SeriesAsync(string table, CancellationToken ct) =>
        await InOneMomentAsync(moment => SeriesReports.ReadAsync(moment, table, ct), ct);

    private Task<T> InOneMomentAsync<T>(string round, CaseScope scope, Func<Counter, Task<T>> count, CancellationToken ct) =>
        InOneMomentAsync(moment => count(Counter.OfRound(moment, round, scope, ct)), ct);

    private async Task<T> InOneMomentAsync<T>(Func<DbTransaction, Task<T>> read, CancellationToken ct)
    {
        await projection.CatchUpAsync(ct);
        await using var connection = await database.OpenAsync(ct);
        await using var moment = await database.BeginReadingAsync(connection, ct);
        return await read(moment);
    }

    private static Rejection Refuse(string field, IEnumerable<string> allowed) =>
        Rejection.OfFields(new FieldViolation(field, $"must be one of {string.Join(", ", allowed.Order(StringComparer.Ordinal))}"));
}
