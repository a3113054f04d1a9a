namespace SmeOrleans.Projection.Tests;

/// <summary>A round with two groups, two functions and two regions, and cases in it.</summary>
internal static class Sample
{
    public const string Round = "rounds/107";
    public static readonly DateTimeOffset Start = new(2018, 2, 13, 9, 0, 0, TimeSpan.FromHours(8));

    public static readonly Round RoundState = new(
        Round, "107 年度", 107, RoundKind.Regular, Start, Start.AddDays(40),
        [new("metal", "金屬機電"), new("design", "設計服務")], [new("digital", "E化"), new("process", "製程技術")],
        [new("north", "北部", ["台北市", "新北市"]), new("south", "南部", ["高雄市"])], RoundRules.Default);

    public static Task RoundAsync(World world) => world.HappenAsync(Round, new RoundCreated(RoundState));

    public static string NameOf(int number) => $"{Round}/cases/c{number:D4}";

    /// <summary>A draft of unit U{number % 3}.</summary>
    public static DraftSaved Draft(int number, string group = "metal", string county = "台北市", string title = "輔導計畫") =>
        new(Start, Round, $"units/U{number % 3}", new(
            $"companies/{number:D8}", group, "digital", CaseMode.General, "", title, "", new(new(250_000 + number), new(200_000), new(50_000 + number)), number % 2 == 0, 0, $"ref-{number}"));

    /// <summary>Its submission, so many minutes after the window opened.</summary>
    public static SubmissionReceived Submission(int number, DraftSaved draft, string county = "台北市", string region = "north") => new(
        Start.AddMinutes(number), new(NameOf(number), $"107-{number:D6}", Start.AddMinutes(number), "", ""), draft.Application,
        new($"業者-{number}", county, region, number % 2 == 1, false, "單位", (UnitKind)(number % 3 + 1), "unit@example.com"), []);

    public static Task SubmitAsync(World world, int number, string group = "metal", string title = "輔導計畫", string county = "台北市", string region = "north")
    {
        var draft = Draft(number, group, county, title);
        return world.HappenAsync(NameOf(number), draft, Submission(number, draft, county, region));
    }
}
