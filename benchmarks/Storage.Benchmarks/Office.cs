using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Orleans;
using Orleans.Hosting;
using SmeOrleans.Domain.Access;
using SmeOrleans.Domain.Cases;
using SmeOrleans.Domain.Companies;
using SmeOrleans.Domain.Rounds;
using SmeOrleans.Domain.Units;
using SmeOrleans.Grains;
using SmeOrleans.Grains.Cases;
using SmeOrleans.Grains.Companies;
using SmeOrleans.Grains.Intake;
using SmeOrleans.Grains.Journaling;
using SmeOrleans.Grains.Rounds;
using SmeOrleans.Grains.Tests;
using SmeOrleans.Grains.Units;
using SmeOrleans.GrpcFrontend;
using SmeOrleans.GrpcFrontend.Receipts;
using SmeOrleans.Silo.Storage;
using SmeOrleans.Support;

namespace SmeOrleans.Storage.Benchmarks;

/// <summary>One silo with an open round and its units; without front end, projections and mail.</summary>
internal sealed class Office : IAsyncDisposable
{
    /// <summary>As many units as applied in 2018.</summary>
    private const int Units = 138;

    private static readonly Caller Screener = new("screener", Role.Office, null);
    private static readonly string Digest = new('a', 64);

    private readonly FakeTimeProvider _clock = new(Programme.Opens);
    private readonly IHost _host;

    private Office(StoreFolder folder)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddStorage(folder.Connection);
        builder.Services.AddGrains();
        builder.Services.AddSingleton(new FrontendOptions { DataDirectory = folder.Path });
        builder.Services.AddSingleton<IReceiptSigner, ReceiptSigner>();
        builder.UseOrleans(silo => silo.UseLocalhostClustering(LoopbackPort.Free(), LoopbackPort.Free()));
        _host = builder.Build();
    }

    private IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public static async Task<Office> OpenAsync(StoreFolder folder)
    {
        var office = new Office(folder);
        await office._host.StartAsync();
        await office.ExecuteAsync<IRoundGrain, Round, RoundCommand>(Programme.RoundName, Screener, new CreateRound(Programme.Round()));
        foreach (var unit in Enumerable.Range(0, Units).Select(UnitOf))
        {
            await office.ExecuteAsync<IUnitGrain, Unit, UnitCommand>(unit.Unit!, unit, new RegisterUnit(Programme.Unit));
            await office.ExecuteAsync<IUnitGrain, Unit, UnitCommand>(unit.Unit!, Screener, new ApproveUnit());
        }

        return office;
    }

    /// <summary>A draft with all documents, of a company of its own.</summary>
    public async Task DraftAsync(int number)
    {
        var (company, unit) = ($"companies/{number:D8}", UnitOf(number));
        await ExecuteAsync<ICompanyGrain, Company, CompanyCommand>(company, Screener, new RegisterCompany(Programme.Company));
        await ExecuteAsync<ICaseGrain, Case, CaseCommand>(
            CaseOf(number), unit, new SaveDraft(Programme.RoundName, unit.Unit!, Programme.Application(company), ExpectedVersion: null));
        foreach (var kind in Programme.Kinds)
        {
            await ExecuteAsync<ICaseGrain, Case, CaseCommand>(CaseOf(number), unit, new AttachDocument(Programme.Document(kind)));
        }
    }

    /// <summary>Returns with the receipt.</summary>
    public Task SubmitAsync(int number) => ExecuteAsync<ICaseGrain, Case, CaseCommand>(CaseOf(number), UnitOf(number), new Submit());

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }

    private async Task ExecuteAsync<TGrain, TState, TCommand>(string name, Caller caller, TCommand command)
        where TGrain : IJournaledGrain<TState, TCommand>, IGrainWithStringKey
        where TState : class
        where TCommand : class
    {
        var envelope = new Envelope(caller, Guid.NewGuid(), Digest, _clock.GetUtcNow(), ValidateOnly: false);
        var answer = await Grains.GetGrain<TGrain>(name).Execute(envelope, command);
        if (answer.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"{command} of {name} was refused: {refusal.Code}");
        }
    }

    private static Caller UnitOf(int number) => new("applicant", Role.Unit, $"units/U{number % Units:D3}");

    private static string CaseOf(int number) => $"{Programme.RoundName}/cases/{number:D8}";
}
