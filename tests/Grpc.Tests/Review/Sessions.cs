using SmeOrleans.Grpc.Tests.Served;

namespace SmeOrleans.Grpc.Tests.Review;

/// <summary>T-1 to T-8 through the contract: from the panel to graded cases.</summary>
[Collection(ServedCollection.Name)]
public sealed class Sessions(Service service)
{
    [Fact]
    public async Task Then_a_session_runs_from_its_panel_to_grades()
    {
        var programme = await ReviewProgramme.OpenAsync(service, "run");
        var subject = await programme.QualifiedAsync();
        var session = await programme.ClosedAsync("S1", subject.Name, [1, 2, 3], 90);
        Assert.Equal(V1.SessionState.Closed, session.State);
        var graded = await new V1.CaseService.CaseServiceClient(programme.OfficeCaller).GetCaseAsync(new() { Name = subject.Name });
        Assert.Equal((V1.CaseState.Graded, "90.0000", V1.Grade.Strong), (graded.State, graded.Review.MeanScore, graded.Review.Grade));
        Assert.Equal(["c1"], graded.Review.Comments.Select(comment => comment.CommentId));
        await Refused.Because(Reasons.SessionClosed, programme.Score(session, subject.Name, 1, 10));
    }

    [Fact]
    public async Task Then_nobody_of_the_panel_sees_others_scores_before_the_end()
    {
        var programme = await ReviewProgramme.OpenAsync(service, "own");
        var subject = await programme.QualifiedAsync();
        var session = await programme.ScheduleAsync("S1");
        await programme.AddAsync(session, subject.Name);
        await programme.AssignAsync(session, subject.Name, 1, 2, 3);
        foreach (var reviewer in new[] { 1, 2, 3 })
        {
            var answer = await programme.Score(session, subject.Name, reviewer, 80);
            Assert.Equal([programme.Name(reviewer)], answer.Agenda.Single().Sheets.Select(sheet => sheet.Reviewer));
        }

        Assert.Equal([programme.ChairName], await SheetsAsync(programme.As(1)));
        Assert.Equal([programme.Name(2)], await SheetsAsync(programme.As(2, Role.Bureau | Role.Reviewer)));
        Assert.Empty(await SheetsAsync(programme.As(5)));
        Assert.Equal(3, (await SheetsAsync(programme.OfficeCaller)).Count);
        Assert.Empty((await ReviewProgramme.Reviews(programme.As(1)).GetScoreHealthAsync(new() { Panel = programme.Panel })).Spreads);
        await programme.Opine(session, subject.Name);
        await programme.Close(session);
        Assert.Equal(3, (await SheetsAsync(programme.As(5))).Count);

        async Task<List<string>> SheetsAsync(CallInvoker caller) =>
            [.. (await ReviewProgramme.Reviews(caller).GetSessionAsync(new() { Name = session.Name })).Agenda.Single().Sheets.Select(sheet => sheet.Reviewer)];
    }

    [Fact]
    public async Task Then_names_of_recused_people_and_the_avoid_list_are_for_insiders()
    {
        var programme = await ReviewProgramme.OpenAsync(service, "names");
        var subject = await programme.QualifiedAsync(application => application.AvoidReviewers.Add(programme.Name(4)));
        var session = await programme.ScheduleAsync("S1");
        await programme.AddAsync(session, subject.Name);
        await programme.AssignAsync(session, subject.Name, 1, 2, 3);
        var office = await programme.Office.GetSessionAsync(new() { Name = session.Name });
        Assert.Equal((programme.Name(4), V1.ConflictSource.AvoidList), (office.Agenda.Single().Recusals.Single().Reviewer, office.Agenda.Single().Recusals.Single().Tie.Source));
        var member = await ReviewProgramme.Reviews(programme.As(2)).GetSessionAsync(new() { Name = session.Name });
        Assert.Empty(member.Agenda.Single().Recusals);
        var cases = new V1.CaseService.CaseServiceClient(programme.As(2));
        Assert.Empty((await cases.GetCaseAsync(new() { Name = subject.Name })).Application.AvoidReviewers);
        Assert.Empty((await cases.ListCasesAsync(new() { Parent = programme.Round })).Cases.Single().Application.AvoidReviewers);
        var story = await cases.ListCaseEventsAsync(new() { Parent = subject.Name });
        Assert.All(story.Events, happened => Assert.DoesNotContain(programme.Name(4), happened.PayloadJson));
        var unit = await service.Programme.OwnCases.ListCaseEventsAsync(new() { Parent = subject.Name });
        Assert.All(unit.Events, happened => Assert.DoesNotContain(programme.Name(2), happened.PayloadJson));
        Assert.Equal([programme.Name(4)], (await service.Programme.OwnCases.GetCaseAsync(new() { Name = subject.Name })).Application.AvoidReviewers);
    }

