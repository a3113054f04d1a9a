using SmeOrleans.Cli.Ledger;
using SmeOrleans.V1;

namespace SmeOrleans.Cli.Tests.Ledger;

public sealed class When_a_ledger_is_checked
{
    private readonly LedgerScene scene = new();

    [Fact]
    public void Then_all_is_zero_when_everything_is_as_told() =>
        Assert.Equal("lost 0 phantom 0 double 0 altered 0 regressed 0 limbo 0 of 3", scene.Check().ToString());

    [Fact]
    public void Then_an_acknowledged_case_that_is_gone_is_lost()
    {
        scene.Stored = null;
        AssertFound(LedgerFaultKind.Lost);
    }

    [Fact]
    public void Then_another_receipt_is_a_lost_one()
    {
        scene.Stored!.Receipt.SignedReceipt = "other";
        AssertFound(LedgerFaultKind.Lost);
    }

    [Fact]
    public void Then_a_document_that_is_gone_is_lost()
    {
        scene.Stored!.Documents.Clear();
        AssertFound(LedgerFaultKind.Lost);
    }

    [Theory]
    [InlineData("sign contract")]
    [InlineData("pay instalment 2")]
    [InlineData("accept")]
    [InlineData("close")]
    public void Then_an_acknowledged_step_that_does_not_show_is_lost(string step)
    {
        scene.Lines.AddRange([new Intent("x", step, LedgerScene.Reference, "x"), new Outcome("x", OutcomeKind.Ok, Case: LedgerScene.Name)]);
        AssertFound(LedgerFaultKind.Lost);
    }

    [Fact]
    public void Then_an_instalment_that_was_paid_twice_is_double()
    {
        var paid = new LedgerEntry { Kind = LedgerKind.FirstInstalment, PaidNtd = 50 };
        scene.Stored!.Execution = new() { Ledger = { paid, paid } };
        AssertFound(LedgerFaultKind.Double);
    }

    [Fact]
    public void Then_a_submission_of_nobody_is_a_phantom()
    {
        var other = LedgerScene.Case();
        (other.Name, other.CaseNumber, other.Application.Reference) = ("rounds/r/cases/2", "r-2", "B-1");
        scene.Listed.Add(other);
        AssertFound(LedgerFaultKind.Phantom);
    }

    [Fact]
    public void Then_a_refused_submission_that_happened_is_a_phantom()
    {
        scene.Lines[5] = new Outcome("s", OutcomeKind.Refused, "WINDOW_CLOSED");
        AssertFound(LedgerFaultKind.Phantom);
    }

    [Fact]
    public void Then_two_cases_of_one_reference_are_double()
    {
        var twin = LedgerScene.Case();
        (twin.Name, twin.CaseNumber) = ("rounds/r/cases/2", "r-2");
        scene.Listed.Add(twin);
        AssertFound(LedgerFaultKind.Double);
    }

    [Fact]
    public void Then_two_receipts_of_one_request_are_double()
    {
        var second = LedgerScene.Case().Receipt;
        second.SignedReceipt = "another";
        scene.Lines.Add(new Outcome("s", OutcomeKind.Ok, Case: LedgerScene.Name, Etag: "3", Receipt: LedgerReceipt.Of(second)));
        AssertFound(LedgerFaultKind.Double);
    }

    [Fact]
    public void Then_another_amount_is_altered()
    {
        scene.Stored!.Application.TotalNtd++;
        AssertFound(LedgerFaultKind.Altered);
    }

    [Fact]
    public void Then_another_document_is_altered()
    {
        scene.Stored!.Documents[0].Sha256 = "abd";
        AssertFound(LedgerFaultKind.Altered);
    }

    [Fact]
    public void Then_an_older_version_is_regressed()
    {
        scene.Stored!.Etag = "2";
        AssertFound(LedgerFaultKind.Regressed);
    }

    [Fact]
    public void Then_an_intent_without_an_end_is_in_limbo()
    {
        scene.Lines.Add(new Intent("w", "withdraw", LedgerScene.Reference, "x"));
        AssertFound(LedgerFaultKind.Limbo);
    }

    [Fact]
    public void Then_an_unknown_end_that_a_retry_settled_is_none()
    {
        scene.Lines.Insert(5, new Outcome("s", OutcomeKind.Unknown, "Unavailable"));
        Assert.True(scene.Check().AllZero);
    }

    [Fact]
    public void Then_an_unknown_end_that_stays_is_in_limbo()
    {
        scene.Lines.Add(new Intent("w", "withdraw", LedgerScene.Reference, "x"));
        scene.Lines.Add(new Outcome("w", OutcomeKind.Unknown, "Unavailable"));
        AssertFound(LedgerFaultKind.Limbo);
    }

    private void AssertFound(LedgerFaultKind kind)
    {
        var verdict = scene.Check();
        Assert.Equal(kind, Assert.Single(verdict.Faults.Select(fault => fault.Kind).Distinct()));
        Assert.DoesNotContain($"{kind.ToString().ToLowerInvariant()} 0", verdict.ToString());
    }
}
