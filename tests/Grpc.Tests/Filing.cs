using SmeOrleans.Grpc.Tests.Served;

namespace SmeOrleans.Grpc.Tests;

/// <summary>AIP-154, AIP-155, AIP-163 and W-4: sending again changes nothing.</summary>
[Collection(ServedCollection.Name)]
public sealed class Filing(Service service)
{
    private const string Replayed = "sme-replayed";

    [Fact]
    public async Task Then_the_same_request_gives_the_same_case_and_says_so()
    {
        var draft = await service.Programme.DraftAsync();
        var first = await service.Programme.OwnCases.CreateCaseAsync(draft);
        var call = service.Programme.OwnCases.CreateCaseAsync(draft);
        Assert.Equal(first, await call);
        Assert.Equal("true", call.GetTrailers().GetValue(Replayed));
    }

    [Fact]
    public async Task Then_the_same_id_with_another_content_is_refused()
    {
        var draft = await service.Programme.DraftAsync();
        await service.Programme.OwnCases.CreateCaseAsync(draft);
        draft.Case.Application.Title = "另一案";
        await Refused.Because(Reasons.RequestReused, service.Programme.OwnCases.CreateCaseAsync(draft));
    }

    [Fact]
    public async Task Then_a_dry_run_leaves_nothing()
    {
        var draft = await service.Programme.DraftAsync();
        draft.ValidateOnly = true;
        var would = await service.Programme.OwnCases.CreateCaseAsync(draft);
        await Refused.With(StatusCode.NotFound, service.Programme.OwnCases.GetCaseAsync(new() { Name = would.Name }));
        draft.ValidateOnly = false;
        Assert.Equal(would.Name, (await service.Programme.OwnCases.CreateCaseAsync(draft)).Name);
    }

    [Fact]
    public async Task Then_a_stale_etag_is_aborted_and_an_unknown_path_invalid()
    {
        var saved = await service.Programme.SavedAsync();
        var change = new V1.UpdateCaseRequest
        {
            Case = new() { Name = saved.Name, Etag = saved.Etag, Application = new() { Title = "新題目" } },
            UpdateMask = new() { Paths = { "application.title" } },
            RequestId = Programme.NewId(),
        };
        var changed = await service.Programme.OwnCases.UpdateCaseAsync(change);
        Assert.Equal(("新題目", saved.Application.Company), (changed.Application.Title, changed.Application.Company));
        change.RequestId = Programme.NewId();
        await Refused.Because(Reasons.EtagStale, service.Programme.OwnCases.UpdateCaseAsync(change));
        change.UpdateMask.Paths.Add("application.colour");
        Assert.Equal(["update_mask"], Refused.Fields(await Refused.With(StatusCode.InvalidArgument, service.Programme.OwnCases.UpdateCaseAsync(change))));
    }

    [Fact]
    public async Task Then_a_batch_sent_twice_is_already_taken_and_bad_rows_are_named()
    {
        var good = await service.Programme.ApplicationAsync();
        good.Reference = Programme.NewId();
        var bad = good.Clone();
        bad.Reference = Programme.NewId();
        bad.Group = "no_such_group";
        var first = await File(good, bad);
        Assert.Equal([1, 2], first.Select(verdict => verdict.Row));
        Assert.Equal(V1.CaseState.Submitted, first[0].Case.State);
        Assert.False(first[0].AlreadyTaken);
        Assert.Equal(("FIELD_INVALID", "group"), (first[1].Refusal.Reason, first[1].Refusal.Field));
        var second = await File(good);
        Assert.True(second[0].AlreadyTaken);
        Assert.Equal(first[0].Case, second[0].Case);
        good.Title = "改過";
        Assert.Equal("REQUEST_REUSED", (await File(good))[0].Refusal.Reason);
    }

    [Fact]
    public async Task When_only_the_submission_of_a_row_is_refused_Then_the_verdict_names_the_draft()
    {
        var row = await service.Programme.ApplicationAsync();
        row.Reference = Programme.NewId();
        (row.TotalNtd, row.GovernmentNtd, row.SelfNtd) = (1_250_000, 1_000_000, 250_000);

        var verdict = Assert.Single(await File(row));

        Assert.Equal("FUNDING_GOVERNMENT_CAP", verdict.Refusal.Reason);
        Assert.Equal(V1.CaseState.Draft, verdict.Case.State);
    }

    [Fact]
    public async Task When_a_partner_asks_about_a_case_that_is_not_under_way_Then_it_does_not_learn_its_state()
    {
        var saved = await service.Programme.SavedAsync();
        var partner = new V1.ScreeningService.ScreeningServiceClient(service.As(Role.Partner));

        await Refused.Because(Reasons.ResourceUnknown, partner.RecordDuplicateCheckAsync(new()
        {
            Name = saved.Name, Programme = "CITD", Answer = V1.DuplicateAnswer.Clear, RequestId = Programme.NewId(),
        }));
    }

