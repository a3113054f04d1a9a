using SmeOrleans.Grpc.Tests.Served;

namespace SmeOrleans.Grpc.Tests.Review;

/// <summary>S4, S5: a conflict of interest before the assignment, after it and after the session, in every role that the person may bear.</summary>
[Collection(ServedCollection.Name)]
public sealed class Conflicts(Service service)
{
    [Theory]
    [InlineData("s4a", V1.ConflictSource.Affiliation, Role.Reviewer)]
    [InlineData("s4b", V1.ConflictSource.PastCase, Role.Reviewer)]
    [InlineData("s4c", V1.ConflictSource.AvoidList, Role.Reviewer)]
    [InlineData("s4d", V1.ConflictSource.Affiliation, Role.Reviewer | Role.Office)]
    [InlineData("s4e", V1.ConflictSource.Affiliation, Role.Bureau | Role.Reviewer)]
    public async Task When_it_is_known_before_the_assignment_Then_the_case_is_behind_a_wall(string tag, V1.ConflictSource source, Role role)
    {
        var programme = await ReviewProgramme.OpenAsync(service, tag);
        var hidden = await programme.QualifiedAsync(application =>
        {
            if (source == V1.ConflictSource.AvoidList)
            {
                application.AvoidReviewers.Add(programme.Name(3));
            }
        });
        var witness = await programme.QualifiedAsync(unit: Programme.Other);
        if (source != V1.ConflictSource.AvoidList)
        {
            await programme.Tie(3, source == V1.ConflictSource.PastCase ? hidden.Name : hidden.Application.Company, source);
        }

        var session = await programme.ScheduleAsync("S1");
        await programme.AddAsync(session, hidden.Name, witness.Name);
        await programme.Office.AssignByLoadAsync(new() { Name = session.Name, ReviewersPerItem = 4, RequestId = Programme.NewId() });
        await programme.AssignAsync(session, witness.Name, 2, 3, 4);
        await new Wall(programme, session, hidden.Name, witness.Name).StandsAgainst(3, role);
    }

    [Theory]
    [InlineData("s5a", "declared", Role.Reviewer)]
    [InlineData("s5b", "office", Role.Reviewer)]
    [InlineData("s5c", "tie", Role.Reviewer)]
    [InlineData("s5d", "tie", Role.Office | Role.Reviewer)]
    [InlineData("s5e", "office", Role.Auditor | Role.Reviewer)]
    public async Task When_it_comes_up_after_the_assignment_Then_the_score_goes_and_the_case_is_behind_a_wall(string tag, string how, Role role)
    {
        var (programme, session, hidden, witness) = await ScoredAsync(tag);
        await ComesUp(programme, session, hidden, how);
        await new Wall(programme, session, hidden.Name, witness.Name).StandsAgainst(3, role);
    }

    [Theory]
    [InlineData("s5f", "declared", Role.Reviewer)]
    [InlineData("s5g", "tie", Role.Reviewer | Role.Office)]
    public async Task When_it_comes_up_after_the_session_Then_the_item_is_graded_anew_and_the_lead_is_another(string tag, string how, Role role)
    {
        var (programme, session, hidden, witness) = await ScoredAsync(tag);
        await programme.Opine(session, hidden.Name);
        await programme.Opine(session, witness.Name);
        await programme.Close(session);
        var office = new V1.CaseService.CaseServiceClient(programme.OfficeCaller);
        Assert.Equal("76.6667", (await office.GetCaseAsync(new() { Name = hidden.Name })).Review.MeanScore);
        await ComesUp(programme, session, hidden, how);
        var graded = await office.GetCaseAsync(new() { Name = hidden.Name });
        Assert.Equal(("85.0000", V1.Grade.Priority, ""), (graded.Review.MeanScore, graded.Review.Grade, graded.Review.LeadReviewer));
        await new Wall(programme, session, hidden.Name, witness.Name).StandsAgainst(3, role);
        await programme.Office.AssignReviewersAsync(new()
        {
            Name = session.Name, RequestId = Programme.NewId(), Assignment = new() { Item = hidden.Name, LeadReviewer = programme.Name(4) },
        });
        var led = await office.GetCaseAsync(new() { Name = hidden.Name });
        Assert.Equal((programme.Name(4), "85.0000"), (led.Review.LeadReviewer, led.Review.MeanScore));
    }

