using SmeOrleans.Domain.Reports;

namespace SmeOrleans.Grains.Reports;

/// <summary>The figures of earlier years; its one key is <see cref="History.TheName"/>.</summary>
[Alias("sme.IHistoryGrain")]
public interface IHistoryGrain : IJournaledGrain<History, HistoryCommand>;
