using Google.Protobuf.WellKnownTypes;
using SmeOrleans.Cli.Ledger;
using SmeOrleans.Cli.Season;

namespace SmeOrleans.Cli.Trial;

/// <summary>A small round to play with: one unit, two companies, a submitted case and a draft.</summary>
internal sealed class DemoData(SeasonDesk desk, DateTimeOffset now)
{
    public const string RoundId = "demo";
    public const string UnitId = "U001";

    public const string RoundName = $"rounds/{RoundId}";

    // Valid numbers of the ranges that the sample season uses to stay clear of real firms.
    private const string UnitTaxId = "01191174";
    private static readonly ImmutableArray<string> CompanyTaxIds = ["00004076", "00004815"];

    public async Task FileAsync(CancellationToken stop)
    {
        await OpenRoundAsync(stop);
        await RegisterUnitAsync(stop);
        foreach (var taxId in CompanyTaxIds)
        {
            await RegisterCompanyAsync(taxId, stop);
        }

        var submitted = await DraftAsync("demo-1", CompanyTaxIds[0], "metal", "金屬加工製程改善輔導", stop);
        foreach (var kind in System.Enum.GetValues<DocumentKind>().Where(kind => kind != DocumentKind.Unspecified))
        {
            (await desk.UploadAsync("demo-1", UnitId, submitted, kind, "", stop)).Required($"upload {kind}");
        }

        await desk.RequireAsync("demo-1", CaseSteps.Submit, desk.Tokens.Unit(UnitId),
            id => new SubmitCaseRequest { Name = submitted, RequestId = id }, desk.Connection.Cases.SubmitCaseAsync, stop);
        await DraftAsync("demo-2", CompanyTaxIds[1], "food", "食品保存技術開發輔導", stop);
    }

    private Task OpenRoundAsync(CancellationToken stop)
    {
        var round = new Round
        {
            DisplayName = "示範梯次",
            RocYear = now.Year - 1911,
            Kind = RoundKind.Regular,
            OpenTime = Timestamp.FromDateTimeOffset(now.AddDays(-1)),
            CloseTime = Timestamp.FromDateTimeOffset(now.AddDays(30)),
            Groups = { new Category { Code = "metal", DisplayName = "金屬機電" }, new Category { Code = "food", DisplayName = "食品藥技" } },
            Functions = { new Category { Code = "process", DisplayName = "製程技術" }, new Category { Code = "newtech", DisplayName = "新產品/新技術開發" } },
            Regions = { new Region { Code = "central", DisplayName = "中部", Counties = { "台中市", "彰化縣" } } },
            Rules = new(),
        };
        return desk.RequireAsync(RoundId, "create round", desk.Tokens.Office,
            id => new CreateRoundRequest { RoundId = RoundId, Round = round, RequestId = id }, desk.Connection.Rounds.CreateRoundAsync, stop);
    }

    private async Task RegisterUnitAsync(CancellationToken stop)
    {
        var unit = new Unit { DisplayName = "示範技術服務", Kind = UnitKind.Service, TaxId = UnitTaxId, ContactEmail = $"{UnitId}@units.example" };
        await desk.RequireAsync(UnitId, "register", desk.Tokens.Unit(UnitId),
            id => new RegisterUnitRequest { UnitId = UnitId, Unit = unit, RequestId = id }, desk.Connection.Units.RegisterUnitAsync, stop);
        await desk.RequireAsync(UnitId, "approve", desk.Tokens.Office,
            id => new ApproveUnitRequest { Name = $"units/{UnitId}", RequestId = id }, desk.Connection.Units.ApproveUnitAsync, stop);
    }

    private Task RegisterCompanyAsync(string taxId, CancellationToken stop)
    {
        var company = new Company
        {
            DisplayName = $"示範業者-{taxId[^4..]}",
            County = "台中市",
            Industry = "機械設備製造業",
            Sector = Sector.Manufacturing,
            CapitalNtd = 20_000_000,
            Employees = 45,
            RevenueNtd = 60_000_000,
        };
        return desk.RequireAsync(taxId, "register", desk.Tokens.Office,
            id => new RegisterCompanyRequest { TaxId = taxId, Company = company, RequestId = id },
            desk.Connection.Companies.RegisterCompanyAsync, stop);
    }

    private async Task<string> DraftAsync(string reference, string taxId, string group, string title, CancellationToken stop)
    {
        var draft = new Case
        {
            Unit = $"units/{UnitId}",
            Application = new()
            {
                Company = $"companies/{taxId}",
                Group = group,
                Function = "process",
                Mode = CaseMode.General,
                Title = title,
                TotalNtd = 250_000,
                GovernmentNtd = 200_000,
                SelfNtd = 50_000,
                Reference = reference,
            },
        };
        var saved = await desk.RequireAsync(reference, CaseSteps.Create, desk.Tokens.Unit(UnitId),
            id => new CreateCaseRequest { Parent = RoundName, Case = draft, RequestId = id }, desk.Connection.Cases.CreateCaseAsync, stop);
        return saved.Name;
    }
}
