using Microsoft.Extensions.Logging;
using SmeOrleans.Grains.CommonProjects;
using SmeOrleans.Grains.Companies;
using SmeOrleans.Grains.JointMeetings;
using SmeOrleans.Grains.Review;
using SmeOrleans.Grains.Rounds;
using SmeOrleans.Grains.Units;

namespace SmeOrleans.Grains.Cases;

internal sealed partial class TellCourier(IGrainFactory grains, IRoundBook rounds, TimeProvider clock, ILogger<TellCourier> log) : ITellCourier
{
    public async Task<bool> Deliver(Tell tell)
    {
        try
        {
            await CallOf(tell);
            return true;
        }
        catch (Exception fault)
        {
            LogUndelivered(fault, tell.Kind, tell.Target, tell.About);
            return false;
        }
    }

    public async Task<Standing> Stands(string caseName, string holder)
    {
        var grain = grains.GetGrain<ICaseGrain>(caseName);
        try
        {
            if (await grain.Stands(holder) is var standing and not Standing.No)
            {
                return standing;
            }

            // A submission frozen elsewhere could still arrive at the store: outdate it, then look once more.
            await grain.Fence();
            return await grain.Stands(holder);
        }
        catch (Exception fault)
        {
            LogUnanswered(fault, caseName, holder);
            return Standing.NotYet;
        }
    }

    private Task CallOf(Tell tell)
    {
        var envelope = new Envelope(Caller.Service, Guid.Empty, "", clock.GetUtcNow(), ValidateOnly: false);
        return tell.Kind switch
        {
            TellKind.ReleaseQuota => grains.GetGrain<ICompanyGrain>(tell.Target).Execute(envelope, new ReleaseQuota(tell.About)),
            TellKind.DropCase => grains.GetGrain<ICommonProjectGrain>(tell.Target).Execute(envelope, new DropCase(tell.About)),
            TellKind.UncountApplication => grains.GetGrain<IUnitGrain>(tell.Target)
                .Execute(envelope, new UncountApplication(RoundOf(tell.About), tell.About)),
            TellKind.FollowProject => grains.GetGrain<ICaseGrain>(tell.Target).Execute(envelope, new FollowProject()),
            TellKind.FollowSession => grains.GetGrain<ICaseGrain>(tell.Target).Execute(envelope, new FollowSession(tell.About)),
            TellKind.FollowMeeting => grains.GetGrain<ICaseGrain>(tell.Target).Execute(envelope, new FollowMeeting()),
            TellKind.LeaveSession => grains.GetGrain<ISessionGrain>(tell.Target).Execute(envelope, new DropCaseFromAgenda(tell.About)),
            TellKind.ReleasePlace => grains.GetGrain<IJointMeetingGrain>(tell.Target).Execute(envelope, new ReleasePlace(tell.About)),
            TellKind.CallSession => grains.GetGrain<IPanelGrain>(tell.Target).Execute(envelope, new CallSession(tell.About)),
            TellKind.JoinSession => grains.GetGrain<IReviewerGrain>(tell.Target).Execute(envelope, new JoinSession(tell.About)),
            TellKind.FollowTies => grains.GetGrain<ISessionGrain>(tell.Target).Execute(envelope, new FollowTies(tell.About)),
            TellKind.FollowPanel => grains.GetGrain<ISessionGrain>(tell.Target).Execute(envelope, new FollowPanel()),
            TellKind.RecordTie => RecordTies(tell, envelope),
            TellKind.RecordMajorAnomaly => RecordMajorAnomaly(tell, envelope),
            _ => throw new InvalidOperationException($"Unknown tell {tell.Kind}"),
        };
    }

    private async Task RecordTies(Tell tell, Envelope envelope)
    {
        var session = (await grains.GetGrain<ISessionGrain>(tell.About).Read(Caller.Service)).State!;
        foreach (var tie in session.DeclaredTiesOf(tell.Target))
        {
            await grains.GetGrain<IReviewerGrain>(tell.Target).Execute(envelope, new RecordTie(tie.Target, tie.Source, tie.Note));
        }
    }

    private async Task RecordMajorAnomaly(Tell tell, Envelope envelope)
    {
        var subject = (await grains.GetGrain<ICaseGrain>(tell.About).Read(Caller.Service)).State!;
        var round = (await rounds.FindAsync(subject.Round))!;
        // All of the case, since two tells of one case are one; what the unit knows already changes nothing.
        foreach (var anomaly in subject.Execution!.Anomalies.Where(anomaly => anomaly.Major))
        {
            await grains.GetGrain<IUnitGrain>(tell.Target).Execute(envelope, new RecordMajorAnomaly(round.RocYear, $"{tell.About}: {anomaly.Grounds}", round.Name));
        }
    }

    private static string RoundOf(string caseName) => caseName[..caseName.IndexOf("/cases/", StringComparison.Ordinal)];

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Case} does not say whether it stands with {Holder}; it is asked again later.")]
    private partial void LogUnanswered(Exception fault, string @case, string holder);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind} about {About} has not reached {Target}; it is told again later.")]
    private partial void LogUndelivered(Exception fault, TellKind kind, string target, string about);
}
