using SmeOrleans.Cli.Season.Data;

namespace SmeOrleans.Cli.Season.Desks;

/// <summary>Technical review: agenda and assignments by the office, scores by reviewers, opinions and the close by the chair (T-1 to T-6).</summary>
internal sealed class ReviewDesk(SeasonStage stage, ReviewBook book)
{
    private SeasonDesk Desk => stage.Desk;

    public IEnumerable<PlannedAct> Acts() => book.Year.Sessions.SelectMany(ActsOf);

    private IEnumerable<PlannedAct> ActsOf(SessionRow row)
    {
        // As soon as the last of its cases has qualified.
        var ready = row.Items.SelectMany(book.ApplicationsOf).Max(application => stage.Programme.DecisionTime(application.DecidedOn));
        yield return new(ready, Turn.Agenda, stop => PrepareAsync(row, stop));
        foreach (var score in row.Items.SelectMany(book.ScoresOf).Where(score => score.SessionId == row.Id))
        {
            yield return new(row.StartsAt, Turn.Score, stop => ScoreAsync(score, stop));
        }

        foreach (var item in row.Items)
        {
            yield return new(row.EndsAt, Turn.Opinion, stop => OpineAsync(row, item, stop));
        }

        yield return new(row.EndsAt, Turn.SessionClosing, stop => Desk.ExpectAsync(Subject(row.Id), "close", book.TokenOf(book.ChairOf(row.Group).Id),
            id => new CloseSessionRequest { Name = NameOf(row.Id), RequestId = id }, Desk.Connection.Review.CloseSessionAsync, stop));
    }

    private async Task PrepareAsync(SessionRow row, CancellationToken stop)
    {
        var session = new Session
        {
            Panel = $"{Desk.RoundName}/panels/{row.Group}",
            StartTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(row.StartsAt),
            EndTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(row.EndsAt),
        };
        await Desk.ExpectAsync(Subject(row.Id), "schedule", Desk.Tokens.Office,
            id => new ScheduleSessionRequest { Parent = Desk.RoundName, SessionId = row.Id, Session = session, RequestId = id },
            Desk.Connection.Review.ScheduleSessionAsync, stop);
        await Desk.ExpectAsync(Subject(row.Id), "agenda", Desk.Tokens.Office,
            id => new AddToAgendaRequest { Name = NameOf(row.Id), Items = { row.Items.Select(book.NameOf).OfType<string>() }, RequestId = id },
            Desk.Connection.Review.AddToAgendaAsync, stop);
        foreach (var item in row.Items)
        {
            await AssignAsync(row, item, stop);
        }
    }

    private async Task AssignAsync(SessionRow row, string item, CancellationToken stop)
    {
        var assignment = new Assignment
        {
            Item = book.NameOf(item) ?? "",
            Reviewers = { book.ScoresOf(item).Select(score => $"reviewers/{score.ReviewerId}").Order(StringComparer.Ordinal) },
            LeadReviewer = $"reviewers/{book.LeadOf(item)}",
        };
        await Desk.ExpectAsync(Subject(row.Id), $"assign {item}", Desk.Tokens.Office,
            id => new AssignReviewersRequest { Name = NameOf(row.Id), Assignment = assignment, RequestId = id },
            Desk.Connection.Review.AssignReviewersAsync, stop);
    }

    private async Task ScoreAsync(ScoreRow row, CancellationToken stop) =>
        await Desk.ExpectAsync(Subject(row.SessionId), $"score {row.ItemId} by {row.ReviewerId}", book.TokenOf(row.ReviewerId),
            id => new ScoreItemRequest { Name = NameOf(row.SessionId), Item = book.NameOf(row.ItemId) ?? "", Scores = { row.Points }, RequestId = id },
            Desk.Connection.Review.ScoreItemAsync, stop);

    private async Task OpineAsync(SessionRow row, string item, CancellationToken stop)
    {
        var applications = book.ApplicationsOf(item).ToList();
        var opinion = new Opinion
        {
            Summary = $"經 {book.ScoresOf(item).Count()} 位審查委員審查，意見如下。",
            Comments = { book.CommentsOn(item) },
            VisitFlags = { applications.Select(one => book.ApprovalOf(one.Id)?.ReviewFlag).OfType<string>().Distinct() },
            Amounts =
            {
                applications.Where(one => book.NameOf(one.Id) is not null)
                    .Select(one => new RecommendedMoney { Case = book.NameOf(one.Id), Money = book.RecommendationFor(one) }),
            },
        };
        await Desk.ExpectAsync(Subject(row.Id), $"opinion on {item}", book.TokenOf(book.SpokesmanOf(row.Group, item)),
            id => new RecordOpinionRequest { Name = NameOf(row.Id), Item = book.NameOf(item) ?? "", Opinion = opinion, RequestId = id },
            Desk.Connection.Review.RecordOpinionAsync, stop);
    }

    private static string Subject(string sessionId) => $"sessions/{sessionId}";

    private string NameOf(string sessionId) => $"{Desk.RoundName}/sessions/{sessionId}";
}