    [Fact]
    public async Task Then_lists_hold_what_one_reviews_leads_or_presides_over()
    {
        var programme = await ReviewProgramme.OpenAsync(service, "lists");
        var made = new[] { await programme.QualifiedAsync(), await programme.QualifiedAsync() };
        var (first, second) = (made.MinBy(one => one.Name, StringComparer.Ordinal)!, made.MaxBy(one => one.Name, StringComparer.Ordinal)!);
        var session = await programme.ScheduleAsync("S1");
        await programme.AddAsync(session, first.Name, second.Name);
        await programme.AssignAsync(session, first.Name, 2, 3, 4);
        await programme.AssignAsync(session, second.Name, 4, 5);
        Assert.Equal([first.Name, second.Name], await NamesAsync(1));
        Assert.Equal([first.Name], await NamesAsync(2));
        Assert.Equal([first.Name, second.Name], await NamesAsync(4));
        Assert.Equal([second.Name], await NamesAsync(5));
        Assert.Empty(await NamesAsync(6));
        await programme.AssignAsync(session, second.Name, 4, 2);
        Assert.Empty(await NamesAsync(5));
        Assert.Equal([first.Name, second.Name], await NamesAsync(2));
        Assert.Equal([session.Name], (await ReviewProgramme.Reviews(programme.As(5)).ListSessionsAsync(new() { Parent = programme.Round })).Sessions.Select(one => one.Name));
        Assert.Empty((await ReviewProgramme.Reviews(programme.As(6)).ListSessionsAsync(new() { Parent = programme.Round })).Sessions);

        async Task<List<string>> NamesAsync(int reviewer)
        {
            var list = await new V1.CaseService.CaseServiceClient(programme.As(reviewer)).ListCasesAsync(new() { Parent = programme.Round });
            Assert.Equal(list.Cases.Count, list.TotalSize);
            return [.. list.Cases.Select(one => one.Name).Order(StringComparer.Ordinal)];
        }
    }

    [Fact]
    public async Task Then_pages_of_reviewers_and_sessions_follow_each_other()
    {
        var programme = await ReviewProgramme.OpenAsync(service, "pages");
        var times = new[] { "S3", "S1", "S2" };
        foreach (var id in times)
        {
            await programme.ScheduleAsync(id);
        }

        var first = await programme.Office.ListSessionsAsync(new() { Parent = programme.Round, PageSize = 2 });
        var rest = await programme.Office.ListSessionsAsync(new() { Parent = programme.Round, PageSize = 2, PageToken = first.NextPageToken });
        Assert.Equal(["S1", "S2", "S3"], first.Sessions.Concat(rest.Sessions).Select(one => one.Name[^2..]));
        var reviewers = await programme.Office.ListReviewersAsync(new() { PageSize = 200 });
        Assert.Equal(6, reviewers.Reviewers.Count(one => one.Name.StartsWith("reviewers/pages-", StringComparison.Ordinal)));
        Assert.Equal(3, (await programme.Office.GetPanelAsync(new() { Name = programme.Panel })).Sessions.Count);
    }
}
