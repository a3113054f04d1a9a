using System.Data.Common;
using System.Text.Json;
using Dapper;
using SmeOrleans.Domain.Refusals;
using SmeOrleans.Domain.Reports;
using SmeOrleans.GrpcFrontend.ReadModels;

namespace SmeOrleans.Silo.Reports;

/// <summary>The ten-year series in one moment of the database.</summary>
internal static class SeriesReports
{
    public static async Task<Read<Series>> ReadAsync(DbTransaction moment, string table, CancellationToken ct)
    {
        if (NamedSeries.All.FirstOrDefault(known => known.Table == table) is not { } series)
        {
            return new(null, Rejection.OfFields(new FieldViolation("table", $"must be one of {string.Join(", ", NamedSeries.All.Select(known => known.Table))}")));
        }

        var builder = new SeriesBuilder(series, (await HistoryAsync(moment, ct)).Where(figure => figure.Table == table && figure.Dimension == series.Label));
        var years = (await YearsAsync(moment, ct)).ToList();
        foreach (var year in years)
        {
            await builder.CountAsync(year, Counter.OfYear(moment, year, ct));
        }

        return new(new Series(table, builder.Finish(), years), null);
    }

    /// <summary>Years of the regular rounds there are.</summary>
    public static async Task<ImmutableSortedSet<int>> YearsAsync(DbTransaction moment, CancellationToken ct) =>
        [.. (await moment.Connection!.QueryAsync<long>(new CommandDefinition(
            "SELECT DISTINCT roc_year FROM rounds WHERE kind = 'REGULAR'", transaction: moment, cancellationToken: ct))).Select(year => (int)year)];

    private static async Task<IEnumerable<HistoryFigure>> HistoryAsync(DbTransaction moment, CancellationToken ct)
    {
        var json = await moment.Connection!.QuerySingleOrDefaultAsync<string>(new CommandDefinition(
            "SELECT state_json FROM histories WHERE name = @name", new { name = History.TheName }, moment, cancellationToken: ct));
        return json is null ? [] : JsonSerializer.Deserialize<History>(json, JournalJson.Options)!.Figures.Values;
    }
}
