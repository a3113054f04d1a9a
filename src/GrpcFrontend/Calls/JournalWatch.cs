using System.Globalization;
using Microsoft.Extensions.Hosting;

namespace SmeOrleans.GrpcFrontend.Calls;

/// <summary>Follows the journal until the client leaves, its token ends or an hour is over; then it is told to come back.</summary>
internal sealed class JournalWatch(ICaseFeed feed, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan WatchMax = TimeSpan.FromHours(1);

    /// <summary>A place in the journal; null when none is given.</summary>
    public static long? CursorOf(ShapeCheck check, string cursor, string path)
    {
        if (cursor.Length == 0)
        {
            return null;
        }

        check.Require(long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var place), path, "must come from an earlier answer");
        return place;
    }

    public static string Cursor(long seq) => seq.ToString(CultureInfo.InvariantCulture);

    /// <param name="after">Null = from now on.</param>
    /// <param name="sendAfter">Sends some of what there is after a place; tells how far it came, and whether there may be more.</param>
    public async Task Follow(long? after, ServerCallContext context, Func<long, CancellationToken, Task<(long Place, bool More)>> sendAfter)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        var tokenLeft = context.TokenTimeLeft();
        ending.CancelAfter(tokenLeft < WatchMax ? tokenLeft : WatchMax);
        try
        {
            var place = after ?? await feed.HeadAsync(ending.Token);
            await context.WriteResponseHeadersAsync([]);
            while (true)
            {
                place = await SendAll(place, sendAfter, ending.Token);
                await feed.WaitAsync(place, ending.Token);
            }
        }
        catch (OperationCanceledException) when (!context.CancellationToken.IsCancellationRequested)
        {
            throw new RpcException(context.TokenTimeLeft() > TimeSpan.Zero
                ? new(StatusCode.Unavailable, "The watch has ended; resume from the last cursor.")
                : new(StatusCode.Unauthenticated, "The token has expired; resume from the last cursor with another."));
        }
    }

    private async Task<long> SendAll(long place, Func<long, CancellationToken, Task<(long Place, bool More)>> sendAfter, CancellationToken cancellation)
    {
        while (true)
        {
            // What is not for this watch is passed over only as far as the journal went before it was read.
            var head = await feed.HeadAsync(cancellation);
            (place, var more) = await sendAfter(place, cancellation);
            if (!more)
            {
                return Math.Max(place, head);
            }
        }
    }
}
