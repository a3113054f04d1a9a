using Microsoft.Extensions.Logging;
using SmeOrleans.Grains.CommonProjects;
using SmeOrleans.Grains.Companies;
using SmeOrleans.Grains.Units;

namespace SmeOrleans.Grains.Cases;

internal sealed partial class TellCourier(IGrainFactory grains, TimeProvider clock, ILogger<TellCourier> log) : ITellCourier
{
    public async Task<bool> Deliver(Tell tell)
    {
        var envelope = new Envelope(Caller.Service, Guid.Empty, "", clock.GetUtcNow(), ValidateOnly: false);
        try
        {
            await (tell.Kind switch
            {
                TellKind.ReleaseQuota => grains.GetGrain<ICompanyGrain>(tell.Target).Execute(envelope, new ReleaseQuota(tell.About)),
                TellKind.DropCase => grains.GetGrain<ICommonProjectGrain>(tell.Target).Execute(envelope, new DropCase(tell.About)),
                TellKind.UncountApplication => (Task)grains.GetGrain<IUnitGrain>(tell.Target)
                    .Execute(envelope, new UncountApplication(RoundOf(tell.About), tell.About)),
                _ => throw new InvalidOperationException($"Unknown tell {tell.Kind}"),
            });
            return true;
        }
        catch (Exception fault) when (fault is not InvalidOperationException)
        {
            LogUndelivered(fault, tell.Kind, tell.Target, tell.About);
            return false;
        }
    }

    public Task<bool> Stands(string caseName) => grains.GetGrain<ICaseGrain>(caseName).Stands();

    private static string RoundOf(string caseName) => caseName[..caseName.IndexOf("/cases/", StringComparison.Ordinal)];

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind} about {About} has not reached {Target}; it is told again later.")]
    private partial void LogUndelivered(Exception fault, TellKind kind, string target, string about);
}
