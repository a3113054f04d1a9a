using System.Text.Json;

namespace SmeOrleans.Cli.Season.Data;

/// <summary>What <c>programme.json</c> writes as text.</summary>
internal static class JsonReading
{
    public static string Text(this JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null");

    public static DateOnly Day(this JsonElement json, string name) => Day(json.Text(name));

    /// <summary>A first and a last day.</summary>
    public static (DateOnly From, DateOnly To) Days(this JsonElement json, string name) =>
        json.GetProperty(name).EnumerateArray().Select(day => Day(day.GetString() ?? "")).ToList() is [var from, var to]
            ? (from, to)
            : throw new FormatException($"{name} is not a first and a last day");

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
