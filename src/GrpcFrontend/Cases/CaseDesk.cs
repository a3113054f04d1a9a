using Google.Protobuf;
using SmeOrleans.Grains.Cases;

namespace SmeOrleans.GrpcFrontend.Cases;

/// <summary>Where methods hand commands to a case.</summary>
internal sealed class CaseDesk(IGrainFactory grains)
{
    public ICaseGrain Grain(string name) => grains.GetGrain<ICaseGrain>(name);

    /// <summary>Checks the usual fields and what the method adds, gives the command and shows the case after it.</summary>
    public async Task<V1.Case> Execute(
        IMessage request, string name, string requestId, bool validateOnly, ServerCallContext context, Func<ShapeCheck, CaseCommand> command)
    {
        var answer = await Answer(request, name, requestId, validateOnly, context, command);
        return CaseMapping.Of(answer.State!, answer.Version, context.Caller());
    }

    public async Task<Answer<Case>> Answer(
        IMessage request, string name, string requestId, bool validateOnly, ServerCallContext context, Func<ShapeCheck, CaseCommand> command)
    {
        var check = new ShapeCheck();
        var id = check.RequestId(requestId);
        check.Case(name, "name");
        var wanted = command(check);
        check.Finish();
        return await context.Execute(Grain(name), wanted, WriteRequest.Of(context, id, request, validateOnly));
    }

    public async Task<V1.Case?> ReadOrNull(string name, ServerCallContext context)
    {
        var answer = await Grain(name).Read(context.Caller()).WaitAsync(context.CancellationToken);
        return answer.State is { } state ? CaseMapping.Of(state, answer.Version, context.Caller()) : null;
    }

    public async Task<V1.Case> Read(string name, ServerCallContext context)
    {
        var (state, version) = await context.Read(Grain(name));
        return CaseMapping.Of(state, version, context.Caller());
    }
}
