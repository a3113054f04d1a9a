using SmeOrleans.GrpcFrontend.Units;

namespace SmeOrleans.GrpcFrontend.Review;

/// <summary>Form of a reviewer and of a tie.</summary>
internal static class ReviewerShape
{
    public static ReviewerProfile Of(ShapeCheck check, V1.Reviewer? reviewer)
    {
        check.Require(reviewer is not null, "reviewer", "is required");
        reviewer ??= new();
        var email = check.Text(reviewer.Email, "reviewer.email", 254);
        check.Require(email.Length == 0 || UnitShape.IsEmail(email), "reviewer.email", "must be empty or an e-mail address");
        return new(
            check.Text(reviewer.DisplayName, "reviewer.display_name", 200, required: true),
            email,
            check.Text(reviewer.Expertise, "reviewer.expertise", 200));
    }

    public static RecordTie Of(ShapeCheck check, V1.Tie? tie)
    {
        check.Require(tie is not null, "tie", "is required");
        tie ??= new();
        var named = ResourceNames.IsUnit(tie.Target) || ResourceNames.IsCompany(tie.Target)
            || ResourceNames.IsCase(tie.Target) || ResourceNames.IsCommonProject(tie.Target);
        check.Require(named, "tie.target", "must be the resource name of a unit, company, common project or case");
        return new(tie.Target, check.Enum<ConflictSource>(tie.Source, "tie.source"), check.Text(tie.Note, "tie.note", 500, lines: true));
    }
}
