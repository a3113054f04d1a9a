using SmeOrleans.Domain.JointMeetings;
using SmeOrleans.Domain.Payments;
using SmeOrleans.Grains.JointMeetings;
using SmeOrleans.Grains.Rounds;

namespace SmeOrleans.GrpcFrontend.Payments;

/// <summary>Where the budget lines of a round stand: the joint meeting says what is given away, the cases what is committed and paid.</summary>
internal sealed class BudgetDesk(IGrainFactory grains, IBudgetSums sums)
{
    public async Task<V1.BudgetStatus> StatusOf(string roundName, ServerCallContext context)
    {
        var (round, _) = await context.Read(grains.GetGrain<IRoundGrain>(roundName));
        var meeting = await grains.GetGrain<IJointMeetingGrain>($"{roundName}/jointMeeting").Read(Caller.Service).WaitAsync(context.CancellationToken);
        var spent = await sums.ByLineAsync(roundName, context.CancellationToken);
        var lines = LineStanding.Of(round, meeting.State, spent);
        return new() { Lines = { lines.Select(Of), Of(LineStanding.Total(lines)) } };
    }

    private static V1.BudgetLineStatus Of(LineStanding line) => new()
    {
        Code = line.Code,
        DisplayName = line.DisplayName,
        AmountNtd = line.Amount.Amount,
        ApprovedNtd = line.Approved.Amount,
        OfferedNtd = line.Offered.Amount,
        CommittedNtd = line.Committed.Amount,
        PaidNtd = line.Paid.Amount,
        LeftNtd = line.Left.Amount,
    };
}
