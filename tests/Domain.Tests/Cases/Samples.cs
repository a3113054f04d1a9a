namespace SmeOrleans.Domain.Tests.Cases;

/// <summary>For each command one example, and for each move a situation in which its rules hold.</summary>
internal static class Samples
{
    public static readonly ImmutableArray<Type> Commands =
        [.. typeof(CaseCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CaseCommand)) && !type.IsAbstract)];

    public static readonly ImmutableArray<Type> Events =
        [.. typeof(CaseEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CaseEvent)) && !type.IsAbstract)];

    public static CaseCommand Of(Type command, CaseState from) => command.Name switch
    {
        nameof(SaveDraft) => Example.Draft(Example.Application with { Title = "另案" }, from == CaseState.None ? null : Example.Facts.Version),
        nameof(AttachDocument) => new AttachDocument(Example.Document(DocumentKind.Tax)),
        nameof(Submit) => new Submit(),
        nameof(Withdraw) => new Withdraw("不做了"),
        nameof(BeginScreening) => new BeginScreening(),
        nameof(RequestSupplement) => new RequestSupplement("請補件"),
        nameof(AnswerSupplement) => new AnswerSupplement(),
        nameof(LapseSupplement) => new LapseSupplement(),
        nameof(RecordDuplicateCheck) => new RecordDuplicateCheck("programmes/x", DuplicateAnswer.Clear),
        nameof(RecordFormGaps) => new RecordFormGaps(["第三頁"]),
        nameof(CompleteScreening) => new CompleteScreening(),
        _ => throw new ArgumentOutOfRangeException(nameof(command), $"no sample of {command.Name}"),
    };

    /// <summary>A case in the move's first state, with facts that satisfy all its rules.</summary>
    public static Walk Allowing(CaseMove move) => (move.Command.Name, move.To) switch
    {
        (nameof(RequestSupplement), _) => Walk.ToScreening(null, DocumentKind.Tax),
        (nameof(AnswerSupplement), _) => Supplied(),
        (nameof(LapseSupplement), CaseState.Screening) => AfterDeadline(Supplied()),
        (nameof(LapseSupplement), _) => AfterDeadline(Walk.To(move.From)),
        (nameof(CompleteScreening), CaseState.Returned) => Walk.To(move.From).With(Walk.Blocked),
        _ => Walk.To(move.From),
    };

    private static Walk Supplied() => Walk.To(CaseState.SupplementRequested).Do(new AttachDocument(Example.Document(DocumentKind.Tax)));

    private static Walk AfterDeadline(Walk walk) => walk.At(walk.Case.Supplement!.ExpiresAt + Example.Tick);
}
