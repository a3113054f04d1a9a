using SmeOrleans.Grpc.Tests.Served;

namespace SmeOrleans.Grpc.Tests.Review;

/// <summary>Everything through which a person could learn of a case, or have a part in it (S4, S5).</summary>
internal sealed class Wall(ReviewProgramme programme, V1.Session session, string hidden, string witness)
{
    /// <summary>The person sees the witness, and of the hidden case nothing: forbidden looks like missing.</summary>
    public async Task StandsAgainst(int reviewer, Role role)
    {
        var caller = programme.As(reviewer, role);
        await ReadsNothing(caller);
        await ListsAndCountsNothing(caller);
        await HearsNothing(caller);
        await CountsAndExportsNothing(caller, role);
        await SeesNothingInTheSession(caller);
        await DoesNothing(caller, reviewer, role);
        await IsGivenNothing(reviewer);
    }

    private async Task ReadsNothing(CallInvoker caller)
    {
        foreach (var method in ObjectMatrix.Reads)
        {
            await ObjectMatrix.LooksMissing(caller, method, hidden, programme.Round);
            await ObjectMatrix.Call(method, caller, witness);
        }
    }

    private async Task ListsAndCountsNothing(CallInvoker caller)
    {
        var cases = new V1.CaseService.CaseServiceClient(caller);
        foreach (var view in new[] { V1.View.Basic, V1.View.Full })
        {
            var list = await cases.ListCasesAsync(new() { Parent = programme.Round, View = view, PageSize = 500 });
            Assert.DoesNotContain(list.Cases, one => one.Name == hidden);
            Assert.Contains(list.Cases, one => one.Name == witness);
            Assert.Equal(list.Cases.Count, list.TotalSize);
        }

        var number = (await new V1.CaseService.CaseServiceClient(programme.OfficeCaller).GetCaseAsync(new() { Name = hidden })).CaseNumber;
        var picked = await cases.ListCasesAsync(new() { Parent = programme.Round, Filter = $"case_number = \"{number}\"" });
        Assert.Equal((0, 0), (picked.Cases.Count, picked.TotalSize));
    }

    /// <summary>From the first event of the round on, up to one of the witness that comes after everything.</summary>
    private async Task HearsNothing(CallInvoker caller)
    {
        var last = await LastEventOfWitness();
        using var watch = new V1.CaseService.CaseServiceClient(caller).WatchCases(new() { Parent = programme.Round, Cursor = "0" });
        do
        {
            Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None));
            Assert.NotEqual(hidden, watch.ResponseStream.Current.Case);
            Assert.DoesNotContain(hidden, watch.ResponseStream.Current.PayloadJson);
        }
        while (watch.ResponseStream.Current.Cursor != last);
    }

    private async Task CountsAndExportsNothing(CallInvoker caller, Role role)
    {
        var reports = new V1.ReportService.ReportServiceClient(caller);
        if (role.HasFlag(Role.Chair))
        {
            var table = await reports.GetReportTableAsync(new() { Round = programme.Round, TableId = "table-02" });
            Assert.Equal("1", table.Cells.Last(cell => cell.Row == "total" && cell.Column is "total" or "applications" or "cases").Value);
        }

        if ((role & (Role.Office | Role.Bureau | Role.Auditor)) != 0)
        {
            var counted = await reports.QueryCasesAsync(new() { Round = programme.Round, Rows = "group", Measure = V1.Measure.Cases });
            Assert.Equal("1", counted.Cells.Single(cell => cell is { Row: "total", Column: "total" }).Value);
            foreach (var name in new[] { hidden, programme.Panel, programme.Round })
            {
                using var pack = reports.ExportEvidence(new() { Name = name });
                var refused = await Assert.ThrowsAsync<RpcException>(() => pack.ResponseStream.MoveNext(CancellationToken.None));
                Assert.Equal(StatusCode.NotFound, refused.StatusCode);
            }
        }
    }

    private async Task<string> LastEventOfWitness()
    {
        var story = await new V1.CaseService.CaseServiceClient(programme.OfficeCaller).ListCaseEventsAsync(new() { Parent = witness, PageSize = 500 });
        return story.Events[^1].Cursor;
    }

    private async Task SeesNothingInTheSession(CallInvoker caller)
    {
        var seen = await ReviewProgramme.Reviews(caller).GetSessionAsync(new() { Name = session.Name });
        Assert.Equal(new V1.AgendaItem { Item = hidden, RecusedYourself = true }, seen.Agenda.Single(item => item.Item == hidden));
        Assert.False(seen.Agenda.Single(item => item.Item == witness).RecusedYourself);
        var listed = await ReviewProgramme.Reviews(caller).ListSessionsAsync(new() { Parent = programme.Round });
        Assert.All(listed.Sessions, one => Assert.Empty(one.Agenda));
    }

    private async Task DoesNothing(CallInvoker caller, int reviewer, Role role)
    {
        var reviews = ReviewProgramme.Reviews(caller);
        if (role.HasFlag(Role.Reviewer))
        {
            await Missing(programme.Score(session, hidden, reviewer, 80));
            await Missing(programme.Opine(session, hidden, reviewer));
            await Missing(reviews.NameDelegateAsync(new() { Name = session.Name, Item = hidden, RequestId = Programme.NewId() }));
        }

        if (role.HasFlag(Role.Office))
        {
            await Missing(reviews.AssignReviewersAsync(new() { Name = session.Name, Assignment = new() { Item = hidden }, RequestId = Programme.NewId() }));
            await Missing(reviews.RemoveFromAgendaAsync(new() { Name = session.Name, Item = hidden, RequestId = Programme.NewId() }));
        }
    }

    private async Task IsGivenNothing(int reviewer)
    {
        var item = (await programme.Office.GetSessionAsync(new() { Name = session.Name })).Agenda.Single(one => one.Item == hidden);
        Assert.DoesNotContain(programme.Name(reviewer), item.Reviewers);
        Assert.DoesNotContain(programme.Name(reviewer), item.Sheets.Select(sheet => sheet.Reviewer));
        Assert.NotEqual(programme.Name(reviewer), item.LeadReviewer);
        Assert.NotEqual(programme.Name(reviewer), item.DelegateReviewer);
        Assert.Contains(programme.Name(reviewer), item.Recusals.Select(recusal => recusal.Reviewer));
        await Refused.Because(Reasons.ReviewerRecused, programme.Office.AssignReviewersAsync(new()
        {
            Name = session.Name,
            RequestId = Programme.NewId(),
            Assignment = new() { Item = hidden, Reviewers = { item.CloseOr(programme.Name(reviewer)) }, LeadReviewer = programme.Name(reviewer) },
        }));
    }

    private static Task Missing(AsyncUnaryCall<V1.Session> call) => Refused.With(StatusCode.NotFound, call);
}

internal static class ItemAssignments
{
    /// <summary>Once the session is closed only the lead may change, so the reviewers stay away from the request.</summary>
    public static IEnumerable<string> CloseOr(this V1.AgendaItem item, string reviewer) => item.Grade == V1.Grade.Unspecified ? [reviewer] : [];
}
