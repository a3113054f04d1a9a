namespace SmeOrleans.Grains.Companies;

[GrainType("company")]
internal sealed class CompanyGrain(
    [PersistentState("company", GrainStores.Journal)] IPersistentState<Journaled<Company>> store, TimeProvider clock, ITellCourier courier)
    : JournaledGrain<Company, CompanyEvent, CompanyCommand>(store, clock, courier), ICompanyGrain
{
    protected override Rejection? Authorise(Caller caller, CompanyCommand command) =>
        AccessRules.May(caller, command) ? null : Unknown;

    protected override bool MayRead(Caller caller) => AccessRules.MayRead(caller, State!);

    protected override ValueTask<Decision<CompanyEvent>> Decide(Envelope envelope, CompanyCommand command) =>
        new(CompanyRules.Decide(Current, Version, command));

    protected override Company Apply(Company? state, CompanyEvent happened) => (state ?? Current).Apply(happened);

    protected override string? ReservedBy(CompanyCommand command) => (command as ReserveQuota)?.Case;

    protected override CompanyCommand Free(string caseName) => new ReleaseQuota(caseName);

    private Company Current => State ?? Company.Unknown(Name);
}
