namespace SmeOrleans.GrpcFrontend.Cases;

/// <summary>What happened to cases, page by page or as it happens.</summary>
internal sealed class CaseStory(ICaseFeed feed, JournalWatch watch)
{
    private const int ReadAtOnce = 500;

    // What the office notes while it screens is told to the unit with the decision, not before.
    private static readonly ImmutableHashSet<string> OfficeNotes = [nameof(DuplicateCheckRecorded), nameof(FormGapsRecorded)];

    // Who is recused, and what is not published yet.
    private static readonly ImmutableHashSet<string> ReviewNotes =
        [nameof(ReviewScheduled), nameof(ReviewersChanged), nameof(CaseGraded), nameof(CaseRecommended)];

    // They hold the list of reviewers to avoid.
    private static readonly ImmutableHashSet<string> Applications = [nameof(DraftSaved), nameof(SubmissionReceived)];

    public async Task<V1.ListCaseEventsResponse> Page(string caseName, long after, int size, ServerCallContext context)
    {
        // One more than asked for tells whether there is a next page.
        var found = await feed.ReadCaseAsync(caseName, after, size + 1, context.CancellationToken);
        var page = found.Take(size).ToList();
        return new()
        {
            Events = { page.Where(one => !IsWithheld(one, context.Caller())).Select(one => Event(one, context.Caller())) },
            NextPageToken = found.Count > size ? JournalWatch.Cursor(page[^1].Seq) : "",
        };
    }

    /// <summary>Follows a round; null = from now on.</summary>
    public Task Follow(string round, long? after, IServerStreamWriter<V1.CaseEvent> stream, ServerCallContext context) =>
        watch.Follow(after, context, async (place, cancellation) =>
        {
            var happened = await feed.ReadAsync(round, Visibility.CasesOf(context.Caller()), place, ReadAtOnce, cancellation);
            foreach (var one in happened.Where(one => !IsWithheld(one, context.Caller())))
            {
                await stream.WriteAsync(Event(one, context.Caller()), cancellation);
            }

            return (happened is [.., var last] ? last.Seq : place, happened.Count == ReadAtOnce);
        });

    private static V1.CaseEvent Event(CaseHappening happened, Caller caller)
    {
        var whole = Event(happened);
        if (Visibility.OnlyUnit(caller) is not null)
        {
            whole.Actor = whole.Actor.Split(':')[0];
            whole.PayloadJson = IsHidden(happened, caller) ? "{}" : whole.PayloadJson;
        }

        if (Visibility.IsApplicant(caller, happened.Unit))
        {
            whole.State = (V1.CaseState)happened.ToldState;
        }

        return whole;
    }

    private static bool IsWithheld(CaseHappening happened, Caller caller) =>
        Disclosure.IsWithheldFromApplicant(happened.Type) && Visibility.IsApplicant(caller, happened.Unit);

    private static bool IsHidden(CaseHappening happened, Caller caller) =>
        OfficeNotes.Contains(happened.Type) || ReviewNotes.Contains(happened.Type)
        || (Applications.Contains(happened.Type) && !Visibility.MayReadAvoidList(caller, happened.Unit));

    private static V1.CaseEvent Event(CaseHappening happened) => new()
    {
        Cursor = JournalWatch.Cursor(happened.Seq),
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
