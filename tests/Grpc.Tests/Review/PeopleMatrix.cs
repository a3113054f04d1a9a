using SmeOrleans.Grpc.Tests.Served;

namespace SmeOrleans.Grpc.Tests.Review;

/// <summary>S3 for the review: every method about a session × who asks. Forbidden looks like missing (AIP-211).</summary>
[Collection(ServedCollection.Name)]
public sealed class PeopleMatrix(Service service)
{
    private const string Assigned = "assigned", Lead = "lead", Chair = "chair", Member = "member", Stranger = "other panel", Office = "office", Auditor = "auditor";

    private static readonly Dictionary<string, (Func<V1.ReviewService.ReviewServiceClient, Scene, string, Task> Call, string[] May)> Rows = new()
    {
        ["GetSession"] = (async (reviews, _, session) => await reviews.GetSessionAsync(new() { Name = session }),
            [Assigned, Lead, Chair, Member, Office, Auditor]),
        ["AddToAgenda"] = (async (reviews, scene, session) => await reviews.AddToAgendaAsync(new() { Name = session, Items = { scene.Item }, RequestId = Programme.NewId(), ValidateOnly = true }),
            [Office]),
        ["RemoveFromAgenda"] = (async (reviews, scene, session) => await reviews.RemoveFromAgendaAsync(new() { Name = session, Item = scene.Item, RequestId = Programme.NewId(), ValidateOnly = true }),
            [Office]),
        ["AssignReviewers"] = (async (reviews, scene, session) => await reviews.AssignReviewersAsync(new() { Name = session, Assignment = new() { Item = scene.Item }, RequestId = Programme.NewId(), ValidateOnly = true }),
            [Office]),
        ["AssignByLoad"] = (async (reviews, _, session) => await reviews.AssignByLoadAsync(new() { Name = session, ReviewersPerItem = 4, RequestId = Programme.NewId(), ValidateOnly = true }),
            [Office]),
        ["NameDelegate"] = (async (reviews, scene, session) => await reviews.NameDelegateAsync(new() { Name = session, Item = scene.Item, RequestId = Programme.NewId(), ValidateOnly = true }),
            [Lead]),
        ["RecuseReviewer (oneself)"] = (async (reviews, scene, session) => await reviews.RecuseReviewerAsync(new() { Name = session, Item = scene.Item, Reviewer = scene.Self, Note = "迴避", RequestId = Programme.NewId(), ValidateOnly = true }),
            [Assigned, Lead, Chair, Member, Office]),
        ["RecuseReviewer (another)"] = (async (reviews, scene, session) => await reviews.RecuseReviewerAsync(new() { Name = session, Item = scene.Item, Reviewer = scene.Programme.Name(4), Note = "迴避", RequestId = Programme.NewId(), ValidateOnly = true }),
            [Office]),
        ["ScoreItem"] = (async (reviews, scene, session) => await reviews.ScoreItemAsync(new() { Name = session, Item = scene.Item, Scores = { ReviewProgramme.SheetOf(80) }, RequestId = Programme.NewId(), ValidateOnly = true }),
            [Assigned, Lead]),
        ["RecordOpinion"] = (async (reviews, scene, session) => await reviews.RecordOpinionAsync(new() { Name = session, Item = scene.Item, Opinion = ReviewProgramme.OpinionOf(scene.Item), RequestId = Programme.NewId(), ValidateOnly = true }),
            [Chair]),
        ["CloseSession"] = (async (reviews, _, session) => await reviews.CloseSessionAsync(new() { Name = session, RequestId = Programme.NewId(), ValidateOnly = true }),
            [Chair]),
    };

