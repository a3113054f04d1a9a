using System.Globalization;
using Microsoft.Extensions.Hosting;

namespace SmeOrleans.GrpcFrontend.Cases;

/// <summary>What happened to cases, page by page or as it happens.</summary>
internal sealed class CaseStory(ICaseFeed feed, IHostApplicationLifetime lifetime)
{
    private const int ReadAtOnce = 500;
    private static readonly TimeSpan WatchMax = TimeSpan.FromHours(1);

    // What the office notes while it screens is told to the unit with the decision, not before.
    private static readonly ImmutableHashSet<string> OfficeNotes = [nameof(DuplicateCheckRecorded), nameof(FormGapsRecorded)];

    // Who is recused, and what is not published yet.
    private static readonly ImmutableHashSet<string> ReviewNotes =
        [nameof(ReviewScheduled), nameof(ReviewersChanged), nameof(CaseGraded), nameof(CaseRecommended)];

    // They hold the list of reviewers to avoid.
    private static readonly ImmutableHashSet<string> Applications = [nameof(DraftSaved), nameof(SubmissionReceived)];

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

    public async Task<V1.ListCaseEventsResponse> Page(string caseName, long after, int size, ServerCallContext context)
    {
        // One more than asked for tells whether there is a next page.
        var found = await feed.ReadCaseAsync(caseName, after, size + 1, context.CancellationToken);
        var page = found.Take(size).ToList();
        return new()
        {
            Events = { page.Select(one => Event(one, context.Caller())) },
            NextPageToken = found.Count > size ? Cursor(page[^1].Seq) : "",
        };
    }

    /// <summary>Follows a round until the client leaves, its token ends or an hour is over; then it is told to come back.</summary>
    public async Task Follow(string round, long? after, IServerStreamWriter<V1.CaseEvent> stream, ServerCallContext context)
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
                place = await SendAfter(place, round, stream, context.Caller(), ending.Token);
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

    private async Task<long> SendAfter(
        long place, string round, IServerStreamWriter<V1.CaseEvent> stream, Caller caller, CancellationToken cancellation)
    {
        while (true)
        {
            // Entries of other rounds are passed over only as far as the journal went before this round was read.
            var head = await feed.HeadAsync(cancellation);
            var happened = await feed.ReadAsync(round, Visibility.CasesOf(caller), place, ReadAtOnce, cancellation);
            foreach (var one in happened)
            {
                await stream.WriteAsync(Event(one, caller), cancellation);
            }

            place = happened is [.., var last] ? last.Seq : place;
            if (happened.Count < ReadAtOnce)
            {
                return Math.Max(place, head);
            }
        }
    }

    private static string Cursor(long seq) => seq.ToString(CultureInfo.InvariantCulture);

    private static V1.CaseEvent Event(CaseHappening happened, Caller caller)
    {
        var whole = Event(happened);
        if (Visibility.OnlyUnit(caller) is not null)
        {
            whole.Actor = whole.Actor.Split(':')[0];
            whole.PayloadJson = IsHidden(happened, caller) ? "{}" : whole.PayloadJson;
        }

        return whole;
    }

    private static bool IsHidden(CaseHappening happened, Caller caller) =>
        OfficeNotes.Contains(happened.Type) || ReviewNotes.Contains(happened.Type)
        || (Applications.Contains(happened.Type) && !Visibility.MayReadAvoidList(caller, happened.Unit));

    private static V1.CaseEvent Event(CaseHappening happened) => new()
    {
        Cursor = Cursor(happened.Seq),
        Case = happened.Case,
        Type = happened.Type,
        Actor = happened.Actor,
        RecordTime = Times.Of(happened.At),
        State = (V1.CaseState)happened.State,
        PayloadJson = happened.PayloadJson,
        Version = happened.Version,
        Hash = happened.Hash,
        MeaningZh = CaseTexts.OfEvent(happened.Type).Zh,
        MeaningEn = CaseTexts.OfEvent(happened.Type).En,
    };
}
