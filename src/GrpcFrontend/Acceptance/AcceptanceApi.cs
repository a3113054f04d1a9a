using SmeOrleans.Domain.Acceptance;
using SmeOrleans.GrpcFrontend.Cases;
using SmeOrleans.GrpcFrontend.Payments;

namespace SmeOrleans.GrpcFrontend.Acceptance;

/// <summary>Final report, benefits, acceptance and surveys (E-1 to E-4).</summary>
internal sealed class AcceptanceApi(CaseDesk desk) : V1.AcceptanceService.AcceptanceServiceBase
{
    private const int EntriesMax = 50;

    public override Task<V1.Case> FileFinalReport(V1.FileFinalReportRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, check => new FileFinalReport(
            MoneyShape.Spending(check, request.Spending, "spending"),
            check.Text(request.Summary, "summary", 2_000, lines: true),
            check.Text(request.UnfinishedNote, "unfinished_note", 2_000, lines: true)));

    public override Task<V1.Case> JudgeFinal(V1.JudgeFinalRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, check => new JudgeFinal(
            request.DoneAsPlanned, request.DifferencesAcceptable, request.OutputsProveIt, request.ResultsMatchGoals,
            check.Enum<FinalVerdict>(request.Verdict, "verdict"), check.Text(request.Note, "note", 2_000, lines: true)));

    public override Task<V1.Case> RecordBenefits(V1.RecordBenefitsRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, check => Benefits(check, request.Benefits));

    public override Task<V1.Case> RecordAwardResult(V1.RecordAwardResultRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, _ => new RecordAwardResult(request.Won));

    public override Task<V1.Case> AcceptCase(V1.AcceptCaseRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, check => new AcceptCase(
            check.Amount(request.PriceReductionNtd, "price_reduction_ntd"),
            check.Text(request.ReductionReason, "reduction_reason", 500, lines: true)));

    public override Task<V1.Case> RecordSurvey(V1.RecordSurveyRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, check => new RecordSurvey(
            check.Enum<Respondent>(request.Respondent, "respondent"), Answers(check, request.Answers)));

    private static RecordBenefits Benefits(ShapeCheck check, ICollection<V1.BenefitAmount> benefits)
    {
        check.Require(benefits.Count <= EntriesMax, "benefits", "must hold at most 50 entries");
        check.Require(benefits.DistinctBy(one => one.Indicator).Count() == benefits.Count, "benefits", "must give each indicator once");
        var amounts = ImmutableSortedDictionary.CreateBuilder<string, Ntd>(StringComparer.Ordinal);
        foreach (var (place, one) in benefits.Take(EntriesMax).Index())
        {
            amounts[one.Indicator] = check.Amount(one.AmountNtd, $"benefits[{place}].amount_ntd");
        }

        return new(amounts.ToImmutable());
    }

    private static ImmutableList<SurveyAnswer> Answers(ShapeCheck check, ICollection<V1.SurveyAnswer> answers)
    {
        check.Require(answers.Count is > 0 and <= EntriesMax, "answers", "must hold 1 to 50 entries");
        check.Require(answers.DistinctBy(one => one.Question).Count() == answers.Count, "answers", "must answer each question once");
        return [.. answers.Take(EntriesMax).Select((answer, place) => new SurveyAnswer(
            check.Text(answer.Question, $"answers[{place}].question", 64, required: true), answer.Importance, answer.Satisfaction))];
    }
}
