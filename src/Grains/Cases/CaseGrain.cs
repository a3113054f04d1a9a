using SmeOrleans.Grains.Intake;

namespace SmeOrleans.Grains.Cases;

[GrainType("case")]
internal sealed class CaseGrain(
    [PersistentState("case", GrainStores.Journal)] IPersistentState<Journaled<Case>> store,
    TimeProvider clock, ITellCourier courier, CaseFactsGatherer gatherer, Submission submission)
    : JournaledGrain<Case, CaseEvent, CaseCommand>(store, clock, courier), ICaseGrain
{
    // Longer than any call may take, so that what came in time is not overtaken by the lapse.
    private static readonly TimeSpan LapseAfter = TimeSpan.FromMinutes(6);

    public Task<Standing> Stands(string holder) => Task.FromResult(
        Current.StandsWith(holder) ? Standing.Yes : IsUndecided ? Standing.NotYet : Standing.No);

    public Task Fence() => Outdate();

    protected override Rejection? Authorise(Caller caller, CaseCommand command)
    {
        var subject = command is SaveDraft draft && State is null ? Current with { Unit = draft.Unit } : Current;
        return CaseRights.May(caller, subject, command) ? null : Unknown;
    }

    protected override bool MayRead(Caller caller) => CaseRights.Of(caller, Current).HasFlag(CaseRight.Read);

    protected override async ValueTask<Decision<CaseEvent>> Decide(Envelope envelope, CaseCommand command)
    {
        var facts = await gatherer.GatherAsync(Current, Version, envelope.ReceivedAt, command);
        return facts is null ? Unknown
            : command is Submit ? await submission.DecideAsync(Current, facts, envelope.ValidateOnly, RequireLatest)
            : CaseMachine.DecideFully(Current, command, facts);
    }

    protected override Case Apply(Case? state, CaseEvent happened) => (state ?? Current).Apply(happened);

    protected override IEnumerable<Notice> Notify(Case after, CaseEvent happened) => CaseNotices.Of(after, happened);

    protected override IEnumerable<Tell> Telling(Case? before, Case after, CaseEvent happened) =>
        before is null ? [] : CaseTells.Of(before, after, happened);

    protected override DateTimeOffset? DueAt(Case state) => CaseDeadlines.Next(state)?.ExpiresAt + LapseAfter;

    protected override Task OnDue() =>
        State is { } state && CaseDeadlines.Next(state) is { } next && DueAt(state) <= Now
            ? Execute(FromService(), next.Lapse)
            : Task.CompletedTask;

    protected override bool IsForEver(CaseCommand command) => command is Submit;

    private Case Current => State ?? Case.None(Name);
}
