using System.Collections.Immutable;
using SmeOrleans.Domain.Cases;
using SmeOrleans.Domain.Companies;
using SmeOrleans.Domain.Funding;
using SmeOrleans.Domain.Money;
using SmeOrleans.Domain.Rounds;
using SmeOrleans.Domain.Units;

namespace SmeOrleans.Grains.Tests;

/// <summary>A small programme: one round, companies and units that fit it.</summary>
internal static class Programme
{
    public const string RoundName = "rounds/107";
    public const string UnitName = "units/U001";
    public const string OtherUnitName = "units/U002";
    public const string CompanyName = "companies/00396072";
    public static readonly DateTimeOffset Opens = new(2018, 2, 13, 9, 0, 0, TimeSpan.FromHours(8));
    public static readonly DateTimeOffset Closes = new(2018, 4, 2, 17, 0, 0, TimeSpan.FromHours(8));

    public static Round Round(Func<RoundRules, RoundRules>? rules = null) => new(
        RoundName, "107 年度", 107, RoundKind.Regular, Opens, Closes,
        [new("metal", "金屬機電")], [new("process", "製程技術")], [new("north", "北部", ["台北市"])],
        (rules ?? (same => same))(RoundRules.Default));

    public static CompanyProfile Company { get; } = new(
        "受輔業者", "台北市", "金屬製品製造業", Sector.Manufacturing, new(5_000_000), 12, new(30_000_000), false, false, false, false, false);

    public static UnitProfile Unit { get; } = new("輔導單位", UnitKind.Foundation, "01191174", "office@unit.example", "研發處", false);

    public static Application Application(string company = CompanyName) => new(
        company, "metal", "process", CaseMode.General, "", "製程改善輔導計畫", "製程改善",
        new Budget(new(250_000), new(200_000), new(50_000)), false, 0, "");

    public static Document Document(DocumentKind kind) => new(
        kind, $"{kind}.pdf", "application/pdf", 1_000, new string('a', 64), default);

    public static IEnumerable<DocumentKind> Kinds => Enum.GetValues<DocumentKind>().Where(kind => kind != DocumentKind.Unspecified);
}
