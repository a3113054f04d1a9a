using Google.Protobuf.WellKnownTypes;
using SmeOrleans.Cli.Ledger;
using SmeOrleans.V1;

namespace SmeOrleans.Cli.Tests.Ledger;

/// <summary>One application that was drafted, given a document and submitted, and the ledger of it.</summary>
internal sealed class LedgerScene
{
    public const string Name = "rounds/r/cases/1";
    public const string Reference = "A-1";

    private static readonly Timestamp Received = Timestamp.FromDateTimeOffset(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public LedgerScene()
    {
        Stored = Case();
        Listed = [Stored];
        Lines =
        [
            new Intent("c", CaseSteps.Create, Reference, CaseSteps.Hash(Stored.Application)),
            new Outcome("c", OutcomeKind.Ok, Case: Name, Etag: "1"),
            new Intent("u", CaseSteps.Upload(DocumentKind.Tax), Reference, "abc"),
            new Outcome("u", OutcomeKind.Ok, Case: Name),
            new Intent("s", CaseSteps.Submit, Reference, "x"),
            new Outcome("s", OutcomeKind.Ok, Case: Name, Etag: "3", Receipt: LedgerReceipt.Of(Stored.Receipt)),
        ];
    }

    public List<LedgerLine> Lines { get; }

    public Case? Stored { get; set; }

    public List<Case> Listed { get; }

    public static Case Case() => new()
    {
        Name = Name,
        CaseNumber = "r-1",
        Unit = "units/U1",
        Etag = "3",
        State = CaseState.Submitted,
        Application = new() { Reference = Reference, TotalNtd = 100 },
        Documents = { new Document { Kind = DocumentKind.Tax, Sha256 = "abc" } },
        Receipt = new() { Case = Name, CaseNumber = "r-1", ContentSha256 = "def", SignedReceipt = "jws", ReceiveTime = Received },
    };

    public LedgerVerdict Check() =>
        LedgerCheck.Of(Lines, Stored is null ? new Dictionary<string, Case>() : new() { [Stored.Name] = Stored }, Listed);
}
