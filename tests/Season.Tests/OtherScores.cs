using System.Globalization;

namespace SmeOrleans.Season.Tests;

/// <summary>
/// Other points on every sheet. Criteria of the same weight change places, which leaves the mean; what is not recommended
/// loses a point, which leaves the grade.
/// </summary>
internal static class OtherScores
{
    private static readonly (string One, string Other)[] SameWeight = [("plan_goal", "capability"), ("understanding", "policy")];

    public static void Change(DataTable scores, DataTable approvals)
    {
        var recommended = approvals.Rows.Select(row => row["common_project_id"].Length > 0 ? row["common_project_id"] : row["application_id"]).ToHashSet();
        foreach (var sheet in scores.Rows)
        {
            foreach (var (one, other) in SameWeight)
            {
                (sheet[one], sheet[other]) = (sheet[other], sheet[one]);
            }

            if (!recommended.Contains(sheet["item_id"]) && int.Parse(sheet["method"], CultureInfo.InvariantCulture) is > 0 and var points)
            {
                sheet["method"] = (points - 1).ToString(CultureInfo.InvariantCulture);
            }
        }
    }
}
