using SmeOrleans.GrpcFrontend.ReadModels;

namespace SmeOrleans.Silo.Reports;

/// <summary>One printed line of figures: a measure over the cases that meet a filter.</summary>
/// <param name="Key">Its row or column key.</param>
/// <param name="Filter">In the filter language; empty = all cases of the table.</param>
/// <param name="ShareDecimals">Not null = per cent of the total with so many decimals.</param>
internal sealed record Figure(string Key, CaseMeasure Measure, string Filter = "", int? ShareDecimals = null);
