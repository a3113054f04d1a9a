using SmeOrleans.Cli.Ledger;
using SmeOrleans.Cli.Season.Data;

namespace SmeOrleans.Cli.Season.Desks;

/// <summary>
/// The disaster round: no panels, no documents, no money of the companies (F-4, Q-5). The office does what lead reviewers
/// do elsewhere. The data names no function; every case takes the programme's first.
/// </summary>
internal sealed class DisasterDesk(SeasonStage stage, YearData year, CaseBook book)
{
    private SeasonDesk Desk => book.Desk;

    private Programme Programme => stage.Programme;

    private DisasterProgramme Round => Programme.Disaster;

    /// <summary>Before the year: the round, its units, and the companies that the regular round does not know.</summary>
    public async Task PrepareAsync(CancellationToken stop)
    {
        var round = Round.RoundOf(Programme, year.Disaster.Sum(row => row.Money.GovernmentNtd));
        await Desk.RequireAsync(round.DisplayName, "create round", Desk.Tokens.Office,
            id => new CreateRoundRequest { RoundId = DisasterProgramme.RoundId(Programme), Round = round, RequestId = id },
            Desk.Connection.Rounds.CreateRoundAsync, stop);
        var units = Round.Units.Where(unit => stage.Data.Units.All(known => known.UnitId != unit.Id));
        await stage.ForEachAsync("Disaster units", [.. units.Zip(SpareTaxIds.Beside(TaxIds()))], RegisterAsync, stop);
        var known = stage.Data.Companies.Select(company => company.TaxId).ToHashSet();
        var companies = year.Disaster.Where(row => !known.Contains(row.CompanyTaxId)).DistinctBy(row => row.CompanyTaxId);
        await stage.ForEachAsync("Disaster companies", [.. companies], RegisterAsync, stop);
    }

    private IEnumerable<string> TaxIds() =>
    [
        .. stage.Data.Units.Select(unit => unit.TaxId),
        .. stage.Data.Companies.Select(company => company.TaxId),
        .. year.Disaster.Select(row => row.CompanyTaxId),
    ];

    public IEnumerable<PlannedAct> Acts()
    {
        var approved = Programme.DecisionTime(Round.ApprovedOn);
        return
        [
            .. new MeetingDesk(Desk, []).Acts(approved, approved, approved),
            .. year.Disaster.SelectMany(ActsOf),
        ];
    }

    private IEnumerable<PlannedAct> ActsOf(DisasterRow row)
    {
        yield return new(Programme.OpeningTime(row.ReceivedOn), Turn.Submission, stop => SubmitAsync(row, stop));
        var approved = Programme.DecisionTime(Round.ApprovedOn);
        yield return new(approved, Turn.Screening, stop => ScreenAsync(row, stop));
        var signed = Later(approved, Programme.OpeningTime(row.ExecutionFrom));
        var contract = new ContractDesk(book).ActsOf(new(row.Id, Desk.Tokens.Office, []), approved, approved, signed, row.ExecutionFrom);
        foreach (var act in contract.Concat(ExecutionOf(row)))
        {
            yield return act;
        }
    }

    // All money is spent: the data tells of nothing left (F-4).
    private IEnumerable<PlannedAct> ExecutionOf(DisasterRow row)
    {
        var accepted = Programme.DecisionTime(row.AcceptedOn);
        var chosen = Programme.OpeningTime(row.VisitedOn < row.ReviewedOn ? row.VisitedOn : row.ReviewedOn);
        return
        [
            new(Programme.OpeningTime(row.ExecutionTo), Turn.FinalReport, stop => book.FileFinalAsync(row.Id, "",
                new() { GovernmentNtd = row.Money.GovernmentNtd, SelfPaidNtd = row.Money.SelfNtd, SelfSpentNtd = row.Money.SelfNtd }, stop)),
            new(chosen, Turn.VisitChoice, stop => book.OfficeStepAsync(row.Id, "select for visit",
                (name, id) => new SelectForVisitRequest { Name = name, Reason = DisasterProgramme.VisitReason, RequestId = id },
                Desk.Connection.Monitoring.SelectForVisitAsync, stop)),
            book.VisitAct(row.Id, Desk.Tokens.Office, Programme.DecisionTime(row.VisitedOn), VisitResult.AsPlanned),
            new(Programme.DecisionTime(row.ReviewedOn), Turn.FinalReview, stop => book.JudgeFinalAsync(row.Id, Desk.Tokens.Office, FinalVerdict.Pass, stop)),
            new(accepted, Turn.Acceptance, stop => book.AcceptAsync(row.Id, stop)),
            new(accepted, Turn.Closing, stop => book.CloseAsync(row.Id, stop)),
        ];
    }

