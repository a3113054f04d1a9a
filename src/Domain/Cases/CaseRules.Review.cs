namespace SmeOrleans.Domain.Cases;

// Review and joint meeting: the case moves only where the session or the meeting that it names says so.
internal static partial class CaseRules
{
    private static readonly Rejection NotDecided = Rejection.Because(Reasons.MeetingNotDecided);

    // Two sessions may have taken it at the same moment: it belongs to the one that reached it first.
    public static Rejection? SessionHasIt(Case subject, CaseCommand command, CaseFacts facts) =>
        facts.Session?.ItemOf(subject.Name) is null || (subject.Review is { } review && review.Session != facts.Session.Name)
            ? Rejection.Because(Reasons.SessionWithoutCase)
            : null;

    public static Rejection? SessionHasItNoMore(Case subject, CaseCommand command, CaseFacts facts) =>
        subject.Review?.Session == facts.Session?.Name && facts.Session?.ItemOf(subject.Name) is null
            ? null
            : Rejection.Because(Reasons.SessionWithoutCase);

    public static Rejection? SessionIsClosed(Case subject, CaseCommand command, CaseFacts facts) =>
        facts.Session?.State == SessionState.Closed ? null : Rejection.Because(Reasons.SessionOpen);

    public static Rejection? SessionIsOpen(Case subject, CaseCommand command, CaseFacts facts) =>
        facts.Session?.State == SessionState.Scheduled ? null : Rejection.Because(Reasons.SessionClosed);

    public static Rejection? MeetingRecommends(Case subject, CaseCommand command, CaseFacts facts) =>
        facts.Meeting?.EntryOf(subject.Name) is { IsRecommended: true } ? null : NotDecided;

    public static Rejection? MeetingDoesNotRecommend(Case subject, CaseCommand command, CaseFacts facts) =>
        facts.Meeting?.EntryOf(subject.Name) is { IsRecommended: false } ? null : NotDecided;

    // A late recusal may turn a grade as long as nothing is published (T-3).
    public static Rejection? NothingPublished(Case subject, CaseCommand command, CaseFacts facts) =>
        facts.Meeting?.Phase == MeetingPhase.Published ? NotDecided : null;

    public static Rejection? MeetingApproves(Case subject, CaseCommand command, CaseFacts facts) => Decided(subject, facts, EntryDecision.Approved);

    public static Rejection? MeetingReserves(Case subject, CaseCommand command, CaseFacts facts) => Decided(subject, facts, EntryDecision.Reserve);

    public static Rejection? MeetingOffers(Case subject, CaseCommand command, CaseFacts facts) => Decided(subject, facts, EntryDecision.Offered);

    public static Rejection? MeetingDeclines(Case subject, CaseCommand command, CaseFacts facts) => Decided(subject, facts, EntryDecision.Declined);

    // the company was asked to count it before the case is approved.
    public static Rejection? QuotaAccepts(Case subject, CaseCommand command, CaseFacts facts) => facts.QuotaRefusal;

    public static Rejection? QuotaIsUsedUp(Case subject, CaseCommand command, CaseFacts facts) => facts.QuotaRefusal is null ? NotDecided : null;

    // A case that left a common project is no longer among the amounts of its entry.
    private static Rejection? Decided(Case subject, CaseFacts facts, EntryDecision decision) =>
        facts.Meeting?.PublishedOutcomeOf(subject.Name) is { } outcome && outcome.Decision == decision
            && outcome.Amounts.Exists(one => one.Case == subject.Name)
            ? null
            : NotDecided;
}
