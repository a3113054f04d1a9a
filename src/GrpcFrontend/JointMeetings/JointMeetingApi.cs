using Google.Protobuf;
using SmeOrleans.Domain.JointMeetings;
using SmeOrleans.Grains.JointMeetings;
using SmeOrleans.Grains.Rounds;

namespace SmeOrleans.GrpcFrontend.JointMeetings;

/// <summary>Ranking and joint meeting.</summary>
internal sealed class JointMeetingApi(IGrainFactory grains, MeetingView view, IApprovedList approved) : V1.JointMeetingService.JointMeetingServiceBase
{
    public override Task<V1.JointMeeting> OpenMeeting(V1.OpenMeetingRequest request, ServerCallContext context) =>
        Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, _ => new OpenMeeting());

    public override Task<V1.JointMeeting> CopyScenario(V1.CopyScenarioRequest request, ServerCallContext context) =>
        Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, check => new CopyScenario(
            ScenarioShape.Of(check, request.FromScenario, "from_scenario"), ScenarioShape.Required(check, request.ToScenario, "to_scenario")), request.ToScenario);

    public override Task<V1.JointMeeting> MakeChange(V1.MakeChangeRequest request, ServerCallContext context) =>
        Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, check => new MakeChange(
            ScenarioShape.Of(check, request.Scenario, "scenario"), ScenarioShape.Of(check, request.Change, context.Caller())), request.Scenario);

    public override Task<V1.JointMeeting> UndoChange(V1.UndoChangeRequest request, ServerCallContext context) =>
        Execute(request, request.Name, request.RequestId, request.ValidateOnly, context,
            check => new UndoChange(ScenarioShape.Of(check, request.Scenario, "scenario")), request.Scenario);

    public override Task<V1.JointMeeting> AdoptScenario(V1.AdoptScenarioRequest request, ServerCallContext context) =>
        Execute(request, request.Name, request.RequestId, request.ValidateOnly, context,
            check => new AdoptScenario(ScenarioShape.Required(check, request.Scenario, "scenario")));

    public override Task<V1.JointMeeting> FreezeMeeting(V1.FreezeMeetingRequest request, ServerCallContext context) =>
        Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, _ => new FreezeMeeting());

    public override Task<V1.JointMeeting> ReopenMeeting(V1.ReopenMeetingRequest request, ServerCallContext context) =>
        Execute(request, request.Name, request.RequestId, request.ValidateOnly, context,
            check => new ReopenMeeting(check.Text(request.Reason, "reason", 500, required: true, lines: true)));

    public override Task<V1.JointMeeting> SignMinutes(V1.SignMinutesRequest request, ServerCallContext context) =>
        Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, check => new SignMinutes(
            context.Caller().Subject, ScenarioShape.Group(check, request.Group), ScenarioShape.Digest(check, request.Sha256)));

    public override Task<V1.JointMeeting> PublishResults(V1.PublishResultsRequest request, ServerCallContext context) =>
        Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, _ => new PublishResults());

    public override Task<V1.JointMeeting> CloseReserve(V1.CloseReserveRequest request, ServerCallContext context) =>
        Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, _ => new CloseReserve());

    public override async Task<V1.AnswerOfferResponse> AnswerOffer(V1.AnswerOfferRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        check.Item(request.Item, "item");
        var answer = await Answer(request, request.Name, request.RequestId, request.ValidateOnly, context, check, _ => new AnswerOffer(request.Item, request.Accept));
        return new() { Entry = JointMeetingMapping.Entry(answer.State!.EntryOf(request.Item)!, answer.State.Outcomes[answer.State.EntryOf(request.Item)!.Item]) };
    }

    public override async Task<V1.JointMeeting> GetJointMeeting(V1.GetJointMeetingRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        check.JointMeeting(request.Name, "name");
        var scenario = ScenarioShape.Of(check, request.Scenario, "scenario");
        check.Finish();
        var found = await context.Read(Grain(request.Name));
        return await view.Of(found.State, found.Version, scenario, context);
    }

    public override async Task<V1.ListApprovedCompaniesResponse> ListApprovedCompanies(V1.ListApprovedCompaniesRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var round = check.Round(request.Parent, "parent");
        var query = ListShape.Of(check, request.PageSize, 100, 500, request.PageToken);
        check.Finish();
        await context.Read(grains.GetGrain<IRoundGrain>(round));
        var page = await approved.ListAsync(round, query, context.CancellationToken).OrRefuse();
        return new() { Companies = { page.Items.Select(JointMeetingMapping.Company) }, NextPageToken = page.NextToken ?? "" };
    }

    private async Task<V1.JointMeeting> Execute(
        IMessage request, string name, string requestId, bool validateOnly, ServerCallContext context, Func<ShapeCheck, JointMeetingCommand> command, string scenario = "")
    {
        var answer = await Answer(request, name, requestId, validateOnly, context, new ShapeCheck(), command);
        return await view.Of(answer.State!, answer.Version, scenario.Length == 0 ? JointMeeting.MainScenario : scenario, context);
    }

    private async Task<Answer<JointMeeting>> Answer(
        IMessage request, string name, string requestId, bool validateOnly, ServerCallContext context, ShapeCheck check, Func<ShapeCheck, JointMeetingCommand> command)
    {
        var id = check.RequestId(requestId);
        check.JointMeeting(name, "name");
        var wanted = command(check);
        check.Finish();
        return await context.Execute(Grain(name), wanted, WriteRequest.Of(context, id, request, validateOnly));
    }

    private IJointMeetingGrain Grain(string name) => grains.GetGrain<IJointMeetingGrain>(name);
}
