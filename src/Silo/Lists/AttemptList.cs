using System.Collections.Frozen;
using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Lists.Filters;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Lists;

/// <summary>Attempts, newest first.</summary>
internal sealed class AttemptList(AttemptLog log, ListReader reader) : IAttempts
{
    private const string Columns = "at AS At, method AS Method, resource AS Resource, subject AS Subject, "
        + "COALESCE(request_id, '') AS RequestId, status AS Status, COALESCE(reason, '') AS Reason";

    private static readonly ListShape Shape = new("attempts", "id", Columns,
        new Dictionary<string, FilterField>
        {
            ["resource"] = new TextField("resource"),
            ["subject"] = new TextField("subject"),
            ["method"] = new TextField("method"),
            ["reason"] = new TextField("COALESCE(reason, '')"),
            ["attempt_time"] = new TimeField("at"),
        }.ToFrozenDictionary(),
        new Dictionary<string, string> { ["attempt_time"] = "at" }.ToFrozenDictionary(), "attempt_time desc");

    public Task RecordAsync(AttemptRow attempt, CancellationToken ct) => log.AppendAsync(
        new(attempt.At, attempt.Method, attempt.Resource, attempt.Subject,
            attempt.RequestId.Length == 0 ? null : attempt.RequestId, attempt.Status, attempt.Reason.Length == 0 ? null : attempt.Reason), ct);

    public Task<Read<Page<AttemptRow>>> ListAsync(ListQuery query, CancellationToken ct) =>
        reader.ReadAsync<Row, AttemptRow>(Shape, SqlCondition.Always, query, Map, ct);

    private static AttemptRow Map(Row row) =>
        new(UtcText.Parse(row.At), row.Method, row.Resource, row.Subject, row.RequestId, row.Status, row.Reason);

    private sealed class Row : ListRow
    {
        public required string At { get; init; }

        public required string Method { get; init; }

        public required string Resource { get; init; }

        public required string Subject { get; init; }

        public required string RequestId { get; init; }

        public required string Status { get; init; }

        public required string Reason { get; init; }
    }
}
