using Google.Protobuf.WellKnownTypes;
using SmeOrleans.Grpc.Tests.Served;

namespace SmeOrleans.Grpc.Tests;

/// <summary>T1: one tick before, at and after both ends of the window (W-1).</summary>
[Collection(ServedCollection.Name)]
public sealed class Windows(Service service)
{
    private readonly V1.OperationsService.OperationsServiceClient _operator = new(service.As(Role.Operator));

    [Fact]
    public async Task Then_both_ends_belong_to_the_window()
    {
        var now = (await new V1.OperationsService.OperationsServiceClient(service.As(Role.Auditor)).GetStatusAsync(new())).Now.ToDateTimeOffset();
        var (opens, closes) = (now.AddHours(1), now.AddHours(2));
        var round = $"rounds/window-{now.UtcTicks}";
        await service.Programme.CreateRoundAsync(round, opens, closes);
        var cases = new List<V1.Case>();
        for (var count = 0; count < 4; count++)
        {
            cases.Add(await service.Programme.SavedAsync(round));
        }

        await DriveTo(opens.AddTicks(-1));
        await Refused.Because(Reasons.WindowNotOpen, Submit(cases[0]));
        await DriveTo(opens);
        Assert.Equal(opens, (await Submit(cases[0])).Receipt.ReceiveTime.ToDateTimeOffset());
        await DriveTo(closes.AddTicks(-1));
        await Submit(cases[1]);
        await DriveTo(closes);
        Assert.Equal(closes, (await Submit(cases[2])).Receipt.ReceiveTime.ToDateTimeOffset());
        await DriveTo(closes.AddTicks(1));
        await Refused.Because(Reasons.WindowClosed, Submit(cases[3]));
    }

    [Fact]
    public async Task Then_the_clock_never_goes_back_and_tokens_do_not_follow_it()
    {
        var before = (await _operator.GetStatusAsync(new())).Now.ToDateTimeOffset();
        await DriveTo(before.AddDays(-1));
        Assert.Equal(before, (await _operator.GetStatusAsync(new())).Now.ToDateTimeOffset());
    }

    private AsyncUnaryCall<V1.SubmitCaseResponse> Submit(V1.Case saved) =>
        service.Programme.OwnCases.SubmitCaseAsync(new() { Name = saved.Name, RequestId = Programme.NewId() });

    private async Task DriveTo(DateTimeOffset time) => await _operator.AdvanceClockAsync(new() { Time = Timestamp.FromDateTimeOffset(time) });
}