    public static TheoryData<string> Methods() => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Then_a_method_is_open_to_whom_its_row_names(string method)
    {
        var scene = await SceneAsync();
        foreach (var person in new[] { Assigned, Lead, Chair, Member, Stranger, Office, Auditor })
        {
            var caller = scene.Caller(person);
            var forbidden = await Outcome(() => Rows[method].Call(ReviewProgramme.Reviews(caller), scene.As(person), scene.Session));
            if (Rows[method].May.Contains(person))
            {
                Assert.True(forbidden?.StatusCode is null or StatusCode.FailedPrecondition, $"{person}: {forbidden?.Status}");
                continue;
            }

            var missing = $"{scene.Programme.Round}/sessions/S9";
            var absent = await Outcome(() => Rows[method].Call(ReviewProgramme.Reviews(caller), scene.As(person), missing));
            Assert.True(forbidden?.StatusCode is StatusCode.NotFound or StatusCode.PermissionDenied, $"{person}: {forbidden?.Status}");
            Assert.Equal(absent!.Status.Detail.Replace(missing, scene.Session), forbidden!.Status.Detail);
        }
    }

    [Theory]
    [InlineData("GetCase")]
    [InlineData("ListCaseEvents")]
    [InlineData("PrintCase")]
    [InlineData("DownloadDocument")]
    public async Task Then_a_case_is_read_by_who_reviews_leads_or_presides(string method)
    {
        var scene = await SceneAsync();
        foreach (var person in new[] { Assigned, Lead, Chair, Office, Auditor })
        {
            await ObjectMatrix.Call(method, scene.Caller(person), scene.Item);
        }

        foreach (var person in new[] { Member, Stranger })
        {
            await ObjectMatrix.LooksMissing(scene.Caller(person), method, scene.Item, scene.Programme.Round);
        }
    }

    [Fact]
    public async Task Then_panels_and_reviewers_are_for_insiders_members_and_oneself()
    {
        var scene = await SceneAsync();
        foreach (var person in new[] { Assigned, Chair, Office, Auditor })
        {
            await ReviewProgramme.Reviews(scene.Caller(person)).GetPanelAsync(new() { Name = scene.Programme.Panel });
        }

        await Refused.With(StatusCode.NotFound, ReviewProgramme.Reviews(scene.Caller(Stranger)).GetPanelAsync(new() { Name = scene.Programme.Panel }));
        await ReviewProgramme.Reviews(scene.Caller(Member)).GetReviewerAsync(new() { Name = scene.Programme.Name(5) });
        await Refused.With(StatusCode.NotFound, ReviewProgramme.Reviews(scene.Caller(Member)).GetReviewerAsync(new() { Name = scene.Programme.Name(2) }));
        await Refused.With(StatusCode.NotFound, ReviewProgramme.Reviews(scene.Caller(Member)).RecordTieAsync(new()
        {
            Name = scene.Programme.Name(2), Tie = new() { Target = Programme.Own, Source = V1.ConflictSource.Declared }, RequestId = Programme.NewId(),
        }));
        await Refused.With(StatusCode.NotFound, ReviewProgramme.Reviews(scene.Caller(Member)).RecordTieAsync(new()
        {
            Name = scene.Programme.Name(5), Tie = new() { Target = Programme.Own, Source = V1.ConflictSource.Office }, RequestId = Programme.NewId(),
        }));
    }

    private static Scene? _scene;

    private async Task<Scene> SceneAsync()
    {
        if (_scene is not null)
        {
            return _scene;
        }

        var programme = await ReviewProgramme.OpenAsync(service, "matrix");
        var subject = await programme.QualifiedAsync();
        var session = await programme.ScheduleAsync("S1");
        await programme.AddAsync(session, subject.Name);
        await programme.AssignAsync(session, subject.Name, 2, 3, 4);
        return _scene = new(programme, session.Name, subject.Name, "");
    }

    private static async Task<RpcException?> Outcome(Func<Task> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (RpcException refused)
        {
            return refused;
        }
    }

    private sealed record Scene(ReviewProgramme Programme, string Session, string Item, string Self)
    {
        public CallInvoker Caller(string person) => person switch
        {
            Office => Programme.OfficeCaller,
            Auditor => Programme.AuditorCaller,
            _ => Programme.As(Number(person)),
        };

        public Scene As(string person) => this with { Self = Programme.Name(Number(person)) };

        private static int Number(string person) => person switch
        {
            Chair => 1,
            Lead => 2,
            Assigned => 3,
            Member => 5,
            _ => 6,
        };
    }
}
