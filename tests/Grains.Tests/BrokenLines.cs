using SmeOrleans.Domain.Cases;
using SmeOrleans.Domain.Companies;
using SmeOrleans.Grains.Cases;
using SmeOrleans.Grains.Journaling;
using static SmeOrleans.Grains.Tests.SiloFixture;

namespace SmeOrleans.Grains.Tests;

/// <summary>R7: a write that was stored though its caller saw a failure, and one that never arrived.</summary>
public sealed class BrokenLines : IAsyncLifetime
{
    private const int Cases = 60;
    private readonly SiloFixture _silo = new();

    public Task InitializeAsync() => _silo.InitializeAsync();

    public Task DisposeAsync() => _silo.DisposeAsync();

    [Theory]
    [InlineData(5, 0)]
    [InlineData(0, 5)]
    [InlineData(7, 3)]
    public async Task When_a_client_repeats_its_request_until_it_is_answered_Then_everything_happened_once(int answerLostEvery, int requestLostEvery)
    {
        await _silo.PrepareAsync();
        (_silo.Storage.AnswerLostEvery, _silo.Storage.RequestLostEvery) = (answerLostEvery, requestLostEvery);

        var numbers = new List<string>();
        for (var index = 0; index < Cases; index++)
        {
            numbers.Add(await SubmitUntilAnsweredAsync($"case-{index}"));
        }

        Assert.True(_silo.Storage.Faults >= Cases / 5, $"{_silo.Storage.Faults} faults");
        (_silo.Storage.AnswerLostEvery, _silo.Storage.RequestLostEvery) = (0, 0);
        Assert.Equal(Cases, numbers.Distinct().Count());
        var company = Accepted(await _silo.Company().Read(Office));
        Assert.Equal(Cases, company.Entries.Count(entry => entry.Value.Stage == QuotaStage.Applied));
    }

    private async Task<string> SubmitUntilAnsweredAsync(string id)
    {
        var grain = _silo.Case(id);
        var draft = new SaveDraft(Programme.RoundName, Programme.UnitName, Programme.Application(), ExpectedVersion: null);
        await UntilAnsweredAsync(grain, draft);
        var submitted = await UntilAnsweredAsync(grain, new Submit());
        Assert.Equal(submitted.Receipt, (await UntilAnsweredAsync(grain, new Submit(), submitted.Receipt)).Receipt);
        return submitted.Receipt!.CaseNumber;
    }

    /// <summary>Repeats one request; with a receipt given, the request that got it.</summary>
    private async Task<Case> UntilAnsweredAsync(ICaseGrain grain, CaseCommand command, Receipt? got = null)
    {
        var request = got is null ? Guid.NewGuid() : _last;
        _last = request;
        for (var attempt = 0; attempt < 20; attempt++)
        {
            try
            {
                return Accepted(await grain.Execute(_silo.From(OwnUnit, request), command));
            }
            catch (StoreUnavailableException)
            {
                // The outcome is unknown; the same request settles it.
            }
        }

        throw new TimeoutException($"{command} was not answered.");
    }

    private Guid _last;
}
