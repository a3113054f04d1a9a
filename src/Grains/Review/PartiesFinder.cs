using SmeOrleans.Grains.Cases;
using SmeOrleans.Grains.CommonProjects;

namespace SmeOrleans.Grains.Review;

/// <summary>Whose case or common project it is: its unit and its companies.</summary>
internal sealed class PartiesFinder(IGrainFactory grains)
{
    /// <summary>Resource names; null when the name is no case or project, or there is none.</summary>
    public async Task<ImmutableList<string>?> FindAsync(string name)
    {
        if (name.Contains("/cases/", StringComparison.Ordinal))
        {
            return (await grains.GetGrain<ICaseGrain>(name).Read(Caller.Service)).State is { Application: { } application } subject
                ? [subject.Unit, application.Company]
                : null;
        }

        return name.Contains("/commonProjects/", StringComparison.Ordinal)
            && (await grains.GetGrain<ICommonProjectGrain>(name).Read(Caller.Service)).State is { Plan: { } plan } project
            ? [plan.Unit, .. project.Members.Values.Select(member => member.Company)]
            : null;
    }
}
