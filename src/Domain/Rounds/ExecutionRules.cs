namespace SmeOrleans.Domain.Rounds;

/// <summary>Contract, money and monitoring as data of a round (M-1 … M-6, E-3, F-5).</summary>
/// <param name="Months">How long a case is executed (M-4).</param>
/// <param name="FirstInstalmentPercent">Of the government money, at signing (M-2).</param>
/// <param name="AccountingReports">Accounting reports that acceptance needs (M-4).</param>
/// <param name="MidtermReport">A mid-term report is due for all (M-5).</param>
/// <param name="DesignAwardPercent">Extra government money for a design award pledge, paid back when not won (F-5).</param>
/// <param name="OfficeVisitPercent">Of the running cases, drawn at random (M-6); likewise those that lead reviewers pick.</param>
/// <param name="VisitReasons">Codes of the sampling reasons.</param>
/// <param name="Indicators">The benefit indicators in printing order (E-3).</param>
[GenerateSerializer, Immutable, Alias("sme.ExecutionRules")]
public sealed record ExecutionRules(
    int Months,
    int FirstInstalmentPercent,
    int AccountingReports,
    bool MidtermReport,
    int DesignAwardPercent,
    int OfficeVisitPercent,
    int ReviewerVisitPercent,
    ImmutableList<Category> VisitReasons,
    ImmutableList<BenefitIndicator> Indicators);

/// <summary>What a benefit indicator tells.</summary>
public enum BenefitKind
{
    Unspecified,

    /// <summary>增加產值: raises output value.</summary>
    Value,

    /// <summary>降低成本: cuts cost.</summary>
    Cost,
}

/// <summary>A benefit indicator of the round; amounts are NT$ (E-3).</summary>
[GenerateSerializer, Immutable, Alias("sme.BenefitIndicator")]
public sealed record BenefitIndicator(string Code, string DisplayName, BenefitKind Kind);

/// <summary>The deadlines of a round as data; all are computed by the statutory clock.</summary>
/// <param name="Suspensions">Days on which offices were closed by decree.</param>
[GenerateSerializer, Immutable, Alias("sme.DeadlineRules")]
public sealed record DeadlineRules(
    DeadlineRule PlanRevision, DeadlineRule ReserveReply, DeadlineRule Correction, ImmutableList<Suspension> Suspensions);
