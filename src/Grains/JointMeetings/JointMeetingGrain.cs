namespace SmeOrleans.Grains.JointMeetings;

[GrainType("jointmeeting")]
internal sealed class JointMeetingGrain(
    [PersistentState("jointmeeting", GrainStores.Journal)] IPersistentState<Journaled<JointMeeting>> store,
    TimeProvider clock, ITellCourier courier, JointMeetingFactsGatherer gatherer)
    : JournaledGrain<JointMeeting, JointMeetingEvent, JointMeetingCommand>(store, clock, courier), IJointMeetingGrain
{
    // Longer than any call may take, so that a reply that came in time is not overtaken by the lapse.
    private static readonly TimeSpan LapseAfter = TimeSpan.FromMinutes(6);

    protected override Rejection? Authorise(Caller caller, JointMeetingCommand command) =>
        AccessRules.May(caller, State, command) ? null : Unknown;

    protected override bool MayRead(Caller caller) => AccessRules.MayRead(caller, State!);

    protected override async ValueTask<Decision<JointMeetingEvent>> Decide(Envelope envelope, JointMeetingCommand command) =>
        await gatherer.GatherAsync(Current, envelope.ReceivedAt, command) is { } facts
            ? JointMeetingRules.Decide(Current, command, facts)
            : Unknown;

    protected override JointMeeting Apply(JointMeeting? state, JointMeetingEvent happened) => (state ?? Current).Apply(happened);

    protected override IEnumerable<Tell> Telling(JointMeeting? before, JointMeeting after, JointMeetingEvent happened) =>
        JointMeetingTells.Of(before ?? JointMeeting.Unknown(Name), after, happened);

    protected override DateTimeOffset? DueAt(JointMeeting state) => state.NextOfferExpiry + LapseAfter;

    protected override Task OnDue() =>
        State is { } state && DueAt(state) <= Now ? Execute(FromService(), new LapseOffers()) : Task.CompletedTask;

    private JointMeeting Current => State ?? JointMeeting.Unknown(Name);
}
