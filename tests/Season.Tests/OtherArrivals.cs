namespace SmeOrleans.Season.Tests;

/// <summary>Who came first comes last. Where a company applied twice the earlier application stands, so these two keep their times.</summary>
internal static class OtherArrivals
{
    private const string Arrival = "submitted_at";

    public static void Change(DataTable applications)
    {
        var single = applications.Rows.GroupBy(row => row["company_tax_id"]).Where(company => company.Count() == 1).Select(company => company.Single())
            .OrderBy(row => row[Arrival], StringComparer.Ordinal).ToList();
        var times = single.ConvertAll(row => row[Arrival]);
        times.Reverse();
        foreach (var (row, time) in single.Zip(times))
        {
            row[Arrival] = time;
        }

        applications.Rows = [.. applications.Rows.OrderBy(row => row[Arrival], StringComparer.Ordinal)];
    }
}
