using System.Data.Common;
using Dapper;
using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Lists.Filters;

namespace SmeOrleans.Silo.Reports;

/// <summary>
/// Counts the submitted cases of a round, whatever became of them, in one moment of the database; drafts and drafts
/// withdrawn are never counted.
/// </summary>
internal sealed class Counter(DbTransaction moment, string round, CancellationToken cancellation)
{
    private static readonly SqlCondition Submitted = SqlCondition.Of("submit_time <> ''");

    /// <summary>Rows × columns × measure over the cases that meet a condition; without columns, the total column alone.</summary>
    public async Task<Crossing> CrossAsync(Dimension rows, Dimension? columns, CaseMeasure measure, SqlCondition condition)
    {
        var where = SqlCondition.Of("round = @round", ("round", round)).And(Submitted).And(condition);
        var cells = (await moment.Connection!.QueryAsync<(string? Row, string? Column, long Value)>(new CommandDefinition(
            Statement(rows, columns, measure, where), where.Bind(), moment, cancellationToken: cancellation))).AsList();
        return new(
            await KeysAsync(rows, cells.Select(cell => cell.Row)),
            columns is null ? [] : await KeysAsync(columns, cells.Select(cell => cell.Column)),
            cells.ToDictionary(cell => (cell.Row ?? Crossing.Total, cell.Column ?? Crossing.Total), cell => cell.Value));
    }

    /// <summary>Codes of the round with their parents, in printing order.</summary>
    public async Task<ImmutableArray<(string Code, string Parent)>> CodesAsync(string dimension) =>
        [.. await moment.Connection!.QueryAsync<(string, string)>(new CommandDefinition(
            "SELECT code, parent FROM round_codes WHERE round = @round AND dimension = @dimension ORDER BY place",
            new { round, dimension }, moment, cancellationToken: cancellation))];

    public Task<string> RocYearAsync() => moment.Connection!.QuerySingleAsync<string>(new CommandDefinition(
        "SELECT CAST(roc_year AS TEXT) FROM rounds WHERE name = @round", new { round }, moment, cancellationToken: cancellation));

    // Null stands for 'all'; no key is ever null. Cells and totals are one statement, so they cannot disagree.
    private static string Statement(Dimension rows, Dimension? columns, CaseMeasure measure, SqlCondition where)
    {
        var byIndicator = rows.IsOfIndicators || columns is { IsOfIndicators: true };
        var counted = $"{Measures.Sql(measure, byIndicator)} FROM {Measures.Source(measure, byIndicator)} WHERE {where.Sql}";
        var selects = new List<string>
        {
            $"SELECT {rows.Sql}, NULL, {counted} GROUP BY {rows.Sql}",
            $"SELECT NULL, NULL, {counted}",
        };
        if (columns is not null)
        {
            selects.Insert(0, $"SELECT {rows.Sql}, {columns.Sql}, {counted} GROUP BY {rows.Sql}, {columns.Sql}");
            selects.Add($"SELECT NULL, {columns.Sql}, {counted} GROUP BY {columns.Sql}");
        }

        return string.Join(" UNION ALL ", selects);
    }

    // A key that the round does not name, such as a county outside all regions, is printed behind those that it does.
    private async Task<ImmutableArray<string>> KeysAsync(Dimension dimension, IEnumerable<string?> found)
    {
        var named = dimension.RoundCodes is { } codes ? [.. (await CodesAsync(codes)).Select(code => dimension.KeyOf(code.Code)).Distinct()] : dimension.Keys;
        return [.. named, .. found.OfType<string>().Distinct().Except(named).Order(StringComparer.Ordinal)];
    }
}
