using System.Text.Json;
using Google.Protobuf.WellKnownTypes;

namespace SmeOrleans.Cli.Season.Data;

/// <summary>The parameters of a season, read from its <c>programme.json</c>.</summary>
/// <param name="RequiredDocuments">Column of the flag in <c>applications.csv</c> and the kind it speaks of.</param>
internal sealed record Programme(
    int RocYear,
    Round Round,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    ImmutableArray<(string Code, DocumentKind Kind)> RequiredDocuments,
    Schedule Schedule,
    DisasterProgramme Disaster)
{
    public string RoundId => RocYear.ToString(CultureInfo.InvariantCulture);

    public string RoundName => $"rounds/{RoundId}";

    /// <summary>When the first window of the year opens, the disaster round's or the regular one.</summary>
    public DateTimeOffset FirstOpening => OpeningTime(Disaster.ReceivedFrom) < OpensAt ? OpeningTime(Disaster.ReceivedFrom) : OpensAt;

    /// <summary>The moment of a working day at which the doors open, as on the window's first day.</summary>
    public DateTimeOffset OpeningTime(DateOnly day) =>
        new(day.ToDateTime(TimeOnly.FromDateTime(OpensAt.DateTime)), OpensAt.Offset);

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
            [.. json.GetProperty("required_documents").EnumerateArray().Select(item => Document(item.Text("code")))];
        var round = new Round
        {
            DisplayName = json.Text("name"),
            RocYear = json.GetProperty("roc_year").GetInt32(),
            Kind = RoundKind.Regular,
            OpenTime = Timestamp.FromDateTimeOffset(opens),
            CloseTime = Timestamp.FromDateTimeOffset(closes),
            Groups = { json.GetProperty("groups").EnumerateArray().Select(CategoryOf) },
            Functions = { json.GetProperty("functions").EnumerateArray().Select(CategoryOf) },
            Regions = { json.GetProperty("regions").EnumerateArray().Select(RegionOf) },
            Rules = ProgrammeRules.Of(json, documents.Select(document => document.Kind)),
        };
        return new(round.RocYear, round, opens, closes, documents, Schedule.Of(json.GetProperty("schedule")), DisasterProgramme.Of(json));
    }

    private static Category CategoryOf(JsonElement item) => new() { Code = item.Text("code"), DisplayName = item.Text("name") };

    private static Region RegionOf(JsonElement item) => new()
    {
        Code = item.Text("code"),
        DisplayName = item.Text("name"),
        Counties = { item.GetProperty("counties").EnumerateArray().Select(county => county.GetString()!) },
    };

    private static (string Code, DocumentKind Kind) Document(string code) =>
        (code, System.Enum.Parse<DocumentKind>(code[(code.IndexOf('_', StringComparison.Ordinal) + 1)..], ignoreCase: true));
}
