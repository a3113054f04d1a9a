using Google.Protobuf.Reflection;

namespace SmeOrleans.Cli.Explaining;

/// <summary>Names of reasons as they go over the wire: without the enum's prefix.</summary>
internal static class ReasonNames
{
    private const string Prefix = "ERROR_REASON_";

    private static readonly EnumDescriptor Descriptor =
        ErrorsReflection.Descriptor.EnumTypes.Single(type => type.ClrType == typeof(ErrorReason));

    public static ImmutableArray<string> All { get; } =
        [.. Descriptor.Values.Where(value => value.Number != 0).Select(value => value.Name[Prefix.Length..])];

    public static string WireName(ErrorReason reason) => Descriptor.FindValueByNumber((int)reason).Name[Prefix.Length..];

    /// <summary>Accepts any case, dashes or dots, and the full name.</summary>
    public static string Normalize(string name)
    {
        var upper = name.Trim().ToUpperInvariant().Replace('-', '_').Replace('.', '_');
        return upper.StartsWith(Prefix, StringComparison.Ordinal) ? upper[Prefix.Length..] : upper;
    }
}
