using SmeOrleans.GrpcFrontend.Attempts;

namespace SmeOrleans.GrpcFrontend.Cases;

/// <summary>Files one row of a batch. Request ids come from the unit's reference, so a row sent again changes nothing.</summary>
internal sealed class BatchRows(CaseDesk desk, AttemptLog attempts)
{
    private const string Path = "application";

    public async Task<V1.FileCasesResponse> File(V1.FileCasesRequest row, string round, DateTimeOffset receivedAt, ServerCallContext context)
    {
        var unit = context.Caller().Unit!;
        var check = new ShapeCheck();
        check.Require(row.Parent.Length == 0 || row.Parent == round, "parent", "must be that of the first row");
        check.Require(!string.IsNullOrWhiteSpace(row.Application?.Reference), $"{Path}.reference", "is required in a batch");
        var application = ApplicationShape.Of(check, row.Application, round, Path);
        if (check.Violations.Count > 0)
        {
            return await Refused(row, Rejection.OfFields(check.Violations), $"{round}/cases/-", "", draft: null, receivedAt, context);
        }

        var saving = new WriteRequest(
            CaseIds.RequestOf(round, unit, application.Reference, "save"), WriteRequest.FingerprintOf(context.Method, row.Application!), ValidateOnly: false);
        var name = CaseIds.NameOf(round, unit, saving.Id);
        var answer = await context.Try(desk.Grain(name), new SaveDraft(round, unit, application, ExpectedVersion: null), saving, receivedAt);
        var saved = answer;
        var alreadyTaken = answer.Replayed;
        if (answer.Refusal is null && row.Submit)
        {
            var submitting = new WriteRequest(CaseIds.RequestOf(round, unit, application.Reference, "submit"), saving.Fingerprint, ValidateOnly: false);
            answer = await context.Try(desk.Grain(name), new Submit(), submitting, receivedAt);
            alreadyTaken &= answer.Replayed;
        }

        return answer.Refusal is { } refusal
            ? await Refused(row, refusal, name, saving.Id.ToString(), Draft(saved, context), receivedAt, context)
            : new() { Row = row.Row, Case = CaseMapping.Of(answer.State!, answer.Version, context.Caller()), AlreadyTaken = alreadyTaken };
    }

    private async Task<V1.FileCasesResponse> Refused(
        V1.FileCasesRequest row, Rejection refusal, string name, string requestId, V1.Case? draft, DateTimeOffset receivedAt, ServerCallContext context)
    {
        await attempts.RecordAsync(new(
            receivedAt, context.Method, name, AttemptLog.SubjectOf(context.Caller()), requestId,
            RefusalStatus.CodeOf(refusal.Reason.Kind).ToString(), refusal.Reason.WireName));
        return new() { Row = row.Row, Case = draft, Refusal = Of(refusal) };
    }

    /// <summary>What was saved though its submission was refused: the unit mends it under that name.</summary>
    private static V1.Case? Draft(Answer<Case> saved, ServerCallContext context) =>
        saved.State is { } state ? CaseMapping.Of(state, saved.Version, context.Caller()) : null;

    private static V1.RowRefusal Of(Rejection refusal)
    {
        var field = refusal.Fields.IsEmpty ? null : refusal.Fields[0];
        var detail = field is null ? "" : $" {field.Path}: {field.Description}";
        return new()
        {
            Reason = refusal.Reason.WireName,
            Rule = refusal.Reason.Rule,
            Field = Column(field?.Path ?? ""),
            MessageZh = RefusalText.Zh(refusal) + detail,
            MessageEn = RefusalText.En(refusal) + detail,
        };
    }

    // The contract names the path below `application`.
    private static string Column(string path) => path[(path.LastIndexOf($"{Path}.", StringComparison.Ordinal) is var at and >= 0 ? at + Path.Length + 1 : 0)..];
}
