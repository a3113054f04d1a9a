using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SmeOrleans.Domain.Cases;

/// <summary>
/// SHA-256 of a submitted content, so that a unit can compute it again: UTF-8 lines <c>field=value\n</c> in the order
/// below, amounts as plain integers, flags as 0/1 (the last two fields only when given), then a line <c>document.{kind}={sha256}</c> for each document by kind.
/// </summary>
public static class ContentDigest
{
    /// <summary>Lower-case hex.</summary>
    public static string Of(Application application, IEnumerable<Document> documents)
    {
        var text = new StringBuilder();
        Line("company", application.Company);
        Line("group", application.Group);
        Line("function", application.Function);
        Line("mode", application.Mode.ToString().ToLowerInvariant());
        Line("common_project", application.CommonProject);
        Line("title", application.Title);
        Line("topic", application.Topic);
        Line("total_ntd", application.Budget.Total.Amount);
        Line("government_ntd", application.Budget.Government.Amount);
        Line("self_ntd", application.Budget.Self.Amount);
        Line("female_principal_investigator", application.FemalePrincipalInvestigator ? 1 : 0);
        Line("custom_software_percent", application.CustomSoftwarePercent);
        Line("reference", application.Reference);
        if (application.DesignAwardPledge)
        {
            Line("design_award_pledge", 1);
        }

        foreach (var reviewer in application.AvoidReviewers ?? [])
        {
            Line("avoid_reviewer", reviewer);
        }

        foreach (var document in documents.OrderBy(document => document.Kind))
        {
            Line($"document.{document.Kind.ToString().ToLowerInvariant()}", document.Sha256);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        void Line(string field, object value) => text.Append(CultureInfo.InvariantCulture, $"{field}={value}\n");
    }
}
