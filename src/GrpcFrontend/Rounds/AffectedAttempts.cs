using System.Globalization;
using SmeOrleans.Grains.Cases;
using SmeOrleans.GrpcFrontend.Attempts;

namespace SmeOrleans.GrpcFrontend.Rounds;

/// <summary>Works out from the log of attempts whom an outage, or a late extension, has touched.</summary>
internal sealed class AffectedAttempts(IAttempts attempts, IGrainFactory grains)
{
    private static readonly ImmutableArray<string> Filing =
    [
        "/sme.v1.CaseService/SubmitCase", "/sme.v1.CaseService/CreateCase", "/sme.v1.CaseService/UpdateCase",
        "/sme.v1.CaseService/FileCases", "/sme.v1.CaseService/SupplementCase", "/sme.v1.DocumentService/UploadDocument",
    ];

    public async Task<V1.ListAffectedResponse> ListAsync(
        string round, DateTimeOffset from, DateTimeOffset to, ListQuery query, CancellationToken cancellation)
    {
        var page = await attempts.ListAsync(query with { Filter = FilterOf(round, from, to) }, cancellation).OrRefuse();
        return new() { Attempts = { await Task.WhenAll(page.Items.Select(Of)) }, NextPageToken = page.NextToken ?? "" };
    }

    private static string FilterOf(string round, DateTimeOffset from, DateTimeOffset to) =>
        $"attempt_time >= \"{Moment(from)}\" AND attempt_time <= \"{Moment(to)}\""
        + $" AND (resource = \"{round}\" OR resource : \"{round}/\")"
        + $" AND ({string.Join(" OR ", Filing.Select(method => $"method = \"{method}\""))})";

    private async Task<V1.AffectedAttempt> Of(AttemptRow row)
    {
        var subject = ResourceNames.IsCase(row.Resource) ? (await grains.GetGrain<ICaseGrain>(row.Resource).Read(Caller.Service)).State : null;
        var attempt = new V1.AffectedAttempt
        {
            Unit = subject?.Unit ?? AttemptLog.UnitOf(row.Subject),
            Case = subject?.Name ?? "",
            AttemptTime = Times.Of(row.At),
            Method = row.Method,
            Reason = row.Reason,
            Status = row.Status,
        };
        if (subject?.Receipt is { } receipt)
        {
            attempt.ReceiveTime = Times.Of(receipt.ReceivedAt);
        }

        return attempt;
    }

    private static string Moment(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
