using System.Text.Json;
using Google.Protobuf.WellKnownTypes;

namespace SmeOrleans.Cli.Season;

/// <summary>The parameters of a season, read from its <c>programme.json</c>.</summary>
/// <param name="RequiredDocuments">Column of the flag in <c>applications.csv</c> and the kind it speaks of.</param>
internal sealed record Programme(
    int RocYear,
    Round Round,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    ImmutableArray<(string Code, DocumentKind Kind)> RequiredDocuments)
{
    public string RoundId => RocYear.ToString(CultureInfo.InvariantCulture);

    public string RoundName => $"rounds/{RoundId}";

    /// <summary>The moment of a working day at which the office decides: when its doors close, as on the window's last day.</summary>
    public DateTimeOffset DecisionTime(DateOnly day) =>
        new(day.ToDateTime(TimeOnly.FromDateTime(ClosesAt.DateTime)), ClosesAt.Offset);

    public static Programme Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Of(document.RootElement);
        }
        catch (Exception wrong) when (wrong is IOException or JsonException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw CliException.Usage($"{path}: {wrong.Message}");
        }
    }

    private static Programme Of(JsonElement json)
    {
        var intake = json.GetProperty("intake");
        var (opens, closes) = (intake.GetProperty("opens_at").GetDateTimeOffset(), intake.GetProperty("closes_at").GetDateTimeOffset());
        ImmutableArray<(string Code, DocumentKind Kind)> documents =
            [.. json.GetProperty("required_documents").EnumerateArray().Select(item => Document(Text(item, "code")))];
        var round = new Round
        {
            DisplayName = Text(json, "name"),
            RocYear = json.GetProperty("roc_year").GetInt32(),
            Kind = RoundKind.Regular,
            OpenTime = Timestamp.FromDateTimeOffset(opens),
            CloseTime = Timestamp.FromDateTimeOffset(closes),
            Groups = { json.GetProperty("groups").EnumerateArray().Select(CategoryOf) },
            Functions = { json.GetProperty("functions").EnumerateArray().Select(CategoryOf) },
            Regions = { json.GetProperty("regions").EnumerateArray().Select(RegionOf) },
            Rules = RulesOf(json, documents.Select(document => document.Kind)),
        };
        return new(round.RocYear, round, opens, closes, documents);
    }

    private static RoundRules RulesOf(JsonElement json, IEnumerable<DocumentKind> documents)
    {
        var (quotas, caps) = (json.GetProperty("quotas"), json.GetProperty("caps"));
        var rules = new RoundRules
        {
            Sme = SmeRuleText.Limits(Text(json.GetProperty("sme_rule"), "manufacturing"), Text(json.GetProperty("sme_rule"), "services")),
            General = CapOf(caps.GetProperty("general")),
            TradeLiberalisation = CapOf(caps.GetProperty("general_trade_liberalisation")),
            Common = CommonCapOf(caps.GetProperty("common")),
            Supplement = new()
            {
                Days = json.GetProperty("supplement_days").GetInt32(),
                // The data counts whole days from the minute of the request.
                End = SupplementRule.Types.End.Exact,
            },
            Quotas = new()
            {
                PerRound = quotas.GetProperty("per_round").GetInt32(),
                PerYear = quotas.GetProperty("per_year").GetInt32(),
                PerThreeYears = quotas.GetProperty("per_3_years").GetInt32(),
            },
        };
        rules.RequiredDocuments.AddRange(documents);
        return rules;
    }

    private static FundingCap CapOf(JsonElement cap) => new()
    {
        GovernmentMaxNtd = cap.GetProperty("gov_max").GetInt64(),
        GovernmentShareMaxPercent = cap.GetProperty("gov_share_pct").GetInt32(),
    };

    private static CommonProjectCap CommonCapOf(JsonElement cap)
    {
        var companies = cap.GetProperty("min_companies").GetInt32();
        return new()
        {
            CompaniesMin = companies,
            TotalMaxNtd = cap.GetProperty($"total_max_for_{companies}").GetInt64(),
            GovernmentMaxNtd = cap.GetProperty($"gov_max_for_{companies}").GetInt64(),
            GovernmentShareMaxPercent = cap.GetProperty("gov_share_pct").GetInt32(),
            SharedWorkMinPercent = cap.GetProperty("min_shared_work_pct").GetInt32(),
        };
    }

    private static Category CategoryOf(JsonElement item) => new() { Code = Text(item, "code"), DisplayName = Text(item, "name") };

    private static Region RegionOf(JsonElement item) => new()
    {
        Code = Text(item, "code"),
        DisplayName = Text(item, "name"),
        Counties = { item.GetProperty("counties").EnumerateArray().Select(county => county.GetString()!) },
    };

    private static (string Code, DocumentKind Kind) Document(string code) =>
        (code, System.Enum.Parse<DocumentKind>(code[(code.IndexOf('_', StringComparison.Ordinal) + 1)..], ignoreCase: true));

    private static string Text(JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null");
}
