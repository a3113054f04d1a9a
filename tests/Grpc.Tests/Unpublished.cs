using SmeOrleans.Grpc.Tests.Served;

namespace SmeOrleans.Grpc.Tests;

/// <summary>J-3: before the publication a unit learns through no door what panel and meeting think of its case.</summary>
[Collection(ServedCollection.Name)]
public sealed class Unpublished(Service service)
{
    private readonly LifeDesk _desk = new(service);

    [Fact]
    public async Task When_the_meeting_has_ranked_a_case_Then_its_unit_sees_what_it_saw_before()
    {
        var round = (await _desk.RoundAsync()).Name;
        var name = (await _desk.QualifiedAsync(round, 1))[0];
        await new V1.JointMeetingService.JointMeetingServiceClient(service.As(Role.Office))
            .OpenMeetingAsync(new() { Name = $"{round}/jointMeeting", RequestId = Programme.NewId() });
        Assert.Equal(V1.CaseState.Recommended, (await _desk.CaseAsync(name)).State);

        var cases = service.Programme.OwnCases;
        var seen = await cases.GetCaseAsync(new() { Name = name });
        Assert.Equal((V1.CaseState.Qualified, null, null), (seen.State, seen.Award, seen.Review));
        Assert.Equal(V1.CaseState.Qualified, Assert.Single((await cases.ListCasesAsync(new() { Parent = round })).Cases).State);
        Assert.Equal(0, (await cases.ListCasesAsync(new() { Parent = round, Filter = "state = RECOMMENDED" })).TotalSize);
        Assert.Equal(1, (await cases.ListCasesAsync(new() { Parent = round, Filter = "state = QUALIFIED" })).TotalSize);

        var events = (await cases.ListCaseEventsAsync(new() { Parent = name })).Events;
        Assert.DoesNotContain(events, happened => happened.Type == "CaseRecommended" || happened.State == V1.CaseState.Recommended);
        Assert.Contains((await _desk.OfficeCases.ListCaseEventsAsync(new() { Parent = name })).Events, happened => happened.Type == "CaseRecommended");

        var refused = await Refused.With(StatusCode.FailedPrecondition, _desk.UnitContracts.RevisePlanAsync(new() { Name = name, RequestId = Programme.NewId() }));
        Assert.DoesNotContain("recommended", refused.ToString() + refused.GetRpcStatus(), StringComparison.OrdinalIgnoreCase);
    }
}
