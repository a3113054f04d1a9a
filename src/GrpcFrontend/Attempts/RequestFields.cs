using Google.Protobuf;

namespace SmeOrleans.GrpcFrontend.Attempts;

/// <summary>Reads what a request is about from its usual fields, as it was sent.</summary>
internal static class RequestFields
{
    private static readonly ImmutableArray<string> ResourceFields = ["name", "case", "parent", "unit_id", "round_id", "tax_id"];
    private static readonly ImmutableArray<string> NestedResources = ["case", "round", "company"];

    /// <summary>The resource, or empty.</summary>
    public static string Resource(IMessage? request)
    {
        var own = ResourceFields.Select(field => Text(request, field)).FirstOrDefault(text => text.Length > 0);
        return own ?? NestedResources.Select(field => Text(Message(request, field), "name")).FirstOrDefault(text => text.Length > 0) ?? "";
    }

    /// <summary>A string field, or empty.</summary>
    public static string Text(IMessage? request, string field) => Value(request, field) as string ?? "";

    private static IMessage? Message(IMessage? request, string field) => Value(request, field) as IMessage;

    private static object? Value(IMessage? request, string field) => request?.Descriptor.FindFieldByName(field)?.Accessor.GetValue(request);
}
