namespace SmeOrleans.Domain.Monitoring;

/// <summary>The mid-term report and its review (M-5).</summary>
[GenerateSerializer, Immutable, Alias("sme.MidtermReport")]
public sealed record MidtermReport(
    Spending Spending, int ProgressPercent, string Summary, DateTimeOffset FiledAt, bool? Passed, string ReviewNote, DateTimeOffset? ReviewedAt);

/// <summary>Who chose a case for a visit (M-6).</summary>
public enum VisitSelection
{
    Unspecified,
    Office,
    Lead,
}

/// <summary>What a visit found.</summary>
public enum VisitResult
{
    Unspecified,
    AsPlanned,
    Deviates,
}

/// <summary>A visit on site (M-6).</summary>
/// <param name="Reason">Code of a sampling reason of the round.</param>
/// <param name="VisitedOn">Null until it was held.</param>
/// <param name="Visitor">Resource name of the lead reviewer or delegate who went.</param>
[GenerateSerializer, Immutable, Alias("sme.Visit")]
public sealed record Visit(
    VisitSelection SelectedBy, string Reason, DateTimeOffset SelectedAt, DateOnly? VisitedOn, string Visitor, VisitResult Result, string Note);
