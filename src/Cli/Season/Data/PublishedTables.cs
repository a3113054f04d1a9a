namespace SmeOrleans.Cli.Season.Data;

/// <summary>Which published tables can be compared at which end of a replay. At the closing, every one that lies in <c>expected/</c>.</summary>
internal static class PublishedTables
{
    private static readonly ImmutableArray<string> AfterScreening = ["table-02", "table-04", "table-05", "table-06", "table-07", "table-08"];
    private static readonly ImmutableArray<string> AfterReview = [.. AfterScreening, "table-12", "table-13"];
    private static readonly ImmutableArray<string> AfterApproval = [.. AfterReview, "table-14", "table-15", PublishedTable.Topics];
    private static readonly ImmutableArray<string> OfDisaster = ["table-24", "table-25"];

    public static IReadOnlyList<string> Of(string folder, SeasonEnd end) => end switch
    {
        SeasonEnd.Screening => AfterScreening,
        SeasonEnd.Review => AfterReview,
        SeasonEnd.Approval => AfterApproval,
        _ => [.. InFolder(folder), PublishedTable.Topics],
    };

    /// <summary>Tables of the disaster round.</summary>
    public static bool IsOfDisaster(string tableId) => OfDisaster.Contains(tableId);

    private static IEnumerable<string> InFolder(string folder) => Directory
        .EnumerateFiles(Path.Combine(folder, "expected"), "table-*.csv")
        .Select(file => Path.GetFileNameWithoutExtension(file))
        .Order(StringComparer.Ordinal);
}
