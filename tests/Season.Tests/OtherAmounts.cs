namespace SmeOrleans.Season.Tests;

/// <summary>Approved general cases of a group change their money in pairs: every sum stays, and every prefix of a ranking stays within its line.</summary>
internal static class OtherAmounts
{
    /// <summary>Columns of money by file; they change hands together.</summary>
    private static readonly (string File, string[] Columns)[] Money =
    [
        ("applications.csv", ["total_budget", "gov_requested", "self_funded"]),
        ("approvals.csv", ["recommended_gov", "approved_gov", "approved_self", "approved_total"]),
        ("midterm.csv", ["gov_spent", "self_spent"]),
        ("final.csv", ["gov_spent", "self_paid", "self_spent", "total_spent", "gov_instalment_1", "gov_instalment_2"]),
    ];

    public static void Change(IReadOnlyDictionary<string, DataTable> tables)
    {
        var rows = Money.ToDictionary(money => money.File, money => tables[money.File].Rows.ToDictionary(row => row["application_id"]));
        foreach (var group in Exchangeable(tables).GroupBy(row => row["group"]))
        {
            foreach (var pair in group.Select(row => row["application_id"]).Chunk(2).Where(pair => pair.Length == 2))
            {
                foreach (var (file, columns) in Money)
                {
                    Exchange(rows[file][pair[0]], rows[file][pair[1]], columns);
                }
            }
        }
    }

    // The caps of trade liberalisation are others; a contract that ended early has no final report.
    private static IEnumerable<Dictionary<string, string>> Exchangeable(IReadOnlyDictionary<string, DataTable> tables)
    {
        var liberalised = tables["companies.csv"].Rows.Where(row => row["trade_liberalisation"] == "1").Select(row => row["tax_id"]).ToHashSet();
        var companyOf = tables["applications.csv"].Rows.ToDictionary(row => row["application_id"], row => row["company_tax_id"]);
        var ended = tables["closures.csv"].Rows.Select(row => row["application_id"]).ToHashSet();
        return tables["approvals.csv"].Rows.Where(row => row["decision"] == "approved" && row["mode"] == "general"
            && !ended.Contains(row["application_id"]) && !liberalised.Contains(companyOf[row["application_id"]]));
    }

    private static void Exchange(Dictionary<string, string> one, Dictionary<string, string> other, string[] columns)
    {
        foreach (var column in columns)
        {
            (one[column], other[column]) = (other[column], one[column]);
        }
    }
}
