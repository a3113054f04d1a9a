using Google.Protobuf.WellKnownTypes;

namespace SmeOrleans.Grpc.Tests.Served;

/// <summary>Reviewers, a panel and sessions of the served round, each person with a token of its own, made through the public contract.</summary>
internal sealed class ReviewProgramme(Service service, string round, string tag)
{
    private static readonly string[] Criteria = ["plan_goal", "method", "capability", "budget", "understanding", "policy"];

    public string Round => round;

    public string Panel => $"{round}/panels/metal";

    public string ChairName => Name(1);

    public V1.ReviewService.ReviewServiceClient Office => Reviews(OfficeCaller);

    public CallInvoker OfficeCaller => service.As(Role.Office, null, $"office-{tag}");

    public CallInvoker AuditorCaller => service.As(Role.Auditor, null, $"auditor-{tag}");

    /// <summary>Resource name of the reviewer of that number; number 1 is the chair.</summary>
    public string Name(int number) => $"reviewers/{Subject(number)}";

    public string Subject(int number) => $"{tag}-{number}";

    public CallInvoker As(int number) => As(number, number == 1 ? Role.Reviewer | Role.Chair : Role.Reviewer);

    public CallInvoker As(int number, Role role) => service.As(role, null, Subject(number));

    public static V1.ReviewService.ReviewServiceClient Reviews(CallInvoker caller) => new(caller);

    /// <summary>A round of its own with a budget line, five reviewers in its panel and one who sits in none.</summary>
    public static async Task<ReviewProgramme> OpenAsync(Service service, string tag)
    {
        var programme = new ReviewProgramme(service, $"rounds/{tag}", tag);
        await service.Programme.CreateRoundAsync(programme.Round, Service.Start, Service.Start.AddYears(1),
            new() { BudgetLines = { new V1.BudgetLine { Code = "general", Mode = V1.CaseMode.General, AmountNtd = 1_000_000 } } });
        foreach (var number in Enumerable.Range(1, 6))
        {
            await programme.Office.RegisterReviewerAsync(new()
            {
                ReviewerId = programme.Subject(number), RequestId = Programme.NewId(), Reviewer = new() { DisplayName = $"委員{number}" },
            });
        }

        await programme.SeatAsync(1, 2, 3, 4, 5);
        return programme;
    }

    public async Task<V1.Panel> SeatAsync(params int[] members) => await Office.SeatPanelAsync(new()
    {
        Parent = round, Group = "metal", RequestId = Programme.NewId(), Panel = new() { Chair = Name(members[0]), Members = { members.Select(Name) } },
    });

    public async Task<V1.Session> ScheduleAsync(string id) => await Office.ScheduleSessionAsync(new()
    {
        Parent = round,
        SessionId = id,
        RequestId = Programme.NewId(),
        Session = new()
        {
            Panel = Panel,
            StartTime = Timestamp.FromDateTimeOffset(Service.Start.AddDays(90)),
            EndTime = Timestamp.FromDateTimeOffset(Service.Start.AddDays(90).AddHours(3)),
        },
    });

    /// <summary>A case that screening has let through, with its documents.</summary>
    public async Task<V1.Case> QualifiedAsync(Action<V1.Application>? change = null, string unit = Programme.Own)
    {
        var cases = new V1.CaseService.CaseServiceClient(service.As(Role.Unit, unit));
        var draft = await service.Programme.DraftAsync(round);
        draft.Case.Unit = unit;
        change?.Invoke(draft.Case.Application);
        var saved = await cases.CreateCaseAsync(draft);
        foreach (var kind in System.Enum.GetValues<V1.DocumentKind>().Where(kind => kind != V1.DocumentKind.Unspecified))
        {
            await service.Programme.UploadAsync(saved.Name, kind, unit);
        }

        await cases.SubmitCaseAsync(new() { Name = saved.Name, RequestId = Programme.NewId() });
        var screening = new V1.ScreeningService.ScreeningServiceClient(OfficeCaller);
        await screening.BeginScreeningAsync(new() { Name = saved.Name, RequestId = Programme.NewId() });
        return await screening.CompleteScreeningAsync(new() { Name = saved.Name, RequestId = Programme.NewId() });
    }

    public async Task<V1.Session> AddAsync(V1.Session session, params string[] items) =>
        await Office.AddToAgendaAsync(new() { Name = session.Name, Items = { items }, RequestId = Programme.NewId() });

    /// <summary>Reviewers of an item; the first of them leads.</summary>
    public async Task<V1.Session> AssignAsync(V1.Session session, string item, params int[] reviewers) => await Office.AssignReviewersAsync(new()
    {
        Name = session.Name,
        RequestId = Programme.NewId(),
        Assignment = new() { Item = item, Reviewers = { reviewers.Select(Name) }, LeadReviewer = Name(reviewers[0]) },
    });

    public static IEnumerable<V1.CriterionScore> SheetOf(int points) =>
        Criteria.Select(criterion => new V1.CriterionScore { Criterion = criterion, Points = points });

    public static V1.Opinion OpinionOf(string item) => new()
    {
        Summary = "可行",
        Comments = { new V1.ReviewComment { CommentId = "c1", Text = "請補充時程" } },
        Amounts = { new V1.RecommendedMoney { Case = item, Money = new() { TotalNtd = 250_000, GovernmentNtd = 200_000, SelfNtd = 50_000 } } },
    };

    public AsyncUnaryCall<V1.Session> Score(V1.Session session, string item, int reviewer, int points) => Reviews(As(reviewer)).ScoreItemAsync(new()
    {
        Name = session.Name,
        Item = item,
        RequestId = Programme.NewId(),
        Scores = { SheetOf(points) },
    });

    public AsyncUnaryCall<V1.Session> Opine(V1.Session session, string item, int reviewer = 1) => Reviews(As(reviewer)).RecordOpinionAsync(new()
    {
        Name = session.Name,
        Item = item,
        RequestId = Programme.NewId(),
        Opinion = OpinionOf(item),
    });

    public AsyncUnaryCall<V1.Session> Recuse(V1.Session session, string item, int reviewer, CallInvoker? by = null) =>
        Reviews(by ?? OfficeCaller).RecuseReviewerAsync(new()
        {
            Name = session.Name, Item = item, Reviewer = Name(reviewer), Note = "持有業者股份", RequestId = Programme.NewId(),
        });

    public AsyncUnaryCall<V1.Session> Close(V1.Session session) =>
        Reviews(As(1)).CloseSessionAsync(new() { Name = session.Name, RequestId = Programme.NewId() });

    public AsyncUnaryCall<V1.Reviewer> Tie(int reviewer, string target, V1.ConflictSource source = V1.ConflictSource.Office) => Office.RecordTieAsync(new()
    {
        Name = Name(reviewer), Tie = new() { Target = target, Source = source }, RequestId = Programme.NewId(),
    });

    /// <summary>A closed session in which the first reviewer leads and all score alike.</summary>
    public async Task<V1.Session> ClosedAsync(string id, string item, int[] reviewers, int points = 80)
    {
        var session = await ScheduleAsync(id);
        await AddAsync(session, item);
        await AssignAsync(session, item, reviewers);
        foreach (var reviewer in reviewers)
        {
            await Score(session, item, reviewer, points);
        }

        await Opine(session, item);
        return await Close(session);
    }
}
