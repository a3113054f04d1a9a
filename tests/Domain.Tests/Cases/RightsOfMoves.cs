namespace SmeOrleans.Domain.Tests.Cases;

/// <summary>Who may give which command, in the very state in which it is legal.</summary>
public sealed class RightsOfMoves
{
    private static readonly ImmutableDictionary<string, Caller> People = new Dictionary<string, Caller>
    {
        ["unit"] = new("u", Role.Unit, Example.UnitName),
        ["other unit"] = new("v", Role.Unit, "units/other"),
        ["office"] = new("o", Role.Office, null),
        ["lead"] = new(Example.Lead["reviewers/".Length..], Role.Reviewer, null),
        ["other reviewer"] = new(Example.OtherReviewer["reviewers/".Length..], Role.Reviewer, null),
        ["recused"] = new(Example.Tied["reviewers/".Length..], Role.Reviewer | Role.Chair | Role.Office, null),
        ["chair"] = new(Example.Chair["reviewers/".Length..], Role.Reviewer | Role.Chair, null),
        ["other chair"] = new("r9", Role.Reviewer | Role.Chair, null),
        ["bureau"] = new("b", Role.Bureau, null),
        ["auditor"] = new("a", Role.Auditor, null),
        ["partner"] = new("p", Role.Partner, null),
        ["operator"] = new("x", Role.Operator, null),
        ["service"] = Caller.Service,
    }.ToImmutableDictionary();

    public static TheoryData<string> Commands() => [.. Samples.Commands.Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Then_exactly_those_may_give_it_who_should(string command)
    {
        foreach (var move in CaseMachine.Moves.Where(move => move.Command.Name == command))
        {
            var subject = Samples.Allowing(move).Case with { Unit = Example.UnitName };
            var may = People.Where(person => CaseRights.May(person.Value, subject, Samples.Of(move))).Select(person => person.Key)
                // Before its review nobody is recused: who is an officer as well acts as one.
                .Where(person => person != "recused" || subject.Review is not null);
            Assert.Equal(WhoMay(command), string.Join(" ", may.Order(StringComparer.Ordinal)));
        }
    }

    [Fact]
    public void Then_every_row_of_a_command_needs_the_same_right() =>
        Assert.All(CaseMachine.Moves, move => Assert.Equal(move.Right, CaseMachine.RightFor(Samples.Of(move))));

    // Without a panel (disaster rounds) there is no lead reviewer.
    [Fact]
    public void When_there_was_no_panel_Then_the_office_does_the_lead_reviewers_work_from_approval_on()
    {
        var walk = Walk.ToQualified().Met(EntryDecision.None, Grade.Unspecified);
        Assert.False(CaseRights.Of(People["office"], walk.Case).HasFlag(CaseRight.Lead));
        Assert.True(CaseRights.Of(People["office"], walk.Met(EntryDecision.Approved).Case).HasFlag(CaseRight.Lead));
        Assert.False(CaseRights.Of(People["office"], Walk.To(CaseState.Approved).Case).HasFlag(CaseRight.Lead));
    }

    private static string WhoMay(string command) => command switch
    {
        nameof(SaveDraft) or nameof(AttachDocument) or nameof(Submit) or nameof(Withdraw) or nameof(AnswerSupplement) or nameof(RevisePlan)
            or nameof(RequestPlanChange) or nameof(FileAccountingReport) or nameof(FileMidtermReport) or nameof(FileFinalReport)
            or nameof(RecordBenefits) or nameof(AnswerCorrection) => "unit",
        nameof(BeginScreening) or nameof(RequestSupplement) or nameof(RecordFormGaps) or nameof(CompleteScreening) or nameof(SignContract)
            or nameof(DecideMinorChange) or nameof(PayInstalment) or nameof(RecordRefund) or nameof(SelectForVisit) or nameof(RecordAwardResult)
            or nameof(AcceptCase) or nameof(CloseCase) or nameof(Discontinue) or nameof(RecordSurvey) => "office",
        nameof(RecordDuplicateCheck) => "office partner",
        nameof(LapseSupplement) or nameof(FollowProject) or nameof(FollowSession) or nameof(FollowMeeting) or nameof(LapseCorrection) => "service",
        nameof(GiveUp) => "office unit",
        nameof(ConfirmPlan) or nameof(ReturnPlan) or nameof(DecideMajorChange) or nameof(ReviewMidterm) or nameof(PickForVisit)
            or nameof(RecordVisit) or nameof(JudgeFinal) or nameof(JudgeAnomaly) => "lead",
        nameof(OrderCorrection) or nameof(AcceptCorrection) => "lead office",
        nameof(CallPanel) or nameof(JudgeAsPanel) => "chair",
        _ => throw new ArgumentOutOfRangeException(nameof(command), $"nobody is said to give {command}"),
    };
}
