using SmeOrleans.Domain.Reports;

namespace SmeOrleans.Grains.Reports;

/// <summary>The releases of a table of a round; key <c>rounds/{round}/tables/{table}</c>.</summary>
[Alias("sme.ITableReleasesGrain")]
public interface ITableReleasesGrain : IJournaledGrain<TableReleases, TableReleasesCommand>;
