using Google.Protobuf.WellKnownTypes;
using SmeOrleans.Domain.Companies;

namespace SmeOrleans.Grpc.Tests.Served;

/// <summary>A round, two approved units and companies, made through the public contract.</summary>
internal sealed class Programme(Service service)
{
    public const string Round = "rounds/107";
    public const string Own = "units/U001";
    public const string Other = "units/U002";

    private int _lastTaxId = 10_000_000;

    public V1.CaseService.CaseServiceClient OwnCases => new(service.As(Role.Unit, Own));

    public V1.CaseService.CaseServiceClient OtherCases => new(service.As(Role.Unit, Other));

    public async Task OpenAsync()
    {
        await CreateRoundAsync(Round, Service.Start, Service.Start.AddYears(1));
        var units = new V1.UnitService.UnitServiceClient(service.As(Role.Office));
        foreach (var unit in new[] { Own, Other })
        {
            await units.RegisterUnitAsync(new()
            {
                UnitId = unit["units/".Length..],
                RequestId = NewId(),
                Unit = new() { DisplayName = "輔導單位", Kind = V1.UnitKind.School, TaxId = NextTaxId(), ContactEmail = "office@unit.example" },
            });
            await units.ApproveUnitAsync(new() { Name = unit, RequestId = NewId() });
        }
    }

    public async Task CreateRoundAsync(string name, DateTimeOffset opens, DateTimeOffset closes, V1.RoundRules? rules = null) =>
        await new V1.RoundService.RoundServiceClient(service.As(Role.Office)).CreateRoundAsync(new()
        {
            RoundId = name["rounds/".Length..],
            RequestId = NewId(),
            Round = new()
            {
                DisplayName = "107年度",
                RocYear = 107,
                Kind = V1.RoundKind.Regular,
                OpenTime = Timestamp.FromDateTimeOffset(opens),
                CloseTime = Timestamp.FromDateTimeOffset(closes),
                Groups = { new V1.Category { Code = "metal", DisplayName = "金屬" } },
                Functions = { new V1.Category { Code = "process", DisplayName = "製程" } },
                Rules = rules,
                Regions = { new V1.Region { Code = "north", DisplayName = "北部", Counties = { "臺北市" } } },
            },
        });

    public async Task<V1.Application> ApplicationAsync()
    {
        var taxId = NextTaxId();
        await new V1.CompanyService.CompanyServiceClient(service.As(Role.Office)).RegisterCompanyAsync(new()
        {
            TaxId = taxId,
            RequestId = NewId(),
            Company = new() { DisplayName = "範例業者", County = "臺北市", Sector = V1.Sector.Manufacturing, CapitalNtd = 5_000_000, Employees = 20 },
        });
        return new()
        {
            Company = $"companies/{taxId}",
            Group = "metal",
            Function = "process",
            Mode = V1.CaseMode.General,
            Title = "製程改善",
            TotalNtd = 250_000,
            GovernmentNtd = 200_000,
            SelfNtd = 50_000,
        };
    }

    public async Task<V1.CreateCaseRequest> DraftAsync(string round = Round) => new()
    {
        Parent = round,
        RequestId = NewId(),
        Case = new() { Unit = Own, Application = await ApplicationAsync() },
    };

    public async Task<V1.Case> SavedAsync(string round = Round) => await OwnCases.CreateCaseAsync(await DraftAsync(round));

    /// <summary>A document with a few bytes of its own.</summary>
    public async Task UploadAsync(string name, V1.DocumentKind kind, string unit = Own)
    {
        var content = System.Text.Encoding.ASCII.GetBytes($"%PDF-1.4\n% {name} {kind}\n%%EOF\n");
        using var call = new V1.DocumentService.DocumentServiceClient(service.As(Role.Unit, unit)).UploadDocument();
        await call.RequestStream.WriteAsync(new()
        {
            Header = new()
            {
                Case = name, Kind = kind, FileName = "a.pdf", SizeBytes = content.Length, RequestId = NewId(),
                Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)),
            },
        });
        await call.RequestStream.WriteAsync(new() { Chunk = Google.Protobuf.ByteString.CopyFrom(content) });
        await call.RequestStream.CompleteAsync();
        await call;
    }

    public static string NewId() => Guid.NewGuid().ToString();

    public string NextTaxId()
    {
        do
        {
            _lastTaxId++;
        }
        while (!TaxId.IsValid($"{_lastTaxId:D8}"));
        return $"{_lastTaxId:D8}";
    }
}
