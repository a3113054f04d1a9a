using SmeOrleans.Domain.Cases;
using SmeOrleans.Domain.Companies;
using SmeOrleans.Domain.Refusals;
using SmeOrleans.Grains.Cases;
using static SmeOrleans.Grains.Tests.SiloFixture;

namespace SmeOrleans.Grains.Tests;

public sealed class ScreeningCases : IAsyncLifetime
{
    private readonly SiloFixture _silo = new();

    public async Task InitializeAsync()
    {
        await _silo.InitializeAsync();
        await _silo.PrepareAsync();
    }

    public Task DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task When_the_supplement_lapses_Then_waking_returns_the_case_and_frees_the_place()
    {
        var grain = await ScreenedAsync("a", Programme.Kinds.Skip(1));
        var asked = Accepted(await grain.Execute(_silo.From(Office), new RequestSupplement("請補")));
        _silo.Clock.SetUtcNow(asked.Supplement!.ExpiresAt.AddSeconds(1));
        await grain.Wake();
        Assert.Equal(CaseState.SupplementRequested, Accepted(await grain.Read(Office)).State);
        _silo.Clock.Advance(TimeSpan.FromMinutes(6));

        await grain.Wake();

        var returned = Accepted(await grain.Read(Office));
        Assert.Equal(CaseState.Returned, returned.State);
        Assert.Equal(Reasons.DocumentsMissing.Code, Assert.Single(returned.Findings).Code);
        // What the service itself does, others may hear of a little later; waking waits for them.
        await grain.Wake();
        Assert.Equal(QuotaStage.Released, Accepted(await _silo.Company().Read(Office)).Entries[returned.Name].Stage);
    }

    [Fact]
    public async Task When_an_answer_in_time_is_handled_late_Then_the_sweep_has_not_overtaken_it()
    {
        var grain = await ScreenedAsync("a", Programme.Kinds.Skip(1));
        var asked = Accepted(await grain.Execute(_silo.From(Office), new RequestSupplement("請補")));
        _silo.Clock.SetUtcNow(asked.Supplement!.ExpiresAt);
        var attach = _silo.From(OwnUnit);
        var answer = _silo.From(OwnUnit);
        _silo.Clock.Advance(TimeSpan.FromSeconds(5));
        await grain.Wake();

        Accepted(await grain.Execute(attach, new AttachDocument(Programme.Document(DocumentKind.Checklist))));
        Assert.Equal(CaseState.Screening, Accepted(await grain.Execute(answer, new AnswerSupplement())).State);
    }

    [Fact]
    public async Task When_two_cases_of_a_company_meet_Then_the_earlier_stands_whatever_the_order_of_screening()
    {
        var earlier = await SubmittedAsync("b", OwnUnit);
        _silo.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = await SubmittedAsync("a", OtherUnit);

        var afterLater = await CompleteAsync(later);
        var afterEarlier = await CompleteAsync(earlier);

        Assert.Equal(CaseState.Returned, afterLater.State);
        Assert.Contains(afterLater.Findings, finding => finding.Blocks && finding.Code == Reasons.QuotaRound.Code);
        Assert.Equal(CaseState.Qualified, afterEarlier.State);
    }

    [Fact]
    public async Task When_the_decision_is_only_asked_for_Then_it_is_told_and_nothing_is_written()
    {
        var grain = await ScreenedAsync("a", Programme.Kinds);
        var before = await grain.Read(Office);

        var foreseen = await grain.Execute(_silo.From(Office) with { ValidateOnly = true }, new CompleteScreening());

        Assert.Equal(CaseState.Qualified, Accepted(foreseen).State);
        Assert.Equal(before.Version, foreseen.Version);
        Assert.Equal(CaseState.Screening, Accepted(await grain.Read(Office)).State);
    }

    [Fact]
    public async Task When_a_document_is_missing_and_was_not_asked_for_Then_the_case_cannot_be_returned_for_it()
    {
        var grain = await ScreenedAsync("a", Programme.Kinds.Skip(1));

        Refused(Reasons.DocumentsMissing, await grain.Execute(_silo.From(Office), new CompleteScreening()));
    }

    private async Task<ICaseGrain> ScreenedAsync(string id, IEnumerable<DocumentKind> kinds)
    {
        var grain = _silo.Case(id);
        await grain.Execute(_silo.From(OwnUnit), new SaveDraft(Programme.RoundName, Programme.UnitName, Programme.Application(), null));
        foreach (var kind in kinds)
        {
            await grain.Execute(_silo.From(OwnUnit), new AttachDocument(Programme.Document(kind)));
        }

        Accepted(await grain.Execute(_silo.From(OwnUnit), new Submit()));
        Accepted(await grain.Execute(_silo.From(Office), new BeginScreening()));
        return grain;
    }

    private async Task<ICaseGrain> SubmittedAsync(string id, Domain.Access.Caller unit)
    {
        var grain = await _silo.DraftAsync(id, unit);
        Accepted(await grain.Execute(_silo.From(unit), new Submit()));
        return grain;
    }

    private async Task<Case> CompleteAsync(ICaseGrain grain)
    {
        Accepted(await grain.Execute(_silo.From(Office), new BeginScreening()));
        return Accepted(await grain.Execute(_silo.From(Office), new CompleteScreening()));
    }
}
