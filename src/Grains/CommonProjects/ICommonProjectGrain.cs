namespace SmeOrleans.Grains.CommonProjects;

/// <summary>A common project; key <c>rounds/{round}/commonProjects/{common_project}</c>.</summary>
[Alias("sme.ICommonProjectGrain")]
public interface ICommonProjectGrain : IJournaledGrain<CommonProject, CommonProjectCommand>;
