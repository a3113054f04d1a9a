using System.Text.RegularExpressions;

namespace SmeOrleans.GrpcFrontend.Rounds;

/// <summary>Form of a round.</summary>
internal static partial class RoundShape
{
    private const int CodesMax = 200;
    private const int NameMaxChars = 200;
    private const int RocYearMax = 999;

    /// <summary>Fields that an update may name.</summary>
    public static readonly ImmutableArray<string> Changeable = ["display_name", "open_time", "close_time", "rules"];

    public static bool IsCode(string text) => Code().IsMatch(text);

    public static Round Of(ShapeCheck check, V1.Round? round, string name)
    {
        check.Require(round is not null, "round", "is required");
        round ??= new();
        var kind = check.Enum<RoundKind>(round.Kind, "round.kind");
        return new(
            name,
            check.Text(round.DisplayName, "round.display_name", NameMaxChars, required: true),
            check.Count(round.RocYear, "round.roc_year", 1, RocYearMax),
            kind,
            check.Time(round.OpenTime, "round.open_time"),
            check.Time(round.CloseTime, "round.close_time"),
            Categories(check, round.Groups, "round.groups"),
            Categories(check, round.Functions, "round.functions"),
            Regions(check, round.Regions),
            RoundRulesShape.Of(check, round.Rules, kind));
    }

    private static ImmutableList<Category> Categories(ShapeCheck check, IList<V1.Category> categories, string path)
    {
        check.Require(categories.Count is > 0 and <= CodesMax, path, "must hold 1 to 200 entries");
        RequireCodes(check, [.. categories.Select(category => category.Code)], path);
        return
        [
            .. categories.Take(CodesMax).Select((category, place) =>
                new Category(category.Code, check.Text(category.DisplayName, $"{path}[{place}].display_name", NameMaxChars))),
        ];
    }

    private static ImmutableList<Region> Regions(ShapeCheck check, IList<V1.Region> regions)
    {
        const string path = "round.regions";
        check.Require(regions.Count is > 0 and <= CodesMax, path, "must hold 1 to 200 entries");
        RequireCodes(check, [.. regions.Select(region => region.Code)], path);
        return
        [
            .. regions.Take(CodesMax).Select((region, place) => new Region(
                region.Code,
                check.Text(region.DisplayName, $"{path}[{place}].display_name", NameMaxChars),
                Counties(check, region.Counties, $"{path}[{place}].counties"))),
        ];
    }

    private static ImmutableList<string> Counties(ShapeCheck check, IList<string> counties, string path)
    {
        check.Require(counties.Count <= CodesMax, path, "must hold at most 200 entries");
        return [.. counties.Take(CodesMax).Select((county, place) => check.Text(county, $"{path}[{place}]", NameMaxChars, required: true))];
    }

    private static void RequireCodes(ShapeCheck check, IReadOnlyList<string> codes, string path)
    {
        for (var place = 0; place < Math.Min(codes.Count, CodesMax); place++)
        {
            check.Require(IsCode(codes[place]), $"{path}[{place}].code", "must be 1 to 32 of a-z, 0-9 and _");
        }

        check.Require(codes.Distinct().Count() == codes.Count, path, "must not name a code twice");
    }

    [GeneratedRegex(@"\A[a-z0-9_]{1,32}\z")]
    private static partial Regex Code();
}
