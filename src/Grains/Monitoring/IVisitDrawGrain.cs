namespace SmeOrleans.Grains.Monitoring;

/// <summary>A draw of cases to visit; key <c>rounds/{round}/visitDraws/{draw}</c>.</summary>
[Alias("sme.IVisitDrawGrain")]
public interface IVisitDrawGrain : IJournaledGrain<VisitDraw, VisitDrawCommand>;
