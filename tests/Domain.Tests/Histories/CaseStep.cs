using FsCheck;
using FsCheck.Fluent;

namespace SmeOrleans.Domain.Tests.Histories;

/// <summary>One step of a random case history: time passes, facts differ, a command comes.</summary>
public sealed record CaseStep(CaseCommand Command, TimeSpan Later, bool TaxArrears, Confirmation Confirmation, bool OverQuota)
{
    internal CaseFacts Facts(DateTimeOffset now, long version) => Example.Facts with
    {
        ReceivedAt = now,
        Version = version,
        Company = Example.Company.Apply(new CompanyUpdated(Example.Profile with { TaxArrears = TaxArrears })),
        Project = Example.FullProject with { Confirmation = Confirmation },
        Obstacles = OverQuota ? [new(Reasons.QuotaYear.Code, ["prior/107"])] : [],
    };

    private static Gen<TimeSpan> Waits { get; } = Gen.Frequency(
        (20, Gen.Elements(TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromHours(1))),
        (1, Gen.Elements(TimeSpan.FromDays(1), TimeSpan.FromDays(5))));

    private static Gen<Confirmation> Confirmations { get; } = Gen.Elements(Enum.GetValues<Confirmation>());

    private static Gen<CaseCommand> Commands { get; } = Gen.Frequency(
        (3, from application in Gen.Elements(Example.Application, Example.CommonApplication, Example.Application with { Group = "x" })
            from version in Gen.Elements<long?>(null, 1, 2, 3)
            select (CaseCommand)Example.Draft(application, version)),
        (12, from kind in Gen.Elements(Enum.GetValues<DocumentKind>()) select (CaseCommand)new AttachDocument(Example.Document(kind))),
        (2, Gen.Elements<CaseCommand>(new Submit())),
        (4, Gen.Elements<CaseCommand>(new BeginScreening())),
        (4, Gen.Elements<CaseCommand>(new RequestSupplement("請補件"))),
        (2, Gen.Elements<CaseCommand>(new AnswerSupplement(), new LapseSupplement())),
        (1, from answer in Gen.Elements(Enum.GetValues<DuplicateAnswer>()) select (CaseCommand)new RecordDuplicateCheck("p", answer)),
        (1, Gen.Elements<CaseCommand>(new RecordFormGaps(["x"]), new RecordFormGaps([]))),
        (1, Gen.Elements<CaseCommand>(new CompleteScreening())),
        (1, Gen.Elements<CaseCommand>(new Withdraw(""))));

    public static Arbitrary<CaseStep> Arbitrary() => (
        from command in Commands
        from wait in Waits
        from arrears in Gen.Choose(0, 9)
        from confirmation in Confirmations
        from quota in Gen.Choose(0, 9)
        select new CaseStep(command, wait, arrears == 0, confirmation, quota == 0)).ToArbitrary();
}
