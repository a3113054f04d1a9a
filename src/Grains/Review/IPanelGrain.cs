namespace SmeOrleans.Grains.Review;

/// <summary>A review panel; key <c>rounds/{round}/panels/{group}</c>.</summary>
[Alias("sme.IPanelGrain")]
public interface IPanelGrain : IJournaledGrain<Panel, PanelCommand>;
