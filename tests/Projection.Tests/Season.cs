using System.Globalization;
using System.Text.Json;
using CsvHelper;
using SmeOrleans.Domain.Reports;
using SmeOrleans.Domain.Screening;

namespace SmeOrleans.Projection.Tests;

/// <summary>The season's applications as events, written as if grains had.</summary>
internal static class Season
{
    public const string Round = "rounds/107";

    public static readonly string Folder = FindFolder();

    public static IReadOnlyList<(string Row, string Column, string Value)> Published(string table) =>
        [.. Rows($"expected/{table}.csv").Select(row => (row["row_key"], row["col_key"], row["value"]))];

    public static async Task ReplayAsync(World world)
    {
        var units = Rows("units.csv").ToDictionary(row => row["unit_id"]);
        var companies = Rows("companies.csv").ToDictionary(row => row["tax_id"]);
        var applications = Rows("applications.csv");
        var round = ReadRound();
        await world.HappenAsync(Round, new RoundCreated(round));
        await Task.WhenAll(units.Values.Select(unit => world.HappenAsync($"units/{unit["unit_id"]}", new UnitRegistered(Profile(unit)), new UnitApproved())));
        await Task.WhenAll(companies.Values.Select(company => CompanyAsync(world, company, applications)));
        await Task.WhenAll(Rows("common_projects.csv").Select(project => ProjectAsync(world, project, applications)));
        var life = new SeasonLife(round.Rules);
        await Task.WhenAll(applications.Select(row => CaseAsync(world, round, row, units[row["unit_id"]], companies[row["company_tax_id"]], life)));
        await SeasonDisaster.ReplayAsync(world, round, companies.Keys.ToHashSet());

        // Nothing works in the background here, and a whole season is more than a reader waits for on a busy machine.
        while (await world.Get<Silo.Projections.Projector>().StepAsync(default) > 0)
        {
        }
    }

    public static IReadOnlyList<(string Group, string Function, string Topic, string Cases)> PublishedTopics() =>
        [.. Rows("expected/topics.csv").Select(row => (row["group"], row["function"], row["topic"], row["approved_cases"]))];

    /// <summary>Cells in which the report contradicts itself, with what the data adds up to.</summary>
    public static IReadOnlyDictionary<(string Table, string Row, string Column), string> Contradictions() =>
        Rows("expected/known-inconsistencies.csv").ToDictionary(row => (row["source"], row["row_key"], row["col_key"]), row => row["dataset"]);

    public static IReadOnlyList<HistoryFigure> History() => [.. Rows("history.csv").Select(row =>
        new HistoryFigure(row["table"], row["roc_year"], row["dimension"], row["key"], row["measure"], row["value"]))];

    private static async Task CaseAsync(World world, Round round, Row row, Row unit, Row company, SeasonLife life)
    {
        var at = DateTimeOffset.Parse(row["submitted_at"], CultureInfo.InvariantCulture);
        var name = NameOf(row);
        var portrait = new Portrait(company["company_name"], company["county"], round.RegionOf(company["county"]), company["female_head"] == "1",
            company["five_plus_two"] == "1", unit["unit_name"], Enum.Parse<UnitKind>(unit["kind"], ignoreCase: true), "unit@example.com", company["industry"]);
        await world.HappenAsync(name, new DraftSaved(at, Round, $"units/{row["unit_id"]}", Application(row)));
        await world.HappenAsync(name,
            new SubmissionReceived(at, new(name, row["application_id"], at, "", ""), Application(row), portrait, []), new ScreeningBegun(at));
        await world.HappenAsync(name, IsQualified(row)
            ? new CaseQualified(at, [])
            : new CaseReturned(at, [new Finding("company.not_sme", true, ImmutableSortedDictionary<string, string>.Empty)]));
        if (IsQualified(row))
        {
            await world.HappenAsync(name, [.. life.Of(row)]);
        }
    }

