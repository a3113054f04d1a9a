using Microsoft.Extensions.DependencyInjection;
using SmeOrleans.Grains.Cases;
using SmeOrleans.Grains.Intake;
using SmeOrleans.Grains.JointMeetings;
using SmeOrleans.Grains.Review;
using SmeOrleans.Grains.Rounds;

namespace SmeOrleans.Grains;

/// <summary>What the grains need beside storage, clock and receipt signer.</summary>
public static class GrainServices
{
    public static IServiceCollection AddGrains(this IServiceCollection services) => services
        .AddSingleton<IRoundBook, RoundBook>()
        .AddSingleton<ICaseNumbers, CaseNumbers>()
        .AddSingleton<ITellCourier, TellCourier>()
        .AddSingleton<CaseFactsGatherer>()
        .AddSingleton<SessionFactsGatherer>()
        .AddSingleton<JointMeetingFactsGatherer>()
        .AddSingleton<PartiesFinder>()
        .AddSingleton<Submission>();
}
