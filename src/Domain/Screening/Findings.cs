namespace SmeOrleans.Domain.Screening;

/// <summary>The four checks of screening and the quotas, computed from the facts on record (S-1 … S-3, Q-1 … Q-3).</summary>
public static class Findings
{
    /// <summary>Everything that is found, blocking or not.</summary>
    public static ImmutableList<Finding> Of(Case subject, CaseFacts facts) =>
    [
        .. subject.Findings.Where(finding => finding.Code == Reasons.WindowException.Code),
        .. Company(facts.Company!.Profile!, facts.Round.Rules.Sme),
        .. (facts.Obstacles ?? []).Select(OfQuota),
        .. Unit(facts.Unit!, facts.ReceivedAt),
        .. Documents(subject, facts.Round.Rules),
        .. Project(subject, facts),
        .. Duplicates([.. subject.DuplicateChecks.Values]),
    ];

    /// <summary>Other units' cases are counted, not named: the finding is read by this case's unit.</summary>
    public static Finding OfQuota(QuotaObstacle obstacle) =>
        Blocking(Reasons.Of(obstacle.Code), ("counted", obstacle.Cases.Count));

    /// <summary>W-1: that it came after the window, and by which act it was taken in all the same.</summary>
    public static Finding OfException(WindowException exception, DateTimeOffset receivedAt) =>
        Blocking(Reasons.WindowException, ("for", exception.For), ("until", exception.Until), ("grounds", exception.Reason),
            ("grant_time", exception.GrantedAt), ("receive_time", receivedAt)) with { Blocks = false };

    public static Finding DocumentsMissing(ImmutableList<DocumentKind> missing) =>
        Blocking(Reasons.DocumentsMissing, ("missing", string.Join(", ", missing)));

    private static IEnumerable<Finding> Company(CompanyProfile company, SmeLimits limits)
    {
        if (!limits.Admit(company))
        {
            yield return Blocking(Reasons.CompanyNotSme, ("sector", company.Sector), ("capital_ntd", company.Capital.Amount),
                ("revenue_ntd", company.Revenue.Amount), ("employees", company.Employees));
        }

        if (company.TaxArrears)
        {
            yield return Blocking(Reasons.CompanyTaxArrears);
        }
    }

    private static IEnumerable<Finding> Unit(Unit unit, DateTimeOffset now)
    {
        if (!unit.LegallyRegistered || !unit.FinanceSound)
        {
            yield return Blocking(Reasons.UnitIneligible, ("legally_registered", unit.LegallyRegistered), ("finance_sound", unit.FinanceSound));
        }

        if (unit.IsSuspendedAt(now))
        {
            yield return new(Reasons.UnitSuspended.Code, Blocks: true, UnitRules.Suspended(unit.Suspension!).Facts);
        }
    }

    private static IEnumerable<Finding> Documents(Case subject, RoundRules rules)
    {
        if (subject.Missing(rules) is { IsEmpty: false } missing)
        {
            yield return DocumentsMissing(missing);
        }

        if (!subject.FormGaps.IsEmpty)
        {
            yield return Blocking(Reasons.FormGaps, ("gaps", string.Join("; ", subject.FormGaps)));
        }
    }

    /// <summary>F-3: that the project has too few companies, or null. Until nobody can come any more it is only a flag.</summary>
    public static Finding? ProjectFloor(Case subject, CaseFacts facts)
    {
        if (facts.Project is not { } project)
        {
            return null;
        }

        var min = facts.Round.Rules.Common.CompaniesMin;
        var companies = project.Members.Values.Select(member => member.Company).Distinct().Count();
        return companies >= min ? null : Blocking(Reasons.ProjectTooFewCompanies, ("companies", companies), ("min", min))
            with { Blocks = facts.ReceivedAt > facts.Round.LastEntryOf(subject.Unit) };
    }

    private static IEnumerable<Finding> Project(Case subject, CaseFacts facts)
    {
        if (facts.Project is not { Plan: { } plan } project)
        {
            yield break;
        }

        if (project.Confirmation == Confirmation.Denied)
        {
            yield return Blocking(Reasons.CommonProblemNotConfirmed, ("project", project.Name));
        }

        if (ProjectFloor(subject, facts) is { } tooFew)
        {
            yield return tooFew;
        }

        // Fewer companies came, or stayed, than were planned: the money is for the panel and the joint meeting to cut.
        foreach (var flag in CommonProjectStanding.Of(plan, project.Members.Values, facts.Round.Rules.Common).Flags
            .Where(flag => flag.Code != Reasons.ProjectTooFewCompanies.Code))
        {
            yield return flag;
        }
    }

    // S-3: no answer and 'unknown' do not block but are flagged.
    private static IEnumerable<Finding> Duplicates(ImmutableList<DuplicateCheck> checks)
    {
        foreach (var check in checks.Where(check => check.Answer == DuplicateAnswer.Duplicate))
        {
            yield return Blocking(Reasons.DuplicateElsewhere, ("programme", check.Programme));
        }

        if (checks.IsEmpty || checks.Exists(check => check.Answer is not (DuplicateAnswer.Clear or DuplicateAnswer.Duplicate)))
        {
            yield return Blocking(Reasons.DuplicateUnknown) with { Blocks = false };
        }
    }

    private static Finding Blocking(Reason reason, params ReadOnlySpan<(string Name, object Value)> facts) =>
        new(reason.Code, Blocks: true, Rejection.Because(reason, facts).Facts);
}