    [Fact]
    public async Task Then_a_receipt_verifies_with_the_published_key_and_stays_the_same()
    {
        var saved = await service.Programme.SavedAsync();
        var request = new V1.SubmitCaseRequest { Name = saved.Name, RequestId = Programme.NewId() };
        var receipt = (await service.Programme.OwnCases.SubmitCaseAsync(request)).Receipt;
        Assert.Equal(receipt, (await service.Programme.OwnCases.SubmitCaseAsync(request)).Receipt);
        using var http = new HttpClient();
        var keys = new Microsoft.IdentityModel.Tokens.JsonWebKeySet(await http.GetStringAsync(new Uri(service.HttpAddress, "/.well-known/jwks.json")));
        var verified = await new Microsoft.IdentityModel.JsonWebTokens.JsonWebTokenHandler().ValidateTokenAsync(receipt.SignedReceipt, new()
        {
            IssuerSigningKeys = keys.GetSigningKeys(), ValidateIssuer = false, ValidateAudience = false, ValidateLifetime = false,
        });
        Assert.True(verified.IsValid, verified.Exception?.Message);
        Assert.Equal(receipt.CaseNumber, verified.Claims["case_number"]);
        Assert.All(keys.Keys, key => Assert.False(key.HasPrivateKey));
    }

    [Fact]
    public async Task Then_a_watch_resumes_from_a_cursor()
    {
        var saved = await service.Programme.SavedAsync();
        using var watch = service.Programme.OwnCases.WatchCases(new() { Parent = Programme.Round, Cursor = "0" });
        await NextOf(watch, saved);
        using var later = service.Programme.OwnCases.WatchCases(new() { Parent = Programme.Round, Cursor = watch.ResponseStream.Current.Cursor });
        await service.Programme.OwnCases.WithdrawCaseAsync(new() { Name = saved.Name, RequestId = Programme.NewId() });
        await NextOf(later, saved);
        Assert.Equal(("CaseWithdrawn", V1.CaseState.Withdrawn), (later.ResponseStream.Current.Type, later.ResponseStream.Current.State));
    }

    [Fact]
    public async Task Then_a_refused_attempt_is_kept()
    {
        var saved = await service.Programme.SavedAsync();
        var auditor = new V1.OperationsService.OperationsServiceClient(service.As(Role.Auditor));
        V1.ListAttemptsResponse kept;

        // Only so many attempts a second are written down, and other tests are refused a lot.
        var deadline = Environment.TickCount64 + 10_000;
        do
        {
            await Refused.With(StatusCode.NotFound, service.Programme.OtherCases.WithdrawCaseAsync(new() { Name = saved.Name, RequestId = Programme.NewId() }));
            kept = await auditor.ListAttemptsAsync(new() { Filter = $"resource = \"{saved.Name}\"" });
        }
        while (kept.Attempts.Count == 0 && Environment.TickCount64 < deadline);
        var attempt = Assert.Single(kept.Attempts);
        Assert.Equal(($"unit:tester@{Programme.Other}", "NotFound", "RESOURCE_UNKNOWN"), (attempt.Subject, attempt.Status, attempt.Reason));
    }

    [Fact]
    public async Task Then_a_case_prints_as_pdf_with_its_text()
    {
        var saved = await service.Programme.SavedAsync();
        var print = await service.Programme.OwnCases.PrintCaseAsync(new() { Name = saved.Name });
        var text = System.Text.Encoding.ASCII.GetString(print.Content.Span);
        Assert.StartsWith("%PDF-", text);
        Assert.Contains(Convert.ToHexString(System.Text.Encoding.BigEndianUnicode.GetBytes(saved.Application.Title)), text);
    }

    private async Task<List<V1.FileCasesResponse>> File(params V1.Application[] rows)
    {
        using var call = service.Programme.OwnCases.FileCases();
        for (var row = 1; row <= rows.Length; row++)
        {
            await call.RequestStream.WriteAsync(new() { Parent = row == 1 ? Programme.Round : "", Row = row, Application = rows[row - 1], Submit = true });
        }

        await call.RequestStream.CompleteAsync();
        var verdicts = new List<V1.FileCasesResponse>();
        await foreach (var verdict in call.ResponseStream.ReadAllAsync())
        {
            verdicts.Add(verdict);
        }

        return verdicts;
    }

    private static async Task NextOf(AsyncServerStreamingCall<V1.CaseEvent> watch, V1.Case subject)
    {
        do
        {
            Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None));
        }
        while (watch.ResponseStream.Current.Case != subject.Name);
    }
}
