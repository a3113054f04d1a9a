using SmeOrleans.Cli.Season.Data;

namespace SmeOrleans.Cli.Season.Desks;

/// <summary>What happens before the window opens: the round, the units and their approval, the companies, the common projects.</summary>
internal sealed class Preparation(SeasonStage stage)
{
    private SeasonDesk Desk => stage.Desk;

    public async Task RunAsync(CancellationToken stop)
    {
        var programme = stage.Programme;
        await Desk.RequireAsync(programme.RoundId, "create round", Desk.Tokens.Office,
            id => new CreateRoundRequest { RoundId = programme.RoundId, Round = programme.Round, RequestId = id },
            Desk.Connection.Rounds.CreateRoundAsync, stop);
        await stage.ForEachAsync("Units", stage.Data.Units, RegisterAsync, stop);
        await stage.ForEachAsync("Companies", stage.Data.Companies, RegisterAsync, stop);
        await stage.ForEachAsync("Common projects", stage.Data.CommonProjects, DeclareAsync, stop);
    }

    private async Task RegisterAsync(UnitRow row, CancellationToken stop)
    {
        var unit = new Unit
        {
            DisplayName = row.Name,
            Kind = row.Kind,
            TaxId = row.TaxId,
            ContactEmail = $"{row.UnitId}@units.example",
            FirstTime = row.FirstTime,
        };
        await Desk.RequireAsync($"units/{row.UnitId}", "register", Desk.Tokens.Unit(row.UnitId),
            id => new RegisterUnitRequest { UnitId = row.UnitId, Unit = unit, RequestId = id },
            Desk.Connection.Units.RegisterUnitAsync, stop);
        await Desk.RequireAsync($"units/{row.UnitId}", "approve", Desk.Tokens.Office,
            id => new ApproveUnitRequest { Name = $"units/{row.UnitId}", RequestId = id },
            Desk.Connection.Units.ApproveUnitAsync, stop);
    }

    private async Task RegisterAsync(CompanyRow row, CancellationToken stop)
    {
        var name = $"companies/{row.TaxId}";
        var facts = row.Company.Clone();
        facts.PriorCases.Clear();
        await Desk.RequireAsync(name, "register", Desk.Tokens.Office,
            id => new RegisterCompanyRequest { TaxId = row.TaxId, Company = facts, RequestId = id },
            Desk.Connection.Companies.RegisterCompanyAsync, stop);
        if (row.Company.PriorCases.Count > 0)
        {
            await Desk.RequireAsync(name, "record prior cases", Desk.Tokens.Office,
                id => new RecordPriorCasesRequest { Name = name, PriorCases = { row.Company.PriorCases }, RequestId = id },
                Desk.Connection.Companies.RecordPriorCasesAsync, stop);
        }
    }

    private async Task DeclareAsync(CommonProjectRow row, CancellationToken stop) =>
        await Desk.RequireAsync($"commonProjects/{row.Id}", "declare", Desk.Tokens.Unit(row.LeadUnit),
            id => new CreateCommonProjectRequest
            {
                Parent = stage.Programme.RoundName,
                CommonProjectId = row.Id,
                CommonProject = row.Project,
                RequestId = id,
            },
            Desk.Connection.CommonProjects.CreateCommonProjectAsync, stop);
}
