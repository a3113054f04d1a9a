using SmeOrleans.Cli.Season.Data;

namespace SmeOrleans.Cli.Season.Desks;

/// <summary>Reviewers, their ties and the panels they sit on (T-1, T-3).</summary>
internal sealed class PanelDesk(SeasonStage stage, ReviewBook book)
{
    private SeasonDesk Desk => stage.Desk;

    public async Task RunAsync(CancellationToken stop)
    {
        await stage.ForEachAsync("Reviewers", book.Year.Reviewers, RegisterAsync, stop);
        await stage.ForEachAsync("Panels", [.. book.Year.Reviewers.GroupBy(reviewer => reviewer.Group)], SeatAsync, stop);
    }

    private async Task RegisterAsync(ReviewerRow row, CancellationToken stop)
    {
        var name = $"reviewers/{row.Id}";
        await Desk.RequireAsync(name, "register", Desk.Tokens.Office,
            id => new RegisterReviewerRequest { ReviewerId = row.Id, Reviewer = new() { DisplayName = row.Name }, RequestId = id },
            Desk.Connection.Review.RegisterReviewerAsync, stop);
        if (row.Affiliation is { } unit)
        {
            await Desk.RequireAsync(name, "record affiliation", Desk.Tokens.Office,
                id => new RecordTieRequest { Name = name, Tie = new() { Target = $"units/{unit}", Source = ConflictSource.Affiliation }, RequestId = id },
                Desk.Connection.Review.RecordTieAsync, stop);
        }
    }

    private async Task SeatAsync(IGrouping<string, ReviewerRow> group, CancellationToken stop)
    {
        var panel = new Panel
        {
            Chair = $"reviewers/{book.ChairOf(group.Key).Id}",
            Members = { group.Select(reviewer => $"reviewers/{reviewer.Id}").Order(StringComparer.Ordinal) },
        };
        await Desk.RequireAsync($"panels/{group.Key}", "seat", Desk.Tokens.Office,
            id => new SeatPanelRequest { Parent = Desk.RoundName, Group = group.Key, Panel = panel, RequestId = id },
            Desk.Connection.Review.SeatPanelAsync, stop);
    }
}
