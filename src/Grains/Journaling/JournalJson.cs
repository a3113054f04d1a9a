using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SmeOrleans.Domain.Money;
using SmeOrleans.Domain.Reports;

namespace SmeOrleans.Grains.Journaling;

/// <summary>How state and events are written: readable JSON, enums by name, money as a number.</summary>
public static class JournalJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new NtdConverter() },
    };

    /// <summary>Every event type of the domain by its name in the journal.</summary>
    public static readonly ImmutableDictionary<string, Type> EventTypes =
        new[]
            {
                typeof(CaseEvent), typeof(CompanyEvent), typeof(UnitEvent), typeof(RoundEvent), typeof(CommonProjectEvent),
                typeof(ReviewerEvent), typeof(PanelEvent), typeof(SessionEvent), typeof(JointMeetingEvent),
                typeof(VisitDrawEvent), typeof(HistoryEvent), typeof(TableReleasesEvent),
            }
            .SelectMany(root => root.Assembly.GetTypes().Where(type => type.IsSealed && type.IsSubclassOf(root)))
            .ToImmutableDictionary(type => type.Name);

    private sealed class NtdConverter : JsonConverter<Ntd>
    {
        public override Ntd Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Ntd value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Amount);
    }
}
