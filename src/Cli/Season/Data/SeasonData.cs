using SmeOrleans.Cli.Filing;

namespace SmeOrleans.Cli.Season.Data;

/// <summary>A season as data: everything that the replay up to the end of screening needs.</summary>
internal sealed record SeasonData(
    string Folder,
    Programme Programme,
    ImmutableArray<UnitRow> Units,
    ImmutableArray<CompanyRow> Companies,
    ImmutableArray<CommonProjectRow> CommonProjects,
    ImmutableArray<ApplicationRow> Applications)
{
    /// <summary>Reads a folder of the form described in its README.</summary>
    public static SeasonData Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw CliException.Usage($"{folder}: there is no such folder; --data names the folder with programme.json");
        }

        var programme = Programme.Read(Path.Combine(folder, "programme.json"));
        return new(
            folder,
            programme,
            [.. Rows(folder, "units.csv").Select(UnitRow.Of)],
            [.. Rows(folder, "companies.csv").Select(CompanyRow.Of)],
            [.. Rows(folder, "common_projects.csv").Select(CommonProjectRow.Of)],
            [.. Rows(folder, "applications.csv").Select(row => ApplicationRow.Of(row, programme)).OrderBy(row => row.SubmittedAt)]);
    }

    public PublishedTable Published(string tableId) => PublishedTable.Read(Folder, tableId);

    private static List<CsvRow> Rows(string folder, string file) => CsvRow.ReadFile(Path.Combine(folder, file));
}
