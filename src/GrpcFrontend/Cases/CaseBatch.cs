using System.Threading.Channels;

namespace SmeOrleans.GrpcFrontend.Cases;

/// <summary>Batch entry (W-4): rows come in, verdicts go out in order; a few rows are under way at a time.</summary>
internal sealed class CaseBatch(BatchRows rows, TimeProvider clock)
{
    private const int RowsMax = 5_000;
    private const int RowsUnderWay = 32;
    private static readonly TimeSpan Total = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);

    public async Task Run(
        IAsyncStreamReader<V1.FileCasesRequest> requests, IServerStreamWriter<V1.FileCasesResponse> responses, ServerCallContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        ending.CancelAfter(Total + Idle);
        var arrived = Channel.CreateUnbounded<(V1.FileCasesRequest Row, DateTimeOffset At)>();
        var verdicts = Channel.CreateBounded<Task<V1.FileCasesResponse>>(RowsUnderWay);
        var reading = Read(requests, arrived.Writer, ending.Token);
        var filing = File(arrived.Reader, verdicts.Writer, context, ending.Token);
        try
        {
            await foreach (var verdict in verdicts.Reader.ReadAllAsync(ending.Token))
            {
                await responses.WriteAsync(await verdict, ending.Token);
            }

            // Verdicts of rows that were taken go out before the stream is refused.
            await filing;
            await reading;
        }
        finally
        {
            await ending.CancelAsync();
            await Task.WhenAll(reading, filing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Stamps each row when it has arrived, however long the rows before it take (W-1).</summary>
    private async Task Read(
        IAsyncStreamReader<V1.FileCasesRequest> requests, ChannelWriter<(V1.FileCasesRequest Row, DateTimeOffset At)> arrived, CancellationToken ending)
    {
        try
        {
            using var reader = new LimitedReader<V1.FileCasesRequest>(requests, Total, Idle, ending);
            for (var count = 1; await reader.Next() is { } row; count++)
            {
                if (count > RowsMax)
                {
                    throw new RefusedException(Rejection.Because(Reasons.LimitExceeded, ("rows_max", RowsMax)));
                }

                arrived.TryWrite((row, clock.GetUtcNow()));
            }
        }
        finally
        {
            arrived.Complete();
        }
    }

    private async Task File(
        ChannelReader<(V1.FileCasesRequest Row, DateTimeOffset At)> arrived, ChannelWriter<Task<V1.FileCasesResponse>> verdicts,
        ServerCallContext context, CancellationToken ending)
    {
        try
        {
            string? round = null;
            await foreach (var (row, at) in arrived.ReadAllAsync(ending))
            {
                round ??= RoundOf(row);
                await verdicts.WriteAsync(rows.File(row, round, at, context), ending);
            }
        }
        finally
        {
            verdicts.Complete();
        }
    }

    private static string RoundOf(V1.FileCasesRequest first)
    {
        var check = new ShapeCheck();
        check.Round(first.Parent, "parent");
        check.Finish();
        return first.Parent;
    }
}
