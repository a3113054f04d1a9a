using System.Data.Common;
using Dapper;
using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Lists;
using SmeOrleans.Silo.Lists.Filters;

namespace SmeOrleans.Silo.Reports;

/// <summary>
/// Counts the submitted cases of rounds, whatever became of them, in one moment of the database; drafts and drafts
/// withdrawn are never counted.
/// </summary>
/// <param name="rounds">Condition on the column <c>round</c>.</param>
/// <param name="seen">Condition on <c>cases</c>: which of them count.</param>
internal sealed class Counter(DbTransaction moment, SqlCondition rounds, SqlCondition seen, CancellationToken cancellation)
{
    public static Counter OfRound(DbTransaction moment, string round, CancellationToken cancellation) =>
        OfRound(moment, round, CaseScope.All, cancellation);

    /// <summary>A round, as far as a caller may see its cases.</summary>
    public static Counter OfRound(DbTransaction moment, string round, CaseScope scope, CancellationToken cancellation) =>
        new(moment, SqlCondition.Of("round = @round", ("round", round)), Scope.OfCases("cases.name", "unit", scope), cancellation);

    /// <summary>All regular rounds of a year: disaster cases are told apart from them everywhere .</summary>
    public static Counter OfYear(DbTransaction moment, long year, CancellationToken cancellation) =>
        new(moment, SqlCondition.Of("round IN (SELECT name FROM rounds WHERE roc_year = @year AND kind = 'REGULAR')", ("year", year)), SqlCondition.Always, cancellation);

    private static readonly SqlCondition Submitted = SqlCondition.Of("submit_time <> ''");

    /// <summary>Rows × columns × measure over the cases that meet a condition; without columns, the total column alone.</summary>
    public async Task<Crossing> CrossAsync(Dimension rows, Dimension? columns, CaseMeasure measure, SqlCondition condition)
    {
        var where = rounds.And(Submitted).And(seen).And(condition);
        var cells = (await moment.Connection!.QueryAsync<(string? Row, string? Column, long Value)>(new CommandDefinition(
            Statement(rows, columns, measure, where), where.Bind(), moment, cancellationToken: cancellation))).AsList();
        return new(
            await KeysAsync(rows, cells.Select(cell => cell.Row)),
            columns is null ? [] : await KeysAsync(columns, cells.Select(cell => cell.Column)),
            cells.ToDictionary(cell => (cell.Row ?? Crossing.Total, cell.Column ?? Crossing.Total), cell => cell.Value));
    }

    /// <summary>Codes of the round with their parents, in printing order.</summary>
    public async Task<ImmutableArray<(string Code, string Parent)>> CodesAsync(string dimension)
    {
        var where = rounds.And(SqlCondition.Of("dimension = @dimension", ("dimension", dimension)));
        return [.. await moment.Connection!.QueryAsync<(string, string)>(new CommandDefinition(
            $"SELECT code, MIN(parent) FROM round_codes WHERE {where.Sql} GROUP BY code ORDER BY MIN(place)",
            where.Bind(), moment, cancellationToken: cancellation))];
    }

    public Task<string> RocYearAsync() => moment.Connection!.QuerySingleAsync<string>(new CommandDefinition(
        $"SELECT CAST(MAX(roc_year) AS TEXT) FROM (SELECT name AS round, roc_year FROM rounds) AS named WHERE {rounds.Sql}",
        rounds.Bind(), moment, cancellationToken: cancellation));

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
