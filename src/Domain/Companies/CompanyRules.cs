namespace SmeOrleans.Domain.Companies;

/// <summary>What a company answers to a command.</summary>
public static class CompanyRules
{
    public static Decision<CompanyEvent> Decide(Company company, long version, CompanyCommand command) => command switch
    {
        RegisterCompany when company.Profile is not null => Rejection.Because(Reasons.ResourceExists, ("company", company.Name)),
        RegisterCompany c => new CompanyRegistered(c.Profile),
        UpdateCompany or RecordPriorCases when company.Profile is null => Rejection.Because(Reasons.ResourceUnknown, ("company", company.Name)),
        UpdateCompany c when c.ExpectedVersion != version => Rejection.Because(Reasons.EtagStale, ("current", version)),
        UpdateCompany c => new CompanyUpdated(c.Profile),
        RecordPriorCases c when c.Counts.Any(year => year.Key is < 1 or > 999 || year.Value is < 0 or > Quota.PriorCasesMax) =>
            Rejection.OfFields(new FieldViolation("counts", $"must be 0 to {Quota.PriorCasesMax} in a ROC year of 1 to 999")),
        RecordPriorCases c => Record(company, c),
        ReserveQuota c => Reserve(company, c),
        AcceptQuota c => Accept(company, c),
        ReleaseQuota c => If(company.Entries.GetValueOrDefault(c.Case) is { Stage: not QuotaStage.Released }, new QuotaReleased(c.Case)),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}"),
    };

    private static Decision<CompanyEvent> Record(Company company, RecordPriorCases command) => new(
        [.. command.Counts.Where(pair => company.PriorCases.GetValueOrDefault(pair.Key) != pair.Value)
            .Select(pair => new PriorCasesRecorded(pair.Key, pair.Value))], null);

    private static Decision<CompanyEvent> Reserve(Company company, ReserveQuota command)
    {
        if (company.Profile is null)
        {
            return Rejection.Because(Reasons.CompanyUnknown, ("company", company.Name));
        }

        // A retry of a submission that broke off counts from the time on its receipt, which is the retry's.
        if (company.Entries.GetValueOrDefault(command.Case) is { Stage: not QuotaStage.Released } entry && entry.ReceivedAt == command.ReceivedAt)
        {
            return Nothing;
        }

        var others = company with { Entries = company.Entries.Remove(command.Case) };
        var obstacles = Quota.Obstacles(others, command.Rules, command.Round, command.RocYear, caseName: null);
        if (command.Rules.RefuseAtIntake && obstacles is [var first, ..])
        {
            return Rejection.Because(Reasons.Of(first.Code), ("roc_year", command.RocYear), ("counted", first.Cases.Count));
        }

        return new QuotaReserved(new(command.Case, command.Round, command.RocYear, command.ReceivedAt,
            Counted: !command.Rules.NotCounted, QuotaStage.Applied));
    }

    private static Decision<CompanyEvent> Accept(Company company, AcceptQuota command)
    {
        if (company.Entries.GetValueOrDefault(command.Case) is not { Stage: not QuotaStage.Released } entry)
        {
            return Rejection.Because(Reasons.ResourceUnknown, ("name", command.Case));
        }

        var obstacles = Quota.Obstacles(company, command.Rules with { PerRound = int.MaxValue }, command.Round, command.RocYear, command.Case);
        return entry.Stage == QuotaStage.Accepted ? Nothing
            : obstacles is [var first, ..] ? Rejection.Because(Reasons.Of(first.Code), ("roc_year", command.RocYear), ("counted", first.Cases.Count))
            : new QuotaAccepted(command.Case);
    }

    private static readonly Decision<CompanyEvent> Nothing = new([], null);

    private static Decision<CompanyEvent> If(bool needed, CompanyEvent happened) => needed ? happened : Nothing;
}
