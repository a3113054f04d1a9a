using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using SmeOrleans.Domain.Refusals;

namespace SmeOrleans.Silo.Lists;

/// <summary>Where the next page begins: after this key, for this query alone (AIP-158).</summary>
/// <param name="Sorted">Value of the order's expression in the last item: text or a whole number.</param>
internal sealed record PageToken(object Sorted, string Key)
{
    private const int BindingBytes = 8;
    private const int LengthMax = 4_000;

    /// <param name="query">Everything that must be the same on the next page.</param>
    public string Write(params ReadOnlySpan<string> query) =>
        Base64Url.EncodeToString([.. Binding(query), .. JsonSerializer.SerializeToUtf8Bytes(new[] { Sorted, Key })]);

    /// <summary>The token, or a refusal of field <c>page_token</c> when it is none or another query's.</summary>
    public static (PageToken? Token, Rejection? Refusal) Read(string text, params ReadOnlySpan<string> query)
    {
        if (text.Length > LengthMax || !Base64Url.IsValid(text))
        {
            return (null, Refuse("is not a token of this service"));
        }

        var bytes = Base64Url.DecodeFromChars(text);
        return bytes.Length <= BindingBytes || !bytes.AsSpan(0, BindingBytes).SequenceEqual(Binding(query))
            ? (null, Refuse("belongs to another parent, filter or order_by"))
            : Parse(bytes.AsSpan(BindingBytes));
    }

    private static (PageToken? Token, Rejection? Refusal) Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement[]>(json) switch
            {
                [{ ValueKind: JsonValueKind.String } sorted, { ValueKind: JsonValueKind.String } key] => (new(sorted.GetString()!, key.GetString()!), null),
                [{ ValueKind: JsonValueKind.Number } sorted, { ValueKind: JsonValueKind.String } key] when sorted.TryGetInt64(out var number) =>
                    (new(number, key.GetString()!), null),
                _ => (null, Refuse("is not a token of this service")),
            };
        }
        catch (JsonException)
        {
            return (null, Refuse("is not a token of this service"));
        }
    }

    // Not a secret: a token grants nothing, because parent and rights are part of every query anyway.
    private static byte[] Binding(ReadOnlySpan<string> query) =>
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(query.ToArray()))[..BindingBytes];

    private static Rejection Refuse(string description) => Rejection.OfFields(new FieldViolation("page_token", description));
}
