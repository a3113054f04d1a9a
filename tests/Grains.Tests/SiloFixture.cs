using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Orleans.Configuration;
using Orleans.Storage;
using SmeOrleans.Domain.Access;
using SmeOrleans.Domain.Cases;
using SmeOrleans.Domain.Companies;
using SmeOrleans.Domain.Refusals;
using SmeOrleans.Domain.Rounds;
using SmeOrleans.Domain.Units;
using SmeOrleans.Grains.Cases;
using SmeOrleans.Grains.Companies;
using SmeOrleans.Grains.Intake;
using SmeOrleans.Grains.Journaling;
using SmeOrleans.Grains.Rounds;
using SmeOrleans.Grains.Units;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Grains.Tests;

/// <summary>Grains over a SQLite file of their own, with a clock that the test drives.</summary>
public sealed class SiloFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sme-grains-").FullName;
    private IHost _host = null!;

    public static readonly Caller Office = new("screener", Role.Office, null);
    public static readonly Caller OwnUnit = new("applicant", Role.Unit, Programme.UnitName);
    public static readonly Caller OtherUnit = new("rival", Role.Unit, Programme.OtherUnitName);

    public FakeTimeProvider Clock { get; } = new(Programme.Opens);

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>The storage under all grains; sound unless a test breaks it.</summary>
    internal FaultyStorage Storage { get; private set; } = null!;

    public ICaseGrain Case(string id) => Grains.GetGrain<ICaseGrain>($"{Programme.RoundName}/cases/{id}");

    public ICompanyGrain Company(string name = Programme.CompanyName) => Grains.GetGrain<ICompanyGrain>(name);

    public Envelope From(Caller caller, Guid? requestId = null, string fingerprint = "same") =>
        new(caller, requestId ?? Guid.NewGuid(), fingerprint, Clock.GetUtcNow(), ValidateOnly: false);

    public async Task InitializeAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddStorage($"Data Source={Path.Combine(_folder, "sme.db")}");
        builder.Services.AddKeyedSingleton<IGrainStorage>(
            GrainStores.Journal, (services, _) => Storage = new(services.GetRequiredService<JournalGrainStorage>()));
        builder.Services.AddGrains();
        builder.Services.AddSingleton<IReceiptSigner, NumberAsSignature>();
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(FreePort(), FreePort());
            silo.Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = TimeSpan.FromSeconds(10));
        });
        _host = builder.Build();
        await _host.StartAsync();
        _ = _host.Services.GetRequiredKeyedService<IGrainStorage>(GrainStores.Journal);
    }

    public async Task DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A round, two approved units and a company.</summary>
    public async Task PrepareAsync(Func<RoundRules, RoundRules>? rules = null)
    {
        await Grains.GetGrain<IRoundGrain>(Programme.RoundName).Execute(From(Office), new CreateRound(Programme.Round(rules)));
        foreach (var (name, caller) in new[] { (Programme.UnitName, OwnUnit), (Programme.OtherUnitName, OtherUnit) })
        {
            await Grains.GetGrain<IUnitGrain>(name).Execute(From(caller), new RegisterUnit(Programme.Unit));
            await Grains.GetGrain<IUnitGrain>(name).Execute(From(Office), new ApproveUnit());
        }

        await Company().Execute(From(Office), new RegisterCompany(Programme.Company));
    }

    /// <summary>A draft with all documents.</summary>
    public async Task<ICaseGrain> DraftAsync(string id, Caller? unit = null)
    {
        var caller = unit ?? OwnUnit;
        var grain = Case(id);
        var draft = new SaveDraft(Programme.RoundName, caller.Unit!, Programme.Application(), ExpectedVersion: null);
        Accepted(await grain.Execute(From(caller), draft));
        foreach (var kind in Programme.Kinds)
        {
            Accepted(await grain.Execute(From(caller), new AttachDocument(Programme.Document(kind))));
        }

        return grain;
    }

    public static TState Accepted<TState>(Answer<TState> answer)
        where TState : class
    {
        Assert.Null(answer.Refusal);
        return answer.State!;
    }

    public static void Refused<TState>(Reason reason, Answer<TState> answer)
        where TState : class => Assert.Equal(reason.Code, answer.Refusal?.Code);

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class NumberAsSignature : IReceiptSigner
    {
        public string Sign(Receipt receipt) => receipt.CaseNumber;

        public string Sign(string name, string sha256) => sha256;
    }
}
