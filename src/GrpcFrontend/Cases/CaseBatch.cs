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
        var verdicts = Channel.CreateBounded<Task<V1.FileCasesResponse>>(RowsUnderWay);
        var reading = Read(requests, verdicts.Writer, context);
        await foreach (var verdict in verdicts.Reader.ReadAllAsync(context.CancellationToken))
        {
            await responses.WriteAsync(await verdict, context.CancellationToken);
        }

        // Verdicts of rows that were taken go out before the stream is refused.
        await reading;
    }

    private async Task Read(
        IAsyncStreamReader<V1.FileCasesRequest> requests, ChannelWriter<Task<V1.FileCasesResponse>> verdicts, ServerCallContext context)
    {
        try
        {
            using var reader = new LimitedReader<V1.FileCasesRequest>(requests, Total, Idle, context.CancellationToken);
            string? round = null;
            var count = 0;
            while (await reader.Next() is { } row)
            {
                if (++count > RowsMax)
                {
                    throw new RefusedException(Rejection.Because(Reasons.LimitExceeded, ("rows_max", RowsMax)));
                }

                round ??= RoundOf(row);
                await verdicts.WriteAsync(rows.File(row, round, clock.GetUtcNow(), context), context.CancellationToken);
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
