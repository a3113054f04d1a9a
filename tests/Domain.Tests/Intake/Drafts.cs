namespace SmeOrleans.Domain.Tests.Intake;

/// <summary>W-3: a draft is changed until it is submitted, by its own unit.</summary>
public sealed class Drafts
{
    private static readonly long Version = Example.Facts.Version;

    [Fact]
    public void When_the_version_is_stale_Then_it_is_refused() =>
        Walk.ToDraft().Refused(Example.Draft(Example.Application, Version - 1), Reasons.EtagStale);

    [Fact]
    public void When_no_version_is_given_for_an_existing_draft_Then_it_is_refused() =>
        Walk.ToDraft().Refused(Example.Draft(Example.Application), Reasons.EtagStale);

    // Regression: a unit could hand its draft to another unit, whose case it then was.
    [Fact]
    public void When_the_unit_would_change_Then_it_is_refused() =>
        Walk.ToDraft().Refused(Example.Draft(Example.Application, Version) with { Unit = "units/other" }, Reasons.FieldInvalid);

    [Fact]
    public void When_the_round_would_change_Then_it_is_refused() =>
        Walk.ToDraft().Refused(Example.Draft(Example.Application, Version) with { Round = "rounds/108" }, Reasons.FieldInvalid);

    [Theory]
    [InlineData("nowhere", "process", CaseMode.General, "", "case.application.group")]
    [InlineData("metal", "nothing", CaseMode.General, "", "case.application.function")]
    [InlineData("metal", "process", CaseMode.Unspecified, "", "case.application.mode")]
    [InlineData("metal", "process", (CaseMode)99, "", "case.application.mode")]
    [InlineData("metal", "process", CaseMode.Common, "", "case.application.common_project")]
    [InlineData("metal", "process", CaseMode.General, "rounds/107/commonProjects/p", "case.application.common_project")]
    public void When_a_code_is_wrong_Then_the_field_is_named(string group, string function, CaseMode mode, string project, string path)
    {
        var application = Example.Application with { Group = group, Function = function, Mode = mode, CommonProject = project };
        var refusal = new Walk().Refused(Example.Draft(application), Reasons.FieldInvalid);
        Assert.Equal(path, Assert.Single(refusal.Fields).Path);
    }

    [Theory]
    [InlineData(20_000_000, true)]
    [InlineData(20_000_001, false)]
    public void When_a_document_is_as_large_as_allowed_or_one_byte_larger(long sizeBytes, bool accepted)
    {
        var attach = new AttachDocument(Example.Document(DocumentKind.Tax) with { SizeBytes = sizeBytes });
        if (accepted)
        {
            Assert.Equal(sizeBytes, Walk.ToDraft().Do(attach).Case.Documents[DocumentKind.Tax].SizeBytes);
        }
        else
        {
            Walk.ToDraft().Refused(attach, Reasons.DocumentTooLarge);
        }
    }

    [Theory]
    [InlineData("application/pdf", true)]
    [InlineData("application/msword", true)]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document", true)]
    [InlineData("text/html", false)]
    public void When_the_plan_document_has_a_media_type(string mediaType, bool accepted) => Assert.Equal(
        accepted ? null : Reasons.DocumentType.Code,
        Walk.ToDraft().Try(new AttachDocument(Example.Document(DocumentKind.Proposal) with { MediaType = mediaType })).Refusal?.Code);

    [Fact]
    public void When_a_document_has_no_kind_Then_it_is_refused() =>
        Walk.ToDraft().Refused(new AttachDocument(Example.Document(DocumentKind.Unspecified)), Reasons.FieldInvalid);

    [Fact]
    public void When_a_document_is_empty_Then_it_is_refused() =>
        Walk.ToDraft().Refused(new AttachDocument(Example.Document(DocumentKind.Tax) with { SizeBytes = 0 }), Reasons.FieldInvalid);

    [Fact]
    public void When_documents_are_missing_Then_a_submission_is_taken_in_all_the_same() =>
        Assert.Equal(CaseState.Submitted, Walk.ToDraft(null, DocumentKind.Tax).Do(new Submit()).Case.State);

    [Fact]
    public void When_the_company_is_not_registered_Then_the_submission_is_refused() => Walk.ToDraft()
        .With(facts => facts with { Company = Company.Unknown(Example.CompanyName) })
        .Refused(new Submit(), Reasons.CompanyUnknown);

    [Fact]
    public void When_quotas_are_used_up_Then_the_submission_is_flagged_but_not_blocked()
    {
        var walk = Walk.ToDraft().With(facts => facts with { Obstacles = [new(Reasons.QuotaYear.Code, ["prior/107"])] }).Do(new Submit());
        var flag = Assert.Single(walk.Case.Findings);
        Assert.Equal((Reasons.QuotaYear.Code, false), (flag.Code, flag.Blocks));
    }

    [Fact]
    public void When_company_unit_or_project_refused_a_place_Then_so_is_the_submission()
    {
        var no = Rejection.Because(Reasons.QuotaRound);
        Walk.ToDraft().With(facts => facts with { QuotaRefusal = no }).Refused(new Submit(), Reasons.QuotaRound);
        Walk.ToDraft().With(facts => facts with { UnitRefusal = no }).Refused(new Submit(), Reasons.QuotaRound);
        Walk.ToDraft().With(facts => facts with { ProjectRefusal = no }).Refused(new Submit(), Reasons.QuotaRound);
    }
}
