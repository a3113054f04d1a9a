using Google.Protobuf.WellKnownTypes;
using SmeOrleans.Domain.JointMeetings;
using SmeOrleans.Grpc.Tests.Served;

namespace SmeOrleans.Grpc.Tests;

/// <summary>The joint meeting of a round without panels, through the public contract: ranking, minutes, publication, the moving reserve (J-1 to J-5).</summary>
[Collection(ServedCollection.Name)]
public sealed class Meetings(Service service)
{
    private readonly V1.JointMeetingService.JointMeetingServiceClient _office = new(service.As(Role.Office));
    private readonly V1.JointMeetingService.JointMeetingServiceClient _bureau = new(service.As(Role.Bureau));
    private readonly V1.JointMeetingService.JointMeetingServiceClient _unit = new(service.As(Role.Unit, Programme.Own));
    private readonly V1.OperationsService.OperationsServiceClient _operator = new(service.As(Role.Operator));

    [Fact]
    public async Task When_a_place_is_given_up_Then_the_next_who_fits_is_offered_it_and_nobody_is_jumped()
    {
        var round = await RoundAsync(budget: 500_000);
        var cases = await QualifiedAsync(round, 200_000, 200_000, 200_000, 100_000);
        var meeting = await PublishedAsync(round);
        Assert.Equal([1, 2, 3, 4], cases.Select(one => Entry(meeting, one).Rank));
        Assert.Equal(
            [V1.EntryDecision.Approved, V1.EntryDecision.Approved, V1.EntryDecision.Reserve, V1.EntryDecision.Reserve],
            cases.Select(one => Entry(meeting, one).Decision));
        Assert.Equal(100_000, meeting.Lines[0].LeftNtd);
        Assert.Equal(V1.CaseState.Approved, await StateAsync(cases[0]));

        await Contracts(Programme.Own).GiveUpCaseAsync(new() { Name = cases[0], Reason = "公司搬遷", RequestId = Programme.NewId() });
        var after = await UntilAsync(round, found => Entry(found, cases[2]).Decision == V1.EntryDecision.Offered);
        Assert.Equal(V1.EntryDecision.Offered, Entry(after, cases[3]).Decision);
        Assert.Equal(0, after.Lines[0].LeftNtd);

        var accepted = await _unit.AnswerOfferAsync(new() { Name = $"{round}/jointMeeting", Item = cases[2], Accept = true, RequestId = Programme.NewId() });
        Assert.Equal(V1.EntryDecision.Approved, accepted.Entry.Decision);
        Assert.Equal(V1.CaseState.Approved, await StateAsync(cases[2]));

        // Nobody answers the other offer: it lapses by itself.
        await DriveTo(Entry(after, cases[3]).OfferExpireTime.ToDateTimeOffset().AddMinutes(10));
        await UntilAsync(round, found => Entry(found, cases[3]).Decision == V1.EntryDecision.Declined);
    }

    [Fact]
    public async Task Then_the_list_is_recomputed_from_the_minutes_byte_for_byte()
    {
        var round = await RoundAsync(budget: 450_000);
        var cases = await QualifiedAsync(round, 200_000, 200_000, 150_000);
        var name = $"{round}/jointMeeting";
        await _office.OpenMeetingAsync(new() { Name = name, RequestId = Programme.NewId() });
        await _office.CopyScenarioAsync(new() { Name = name, ToScenario = "lower", RequestId = Programme.NewId() });
        var lower = await _office.MakeChangeAsync(new()
        {
            Name = name,
            Scenario = "lower",
            Change = new()
            {
                Kind = V1.MeetingChangeKind.ChangeAmount,
                Case = cases[0],
                Money = new() { TotalNtd = 100_000, GovernmentNtd = 100_000 },
                Reason = "範圍縮小\t如附件\n第二行",
            },
            RequestId = Programme.NewId(),
        });
        Assert.All(cases, one => Assert.Equal(V1.EntryDecision.Approved, Entry(lower, one).Decision));
        Assert.Equal(V1.EntryDecision.Reserve, Entry(await _office.GetJointMeetingAsync(new() { Name = name }), cases[2]).Decision);

        await Refused.Because(Reasons.BudgetExceeded, _office.MakeChangeAsync(new()
        {
            Name = name,
            Change = new() { Kind = V1.MeetingChangeKind.MoveMoney, FromLine = "all", ToLine = "other", AmountNtd = 450_001, Reason = "移撥" },
            RequestId = Programme.NewId(),
        }));

        await _office.AdoptScenarioAsync(new() { Name = name, Scenario = "lower", RequestId = Programme.NewId() });
        var frozen = await _office.FreezeMeetingAsync(new() { Name = name, RequestId = Programme.NewId() });
        Assert.Equal(frozen.Minutes.Text, MinutesText.Recompute(frozen.Minutes.Text));
        Assert.Contains(cases[0], frozen.Minutes.Text, StringComparison.Ordinal);
        await Refused.Because(Reasons.MeetingUnsigned, _office.PublishResultsAsync(new() { Name = name, RequestId = Programme.NewId() }));
    }

