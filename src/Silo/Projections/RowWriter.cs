using System.Data.Common;
using System.Globalization;

namespace SmeOrleans.Silo.Projections;

/// <summary>Writes many rows with few statements: a round trip per row would be the projector's limit.</summary>
internal static class RowWriter
{
    // Both stores take many times this many; but SQLite looks each parameter up by name among all of a statement's.
    private const int ParametersMax = 500;

    /// <summary>Inserts rows, or replaces those whose first column is there already.</summary>
    public static async Task UpsertAsync(
        DbTransaction transaction, string table, IReadOnlyList<string> columns, IReadOnlyList<object[]> rows, CancellationToken cancellation)
    {
        foreach (var chunk in rows.Chunk(ParametersMax / columns.Count))
        {
            await using var command = transaction.Connection!.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = Statement(table, columns, chunk.Length);
            foreach (var value in chunk.SelectMany(row => row))
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = "p" + command.Parameters.Count.ToString(CultureInfo.InvariantCulture);
                parameter.Value = value;
                command.Parameters.Add(parameter);
            }

            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static string Statement(string table, IReadOnlyList<string> columns, int rows)
    {
        var values = Enumerable.Range(0, rows)
            .Select(row => $"({string.Join(", ", columns.Select((_, place) => $"@p{(row * columns.Count) + place}"))})");
        var updates = columns.Skip(1).Select(column => $"{column} = excluded.{column}");
        return $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES {string.Join(", ", values)} "
            + $"ON CONFLICT ({columns[0]}) DO UPDATE SET {string.Join(", ", updates)}";
    }
}