    private static Task CompanyAsync(World world, Row row, IReadOnlyList<Row> applications) => world.HappenAsync($"companies/{row["tax_id"]}",
    [
        new CompanyRegistered(new(row["company_name"], row["county"], row["industry"], Enum.Parse<Sector>(row["sector"], ignoreCase: true),
            new(Number(row, "capital_ntd")), (int)Number(row, "employees"), new(Number(row, "revenue_ntd")), false, false, false, row["female_head"] == "1", false)),
        .. applications.Where(application => application["company_tax_id"] == row["tax_id"]).SelectMany(Places),
    ]);

    private static IEnumerable<CompanyEvent> Places(Row row)
    {
        yield return new QuotaReserved(new(NameOf(row), Round, 107, DateTimeOffset.UnixEpoch, true, QuotaStage.Applied));
        if (!IsQualified(row) || SeasonLife.Left(row))
        {
            yield return new QuotaReleased(NameOf(row));
        }
    }

    private static Task ProjectAsync(World world, Row row, IReadOnlyList<Row> applications) => world.HappenAsync($"{Round}/commonProjects/{row["common_project_id"]}",
    [
        new CommonProjectDeclared(new($"units/{row["lead_unit_id"]}", Round, row["group"], row["function"], row["title"], row["topic"],
            (int)Number(row, "companies_applied"), (int)Number(row, "shared_work_pct"), new(new(Number(row, "total_budget")), new(Number(row, "gov_requested")), new(0)))),
        .. applications.Where(application => application["common_project_id"] == row["common_project_id"] && IsQualified(application) && !SeasonLife.Left(application))
            .Select(application => new CaseEnlisted(new(NameOf(application), $"companies/{application["company_tax_id"]}", Application(application).Budget))),
    ]);

    private static Application Application(Row row) => new(
        $"companies/{row["company_tax_id"]}", row["group"], row["function"], row["mode"] == "common" ? CaseMode.Common : CaseMode.General,
        row["common_project_id"].Length == 0 ? "" : $"{Round}/commonProjects/{row["common_project_id"]}", row["title"], row["topic"],
        new(new(Number(row, "total_budget")), new(Number(row, "gov_requested")), new(Number(row, "self_funded"))), row["female_pi"] == "1", 0, row["application_id"]);

    private static UnitProfile Profile(Row row) =>
        new(row["unit_name"], Enum.Parse<UnitKind>(row["kind"], ignoreCase: true), row["tax_id"], "unit@example.com", "", row["first_time"] == "1");

    private static Round ReadRound()
    {
        var programme = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "programme.json"))).RootElement;
        return Sample.RoundState with
        {
            Name = Round,
            Groups = Categories("groups"),
            Functions = Categories("functions"),
            Regions = [.. programme.GetProperty("regions").EnumerateArray().Select(region => new Region(Text(region, "code"), Text(region, "name"),
                [.. region.GetProperty("counties").EnumerateArray().Select(county => county.GetString()!)]))],
        };

        ImmutableList<Category> Categories(string property) =>
            [.. programme.GetProperty(property).EnumerateArray().Select(item => new Category(Text(item, "code"), Text(item, "name")))];

        static string Text(JsonElement item, string property) => item.GetProperty(property).GetString()!;
    }

    private static string NameOf(Row row) => $"{Round}/cases/{row["application_id"]}";

    internal static bool IsQualified(Row row) => row["qualification"] == "qualified";

    internal static long Number(Row row, string column) => long.Parse(row[column], CultureInfo.InvariantCulture);

    internal static List<Row> Rows(string file)
    {
        using var reader = new CsvReader(new StreamReader(Path.Combine(Folder, file)), CultureInfo.InvariantCulture);
        return [.. reader.GetRecords<dynamic>().Select(row => new Row(((IDictionary<string, object>)row).ToDictionary(cell => cell.Key, cell => (string)cell.Value)))];
    }

    private static string FindFolder()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(here.FullName, "SmeOrleans.sln")))
        {
            here = here.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return Path.Combine(here.FullName, "data", "season-107");
    }

    internal sealed record Row(Dictionary<string, string> Cells)
    {
        public string this[string column] => Cells[column];
    }
}