    [Fact]
    public async Task When_the_budget_is_cut_after_the_opening_Then_nothing_is_frozen_before_the_cut_is_taken_over()
    {
        var round = await RoundAsync(budget: 400_000);
        var cases = await QualifiedAsync(round, 200_000, 200_000);
        var name = $"{round}/jointMeeting";
        await _office.OpenMeetingAsync(new() { Name = name, RequestId = Programme.NewId() });
        var rounds = new V1.RoundService.RoundServiceClient(service.As(Role.Office));
        var found = await rounds.GetRoundAsync(new() { Name = round });
        found.Rules.BudgetLines[0].AmountNtd = 200_000;
        await rounds.UpdateRoundAsync(new() { Round = found, UpdateMask = new() { Paths = { "rules" } }, RequestId = Programme.NewId() });

        await Refused.Because(Reasons.MeetingNotReady, _office.FreezeMeetingAsync(new() { Name = name, RequestId = Programme.NewId() }));
        var meeting = await PublishedAsync(round);
        Assert.Equal([V1.EntryDecision.Approved, V1.EntryDecision.Reserve], cases.Select(one => Entry(meeting, one).Decision));
    }

    private V1.ContractService.ContractServiceClient Contracts(string unit) => new(service.As(Role.Unit, unit));

    private static V1.MeetingEntry Entry(V1.JointMeeting meeting, string item) => Assert.Single(meeting.Entries, entry => entry.Item == item);

    private async Task<V1.CaseState> StateAsync(string name) =>
        (await new V1.CaseService.CaseServiceClient(service.As(Role.Office)).GetCaseAsync(new() { Name = name })).State;

    private async Task<V1.JointMeeting> PublishedAsync(string round)
    {
        var name = $"{round}/jointMeeting";
        await _office.OpenMeetingAsync(new() { Name = name, RequestId = Programme.NewId() });
        var frozen = await _office.FreezeMeetingAsync(new() { Name = name, RequestId = Programme.NewId() });
        await _bureau.SignMinutesAsync(new() { Name = name, Sha256 = frozen.Minutes.Sha256, RequestId = Programme.NewId() });
        return await _office.PublishResultsAsync(new() { Name = name, RequestId = Programme.NewId() });
    }

    private async Task<V1.JointMeeting> UntilAsync(string round, Func<V1.JointMeeting, bool> holds)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var found = await _office.GetJointMeetingAsync(new() { Name = $"{round}/jointMeeting" });
            if (holds(found))
            {
                return found;
            }

            await _operator.GetStatusAsync(new());
        }

        throw new TimeoutException("The joint meeting has not come that far.");
    }

    private async Task<string> RoundAsync(long budget)
    {
        var now = (await _operator.GetStatusAsync(new())).Now.ToDateTimeOffset();
        var id = $"disaster-{now.UtcTicks}";
        await new V1.RoundService.RoundServiceClient(service.As(Role.Office)).CreateRoundAsync(new()
        {
            RoundId = id,
            RequestId = Programme.NewId(),
            Round = new()
            {
                DisplayName = "災後",
                RocYear = 107,
                Kind = V1.RoundKind.Disaster,
                OpenTime = Timestamp.FromDateTimeOffset(now),
                CloseTime = Timestamp.FromDateTimeOffset(now.AddDays(1)),
                Groups = { new V1.Category { Code = "metal", DisplayName = "金屬" } },
                Functions = { new V1.Category { Code = "process", DisplayName = "製程" } },
                Regions = { new V1.Region { Code = "north", DisplayName = "北部", Counties = { "臺北市" } } },
                Rules = new()
                {
                    NoDocuments = true,
                    General = new() { GovernmentMaxNtd = 200_000, GovernmentShareMaxPercent = 100, NoSelfFunding = true },
                    Review = new() { NoPanels = true },
                    Quotas = new() { NotCounted = true },
                    BudgetLines =
                    {
                        new V1.BudgetLine { Code = "all", DisplayName = "全部", AmountNtd = budget, Mode = V1.CaseMode.General },
                        new V1.BudgetLine { Code = "other", DisplayName = "其他", AmountNtd = 0, Mode = V1.CaseMode.Common },
                    },
                },
            },
        });
        return $"rounds/{id}";
    }

    /// <summary>Cases by receipt, each asking for so much.</summary>
    private async Task<List<string>> QualifiedAsync(string round, params long[] asked)
    {
        var screening = new V1.ScreeningService.ScreeningServiceClient(service.As(Role.Office));
        var names = new List<string>();
        foreach (var money in asked)
        {
            var draft = await service.Programme.DraftAsync(round);
            (draft.Case.Application.TotalNtd, draft.Case.Application.GovernmentNtd, draft.Case.Application.SelfNtd) = (money, money, 0);
            var saved = await service.Programme.OwnCases.CreateCaseAsync(draft);
            await DriveTo((await _operator.GetStatusAsync(new())).Now.ToDateTimeOffset().AddSeconds(1));
            await service.Programme.OwnCases.SubmitCaseAsync(new() { Name = saved.Name, RequestId = Programme.NewId() });
            await screening.BeginScreeningAsync(new() { Name = saved.Name, RequestId = Programme.NewId() });
            await screening.CompleteScreeningAsync(new() { Name = saved.Name, RequestId = Programme.NewId() });
            names.Add(saved.Name);
        }

        return names;
    }

    private async Task DriveTo(DateTimeOffset time) => await _operator.AdvanceClockAsync(new() { Time = Timestamp.FromDateTimeOffset(time) });
}
