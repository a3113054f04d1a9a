using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using SmeOrleans.Grpc.Tests.Served;

namespace SmeOrleans.Grpc.Tests;

/// <summary>W-1: who was too late is on record; the office lets a unit in all the same, as an act that the case names.</summary>
[Collection(ServedCollection.Name)]
public sealed class Exceptions(Service service)
{
    private readonly V1.OperationsService.OperationsServiceClient _operator = new(service.As(Role.Operator));
    private readonly V1.RoundService.RoundServiceClient _office = new(service.As(Role.Office));

    [Fact]
    public async Task Then_who_was_too_late_is_found_and_let_in_by_an_act()
    {
        var opens = (await _operator.GetStatusAsync(new())).Now.ToDateTimeOffset();
        var (closes, until) = (opens.AddHours(1), opens.AddHours(3));
        var round = $"rounds/exception-{opens.UtcTicks}";
        await service.Programme.CreateRoundAsync(round, opens, closes);
        var late = await service.Programme.SavedAsync(round);
        var never = await service.Programme.SavedAsync(round);

        await DriveTo(closes.AddMinutes(1));
        await RefuseOnRecordAsync(late, round, closes);
        await RefuseOnRecordAsync(never, round, closes);
        Assert.Equal([ (never.Name, false), (late.Name, false)], await AffectedAsync(round, closes));

        await Refused.Because(Reasons.ExceptionRange, Grant(round, Programme.Own, closes));
        await Refused.With(StatusCode.NotFound, Grant(round, "units/nobody", until));
        Assert.Equal(Programme.Own, Assert.Single((await Grant(round, Programme.Own, until)).Exceptions).Beneficiary);
        var taken = await Submit(late);
        Assert.Equal(Reasons.WindowException.WireName, Assert.Single(taken.Case.Findings).Reason);
        Assert.Equal([ (never.Name, false), (late.Name, true)], await AffectedAsync(round, closes));

        await DriveTo(until.AddTicks(1));
        await Refused.Because(Reasons.WindowClosed, Submit(never));
        Assert.Single((await Look(Role.Unit, Programme.Own, round)).Exceptions);
        Assert.Empty((await Look(Role.Unit, Programme.Other, round)).Exceptions);
        Assert.Empty((await Look(Role.Partner, null, round)).Exceptions);
    }

    [Fact]
    public async Task Then_a_round_that_has_opened_keeps_its_window()
    {
        var opens = (await _operator.GetStatusAsync(new())).Now.ToDateTimeOffset();
        var round = $"rounds/shorter-{opens.UtcTicks}";
        await service.Programme.CreateRoundAsync(round, opens, opens.AddHours(2));
        var found = await _office.GetRoundAsync(new() { Name = round });
        found.CloseTime = Timestamp.FromDateTimeOffset(opens.AddHours(1));
        var refused = await Refused.With(StatusCode.InvalidArgument, _office.UpdateRoundAsync(new()
        {
            Round = found, UpdateMask = new() { Paths = { "close_time" } }, RequestId = Programme.NewId(),
        }));
        Assert.Equal(["round.close_time"], Refused.Fields(refused));
    }

    // Only so many attempts a second are written down, and other tests are refused a lot.
    private async Task RefuseOnRecordAsync(V1.Case saved, string round, DateTimeOffset closes)
    {
        var deadline = Environment.TickCount64 + 10_000;
        do
        {
            await Refused.Because(Reasons.WindowClosed, Submit(saved));
        }
        while (!(await AffectedAsync(round, closes)).Any(one => one.Case == saved.Name) && Environment.TickCount64 < deadline);
    }

    private async Task<ImmutableHashSet<(string Case, bool Submitted)>> AffectedAsync(string round, DateTimeOffset closes)
    {
        var answer = await new V1.RoundService.RoundServiceClient(service.As(Role.Auditor)).ListAffectedAsync(new()
        {
            Parent = round, FromTime = Timestamp.FromDateTimeOffset(closes), ToTime = Timestamp.FromDateTimeOffset(closes.AddHours(1)),
        });
        Assert.All(answer.Attempts, attempt => Assert.Equal((Programme.Own, Reasons.WindowClosed.WireName), (attempt.Unit, attempt.Reason)));
        return [.. answer.Attempts.Select(attempt => (attempt.Case, attempt.ReceiveTime is not null))];
    }

    private AsyncUnaryCall<V1.Round> Grant(string round, string beneficiary, DateTimeOffset until) => _office.GrantExceptionAsync(new()
    {
        Name = round, Beneficiary = beneficiary, ExpireTime = Timestamp.FromDateTimeOffset(until), Reason = "系統中斷一小時", RequestId = Programme.NewId(),
    });

    private async Task<V1.Round> Look(Role role, string? unit, string round) =>
        await new V1.RoundService.RoundServiceClient(service.As(role, unit)).GetRoundAsync(new() { Name = round });

    private AsyncUnaryCall<V1.SubmitCaseResponse> Submit(V1.Case saved) =>
        service.Programme.OwnCases.SubmitCaseAsync(new() { Name = saved.Name, RequestId = Programme.NewId() });

    private async Task DriveTo(DateTimeOffset time) => await _operator.AdvanceClockAsync(new() { Time = Timestamp.FromDateTimeOffset(time) });
}
