using SmeOrleans.Grains.Cases;
using SmeOrleans.Grains.CommonProjects;
using SmeOrleans.Grains.Rounds;

namespace SmeOrleans.GrpcFrontend.CommonProjects;

/// <summary>Common projects.</summary>
internal sealed class CommonProjectApi(IGrainFactory grains, ICommonProjectList list) : V1.CommonProjectService.CommonProjectServiceBase
{
    public override async Task<V1.CommonProject> CreateCommonProject(V1.CreateCommonProjectRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var id = check.RequestId(request.RequestId);
        var round = check.Round(request.Parent, "parent");
        var name = $"{round}/commonProjects/{check.PlainId(request.CommonProjectId, "common_project_id")}";
        var plan = CommonProjectShape.Of(check, request.CommonProject, round);
        check.Finish();
        var answer = await context.Execute(Grain(name), new DeclareCommonProject(plan), WriteRequest.Of(context, id, request, request.ValidateOnly));
        return CommonProjectMapping.Of(answer.State ?? CommonProject.Unknown(name) with { Plan = plan }, answer.Version);
    }

    public override async Task<V1.CommonProject> ConfirmCommonProblem(V1.ConfirmCommonProblemRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var id = check.RequestId(request.RequestId);
        check.CommonProject(request.Name, "name");
        var command = CommonProjectShape.Of(check, request);
        check.Finish();
        var answer = await context.Execute(Grain(request.Name), command, WriteRequest.Of(context, id, request, request.ValidateOnly));
        return CommonProjectMapping.Of(answer.State!, answer.Version);
    }

    public override async Task<V1.CommonProject> GetCommonProject(V1.GetCommonProjectRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        check.CommonProject(request.Name, "name");
        check.Finish();
        var (project, version) = await context.Read(Grain(request.Name));
        return CommonProjectMapping.Of(project, version, await StandingOf(project, context));
    }

    public override async Task<V1.ListCommonProjectsResponse> ListCommonProjects(V1.ListCommonProjectsRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var round = check.Round(request.Parent, "parent");
        var query = ListShape.Of(check, request.PageSize, 50, 200, request.PageToken);
        check.Finish();
        await context.Read(grains.GetGrain<IRoundGrain>(round));
        var page = await list.ListAsync(round, Visibility.OnlyUnit(context.Caller()), query, context.CancellationToken).OrRefuse();
        var projects = await Task.WhenAll(page.Items.Select(name => Read(name, context)));
        return new() { CommonProjects = { projects }, NextPageToken = page.NextToken ?? "" };
    }

    // Once a case is approved its award counts, not what it asked for. Before that no award is told (J-3).
    private async Task<CommonProjectStanding> StandingOf(CommonProject project, ServerCallContext context)
    {
        var (round, _) = await context.Read(grains.GetGrain<IRoundGrain>(project.Plan!.Round));
        var members = await Task.WhenAll(project.Members.Values.Select(async member =>
            (await grains.GetGrain<ICaseGrain>(member.Case).Read(Caller.Service)).State is { Execution: not null, Award: { } award }
                ? member with { Budget = award.Budget }
                : member));
        return CommonProjectStanding.Of(project.Plan, members, round.Rules.Common);
    }

    private async Task<V1.CommonProject> Read(string name, ServerCallContext context)
    {
        var found = await context.Read(Grain(name));
        return CommonProjectMapping.Of(found.State, found.Version);
    }

    private ICommonProjectGrain Grain(string name) => grains.GetGrain<ICommonProjectGrain>(name);
}