    [Fact]
    public async Task When_the_chair_is_recused_Then_the_lead_speaks_for_the_panel_and_the_health_of_scores_leaves_the_case_out()
    {
        var programme = await ReviewProgramme.OpenAsync(service, "s5h");
        var (hidden, witness) = (await programme.QualifiedAsync(), await programme.QualifiedAsync());
        await programme.Tie(1, hidden.Application.Company);
        var session = await programme.ScheduleAsync("S1");
        await programme.AddAsync(session, hidden.Name, witness.Name);
        await programme.AssignAsync(session, hidden.Name, 2, 3, 4);
        await programme.AssignAsync(session, witness.Name, 1, 2, 3);
        foreach (var reviewer in new[] { 2, 3 })
        {
            await programme.Score(session, hidden.Name, reviewer, 80);
            await programme.Score(session, witness.Name, reviewer, 70);
        }

        await programme.Score(session, hidden.Name, 4, 20);
        await programme.Score(session, witness.Name, 1, 70);
        await new Wall(programme, session, hidden.Name, witness.Name).StandsAgainst(1, Role.Reviewer | Role.Chair);
        await Refused.With(StatusCode.NotFound, programme.Opine(session, witness.Name, 2));
        await programme.Opine(session, hidden.Name, 2);
        await programme.Opine(session, witness.Name);
        await programme.Close(session);
        var seen = await ReviewProgramme.Reviews(programme.As(1)).GetScoreHealthAsync(new() { Panel = programme.Panel });
        Assert.Equal([witness.Name], seen.Spreads.Select(spread => spread.Item));
        Assert.Equal("", seen.CutLineDistance);
        Assert.All(seen.Leniency, one => Assert.Equal("0.00", one.MeanDifference));
        var whole = await programme.Office.GetScoreHealthAsync(new() { Panel = programme.Panel });
        Assert.Equal(2, whole.Spreads.Count);
        await Refused.With(StatusCode.NotFound, ReviewProgramme.Reviews(programme.As(2, Role.Chair)).GetScoreHealthAsync(new() { Panel = programme.Panel }));
    }

    [Fact]
    public async Task When_an_item_moves_to_another_session_Then_what_was_declared_still_holds()
    {
        var programme = await ReviewProgramme.OpenAsync(service, "s5i");
        var (hidden, witness) = (await programme.QualifiedAsync(), await programme.QualifiedAsync());
        var first = await programme.ScheduleAsync("S1");
        await programme.AddAsync(first, hidden.Name);
        await programme.Recuse(first, hidden.Name, 3, programme.As(3));
        await programme.Office.RemoveFromAgendaAsync(new() { Name = first.Name, Item = hidden.Name, RequestId = Programme.NewId() });
        var second = await programme.ScheduleAsync("S2");
        await programme.AddAsync(second, hidden.Name, witness.Name);
        await programme.AssignAsync(second, hidden.Name, 1, 2, 4);
        await programme.AssignAsync(second, witness.Name, 1, 2, 3);
        await new Wall(programme, second, hidden.Name, witness.Name).StandsAgainst(3, Role.Reviewer);
        var reviewer = await programme.Office.GetReviewerAsync(new() { Name = programme.Name(3) });
        Assert.Equal((hidden.Name, V1.ConflictSource.Declared), (reviewer.Ties.Single().Target, reviewer.Ties.Single().Source));
    }

    [Fact]
    public async Task When_a_reviewer_is_seated_later_Then_conflicts_with_what_is_on_the_agenda_hold_at_once()
    {
        var programme = await ReviewProgramme.OpenAsync(service, "s5j");
        var (hidden, witness) = (await programme.QualifiedAsync(), await programme.QualifiedAsync());
        await programme.Tie(6, hidden.Application.Company);
        var session = await programme.ScheduleAsync("S1");
        await programme.AddAsync(session, hidden.Name, witness.Name);
        await programme.AssignAsync(session, hidden.Name, 1, 2, 4);
        await programme.SeatAsync(1, 2, 3, 4, 5, 6);
        await programme.AssignAsync(session, witness.Name, 1, 2, 6);
        await new Wall(programme, session, hidden.Name, witness.Name).StandsAgainst(6, Role.Reviewer);
    }

    private static async Task ComesUp(ReviewProgramme programme, V1.Session session, V1.Case subject, string how)
    {
        switch (how)
        {
            case "declared":
                await programme.Recuse(session, subject.Name, 3, programme.As(3));
                break;
            case "office":
                await programme.Recuse(session, subject.Name, 3);
                break;
            default:
                await programme.Tie(3, subject.Application.Company);
                break;
        }
    }

    /// <summary>Two cases that the third reviewer leads and has scored lower than the others.</summary>
    private async Task<(ReviewProgramme Programme, V1.Session Session, V1.Case Hidden, V1.Case Witness)> ScoredAsync(string tag)
    {
        var programme = await ReviewProgramme.OpenAsync(service, tag);
        var (hidden, witness) = (await programme.QualifiedAsync(), await programme.QualifiedAsync());
        var session = await programme.ScheduleAsync("S1");
        await programme.AddAsync(session, hidden.Name, witness.Name);
        foreach (var item in new[] { hidden.Name, witness.Name })
        {
            await programme.AssignAsync(session, item, 3, 2, 4);
            await programme.Score(session, item, 3, 60);
            await programme.Score(session, item, 2, 80);
            await programme.Score(session, item, 4, 90);
        }

        await ReviewProgramme.Reviews(programme.As(3)).NameDelegateAsync(new()
        {
            Name = session.Name, Item = hidden.Name, DelegateReviewer = programme.ChairName, RequestId = Programme.NewId(),
        });
        await new V1.CaseService.CaseServiceClient(programme.As(3)).GetCaseAsync(new() { Name = hidden.Name });
        return (programme, session, hidden, witness);
    }
}