    private async Task SubmitAsync(DisasterRow row, CancellationToken stop)
    {
        var created = await Desk.ExpectAsync(row.Id, CaseSteps.Create, Desk.Tokens.Unit(row.UnitId),
            id => new CreateCaseRequest
            {
                Parent = Desk.RoundName, Case = new() { Unit = $"units/{row.UnitId}", Application = ApplicationOf(row) }, RequestId = id,
            },
            Desk.Connection.Cases.CreateCaseAsync, stop);
        if (created is not null)
        {
            book.Enter(row.Id, created.Name, row.UnitId);
            await Desk.ExpectAsync(row.Id, CaseSteps.Submit, Desk.Tokens.Unit(row.UnitId),
                id => new SubmitCaseRequest { Name = created.Name, RequestId = id }, Desk.Connection.Cases.SubmitCaseAsync, stop);
        }
    }

    private Application ApplicationOf(DisasterRow row) => new()
    {
        Company = $"companies/{row.CompanyTaxId}",
        Group = row.Group,
        Function = Programme.Round.Functions[0].Code,
        Mode = CaseMode.General,
        Title = row.Topic,
        Topic = row.Topic,
        TotalNtd = row.Money.TotalNtd,
        GovernmentNtd = row.Money.GovernmentNtd,
        SelfNtd = row.Money.SelfNtd,
        Reference = row.Id,
    };

    private async Task ScreenAsync(DisasterRow row, CancellationToken stop)
    {
        await book.OfficeStepAsync(row.Id, "begin screening",
            (name, id) => new BeginScreeningRequest { Name = name, RequestId = id }, Desk.Connection.Screening.BeginScreeningAsync, stop);
        await book.OfficeStepAsync(row.Id, "complete screening",
            (name, id) => new CompleteScreeningRequest { Name = name, RequestId = id }, Desk.Connection.Screening.CompleteScreeningAsync, stop);
    }

    private async Task RegisterAsync((DisasterUnit Unit, string TaxId) row, CancellationToken stop)
    {
        var name = $"units/{row.Unit.Id}";
        var unit = new Unit { DisplayName = row.Unit.Name, Kind = row.Unit.Kind, TaxId = row.TaxId, ContactEmail = $"{row.Unit.Id}@units.example" };
        await Desk.RequireAsync(name, "register", Desk.Tokens.Office,
            id => new RegisterUnitRequest { UnitId = row.Unit.Id, Unit = unit, RequestId = id }, Desk.Connection.Units.RegisterUnitAsync, stop);
        await Desk.RequireAsync(name, "approve", Desk.Tokens.Office,
            id => new ApproveUnitRequest { Name = name, RequestId = id }, Desk.Connection.Units.ApproveUnitAsync, stop);
    }

    // What the data does not tell of a company stays 0.
    private async Task RegisterAsync(DisasterRow row, CancellationToken stop)
    {
        var company = new Company { DisplayName = row.CompanyName, County = row.County, Industry = row.Industry, Sector = row.Sector };
        await Desk.RequireAsync($"companies/{row.CompanyTaxId}", "register", Desk.Tokens.Office,
            id => new RegisterCompanyRequest { TaxId = row.CompanyTaxId, Company = company, RequestId = id },
            Desk.Connection.Companies.RegisterCompanyAsync, stop);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
