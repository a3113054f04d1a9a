using Dapper;
using SmeOrleans.Domain.Cases;
using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Lists;

/// <summary>Public changes, from a table that holds nothing else: what is not public cannot be read from here.</summary>
internal sealed class ChangeFeed(IDatabase database, IProjectionControl projection) : IChangeFeed
{
    public async Task<IReadOnlyList<ChangeRow>> ReadAsync(string round, long afterSeq, int max, CancellationToken ct)
    {
        await projection.CatchUpAsync(ct);
        await using var connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT seq AS Seq, case_name AS CaseName, case_number AS CaseNumber, company AS Company, company_name AS CompanyName,
              unit AS Unit, title AS Title, state AS State, at AS At
            FROM published_changes WHERE round = @round AND seq > @afterSeq ORDER BY seq LIMIT @max
            """,
            new { round, afterSeq, max }, cancellationToken: ct));
        return [.. rows.Select(row => new ChangeRow(row.Seq, row.CaseName, row.CaseNumber, row.Company, row.CompanyName, row.Unit, row.Title,
            Enum.Parse<CaseState>(row.State), UtcText.Parse(row.At)))];
    }

    private sealed class Row
    {
        public required long Seq { get; init; }

        public required string CaseName { get; init; }

        public required string CaseNumber { get; init; }

        public required string Company { get; init; }

        public required string CompanyName { get; init; }

        public required string Unit { get; init; }

        public required string Title { get; init; }

        public required string State { get; init; }

        public required string At { get; init; }
    }
}
