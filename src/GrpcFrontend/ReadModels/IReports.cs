using SmeOrleans.Domain.Reports;

namespace SmeOrleans.GrpcFrontend.ReadModels;

/// <summary>The report's tables and other crossings; answers include every write acknowledged before the call.</summary>
public interface IReports
{
    /// <summary>The named tables, in printing order.</summary>
    IReadOnlyList<ReportInfo> Tables { get; }

    /// <summary>A named table for a round; an unknown id is refused as field <c>table_id</c>.</summary>
    /// <param name="scope">The cases that it counts.</param>
    Task<Read<Report>> TableAsync(string round, string tableId, CaseScope scope, CancellationToken ct);

    /// <summary>
    /// Rows × columns × measure over the cases of a round that were submitted and match the filter. Empty
    /// <paramref name="columns"/> = the total alone.
    /// </summary>
    /// <param name="scope">The cases that it counts, whatever the filter names.</param>
    Task<Read<Report>> QueryAsync(string round, string rows, string columns, CaseMeasure measure, string filter, CaseScope scope, CancellationToken ct);

    /// <summary>A ten-year series; an unknown table is refused as field <c>table</c>.</summary>
    Task<Read<Series>> SeriesAsync(string table, CancellationToken ct);
}

/// <summary>A ten-year series by year, key and measure.</summary>
/// <param name="ComputedYears">ROC years counted from rounds run here; the others are on record.</param>
public sealed record Series(string Table, IReadOnlyList<HistoryFigure> Figures, IReadOnlyList<int> ComputedYears);

/// <summary>A table that can be asked for.</summary>
public sealed record ReportInfo(string TableId, string TitleZh, string TitleEn);

/// <summary>A table: keys in printing order, and its cells.</summary>
/// <param name="TableId">Empty for a query.</param>
public sealed record Report(
    string TableId,
    string TitleZh,
    string TitleEn,
    IReadOnlyList<string> Rows,
    IReadOnlyList<string> Columns,
    IReadOnlyList<ReportCell> Cells);

/// <summary>One cell.</summary>
/// <param name="Value">As printed, e.g. <c>27.2</c>.</param>
public sealed record ReportCell(string Row, string Column, string Value);

/// <summary>What a cell counts or sums; money in NT$.</summary>
public enum CaseMeasure
{
    Cases,
    Units,
    Companies,
    CommonProjects,
    GovernmentNtd,
    SelfNtd,
    TotalNtd,
    ApprovedGovernmentNtd,
    ApprovedSelfNtd,
    PaidNtd,
    ValueBenefitNtd,
    CostBenefitNtd,
    BenefitNtd,
}
