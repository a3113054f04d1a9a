using SmeOrleans.Cli.Connection;

namespace SmeOrleans.Cli.Season.Desks;

/// <summary>The joint meeting of a round: opened, played through in a copy, fixed, signed, published (J-1 to J-3).</summary>
/// <param name="signatures">The groups whose chairs sign, with their tokens; the bureau signs in any case.</param>
internal sealed class MeetingDesk(SeasonDesk desk, IReadOnlyCollection<(string Group, string Token)> signatures)
{
    private const string Subject = "jointMeeting";
    private const string Copy = "what-if";

    private readonly string name = $"{desk.RoundName}/jointMeeting";

    /// <param name="opensAt">When the meeting begins.</param>
    /// <param name="freezesAt">When its list is fixed and signed.</param>
    /// <param name="publishedAt">When the list is published.</param>
    public IEnumerable<PlannedAct> Acts(DateTimeOffset opensAt, DateTimeOffset freezesAt, DateTimeOffset publishedAt) =>
    [
        new(opensAt, Turn.Meeting, OpenAsync),
        new(freezesAt, Turn.Minutes, stop => desk.ExpectAsync(Subject, "freeze", desk.Tokens.Office,
            id => new FreezeMeetingRequest { Name = name, RequestId = id }, desk.Connection.JointMeetings.FreezeMeetingAsync, stop)),
        new(freezesAt, Turn.Signature, SignAsync),
        new(publishedAt, Turn.Publication, stop => desk.ExpectAsync(Subject, "publish", desk.Tokens.Office,
            id => new PublishResultsRequest { Name = name, RequestId = id }, desk.Connection.JointMeetings.PublishResultsAsync, stop)),
    ];

    /// <summary>The copy asks what one approval less on a budget line would leave; it is not adopted.</summary>
    /// <param name="line">Code of the line.</param>
    /// <param name="count">Approvals at most.</param>
    public PlannedAct PlayThrough(DateTimeOffset at, string line, int count) => new(at, Turn.WhatIf, async stop =>
    {
        await desk.ExpectAsync(Subject, "copy", desk.Tokens.Office,
            id => new CopyScenarioRequest { Name = name, ToScenario = Copy, RequestId = id }, desk.Connection.JointMeetings.CopyScenarioAsync, stop);
        var change = new MeetingChange { Kind = MeetingChangeKind.LimitCount, FromLine = line, AmountNtd = count, Reason = "試算：少核定一案" };
        await desk.ExpectAsync(Subject, "play through", desk.Tokens.Office,
            id => new MakeChangeRequest { Name = name, Scenario = Copy, Change = change, RequestId = id }, desk.Connection.JointMeetings.MakeChangeAsync, stop);
    });

    /// <summary>No further place is offered.</summary>
    public PlannedAct CloseReserve(DateTimeOffset at) => new(at, Turn.ReserveClosing, stop => desk.ExpectAsync(Subject, "close reserve", desk.Tokens.Office,
        id => new CloseReserveRequest { Name = name, RequestId = id }, desk.Connection.JointMeetings.CloseReserveAsync, stop));

    private Task OpenAsync(CancellationToken stop) => desk.ExpectAsync(Subject, "open", desk.Tokens.Office,
        id => new OpenMeetingRequest { Name = name, RequestId = id }, desk.Connection.JointMeetings.OpenMeetingAsync, stop);

    // One after the other, as minutes go round a table.
    private async Task SignAsync(CancellationToken stop)
    {
        var meeting = await desk.Caller.TryAskAsync("get the minutes", async () => await desk.Connection.JointMeetings.GetJointMeetingAsync(
            new() { Name = name }, ServiceConnection.Options(desk.Tokens.Office, stop)), stop);
        foreach (var (group, token) in signatures.Append(("", desk.Tokens.Bureau)))
        {
            await desk.ExpectAsync(Subject, $"sign {(group.Length > 0 ? group : "as bureau")}", token,
                id => new SignMinutesRequest { Name = name, Group = group, Sha256 = meeting.Answer?.Minutes?.Sha256 ?? "", RequestId = id },
                desk.Connection.JointMeetings.SignMinutesAsync, stop);
        }
    }
}
