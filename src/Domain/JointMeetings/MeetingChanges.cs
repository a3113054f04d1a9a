namespace SmeOrleans.Domain.JointMeetings;

/// <summary>Whether a change fits the meeting at all, whatever it leads to (J-3).</summary>
internal static class MeetingChanges
{
    public static Rejection? Misfit(MeetingChange change, JointMeeting meeting) => change switch
    {
        { Reason.Length: 0 } => Rejection.OfFields(new FieldViolation("change.reason", "is required")),
        { Kind: MeetingChangeKind.ChangeAmount } => OfAmount(change, meeting),
        { Kind: MeetingChangeKind.MoveMoney } => OfMove(change, meeting),
        { Kind: MeetingChangeKind.LimitCount } => HasLine(meeting, change.FromLine) && change.Amount >= Ntd.Zero
            ? null
            : Rejection.OfFields(new FieldViolation("change.from_line", "must be a budget line, with a count of at least 0")),
        { Kind: MeetingChangeKind.Approve } when meeting.Entries.GetValueOrDefault(change.Item) is { IsRecommended: false } =>
            Rejection.Because(Reasons.EntryNotRecommended, ("item", change.Item)),
        { Kind: MeetingChangeKind.Approve or MeetingChangeKind.HoldBack or MeetingChangeKind.Decline } =>
            meeting.Entries.ContainsKey(change.Item) ? null : Rejection.Because(Reasons.EntryUnknown, ("item", change.Item)),
        _ => Rejection.OfFields(new FieldViolation("change.kind", "must be one of the documented values")),
    };

    /// <summary>An amount that fitted when it was changed, but no longer what the case asks for or may have.</summary>
    public static Rejection? Outgrown(MeetingChange change, JointMeeting meeting) =>
        change.Kind == MeetingChangeKind.ChangeAmount && meeting.EntryOf(change.Case) is not null ? OfAmount(change, meeting) : null;

    // No meeting gives more than was asked for, or than the caps allow (F-1 to F-5).
    private static Rejection? OfAmount(MeetingChange change, JointMeeting meeting)
    {
        if (meeting.EntryOf(change.Case)?.Cases.Find(one => one.Case == change.Case) is not { } known)
        {
            return Rejection.Because(Reasons.EntryUnknown, ("item", change.Case));
        }

        if (change.Budget is not { } budget)
        {
            return Rejection.OfFields(new FieldViolation("change.money", "is required"));
        }

        return FundingRules.AddsUp(budget) ?? FundingRules.WithinCase(budget, known.Cap)
            ?? (budget.Government <= known.Asked.Government && budget.Total <= known.Asked.Total
                ? null
                : Rejection.OfFields(new FieldViolation("change.money", "must not exceed what was asked for")));
    }

    private static Rejection? OfMove(MeetingChange change, JointMeeting meeting) =>
        HasLine(meeting, change.FromLine) && HasLine(meeting, change.ToLine) && change.FromLine != change.ToLine && change.Amount > Ntd.Zero
            ? null
            : Rejection.OfFields(new FieldViolation("change.to_line", "money above 0 moves from one budget line to another"));

    private static bool HasLine(JointMeeting meeting, string code) => meeting.Lines.Exists(line => line.Code == code);
}
