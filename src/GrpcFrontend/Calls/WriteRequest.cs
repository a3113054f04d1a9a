using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;

namespace SmeOrleans.GrpcFrontend.Calls;

/// <summary>What makes a mutation known again (AIP-155).</summary>
/// <param name="Fingerprint">SHA-256 over method and request, without <c>validate_only</c>; lower-case hex.</param>
internal sealed record WriteRequest(Guid Id, string Fingerprint, bool ValidateOnly)
{
    private const string ValidateOnlyField = "validate_only";

    public static WriteRequest Of(ServerCallContext context, Guid id, IMessage request, bool validateOnly = false) =>
        new(id, FingerprintOf(context.Method, request), validateOnly);

    public static string FingerprintOf(string method, IMessage request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(method));
        hash.AppendData([0]);
        hash.AppendData(WithoutValidateOnly(request).ToByteArray());
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IMessage WithoutValidateOnly(IMessage request)
    {
        if (request.Descriptor.FindFieldByName(ValidateOnlyField) is not { } field || !(bool)field.Accessor.GetValue(request))
        {
            return request;
        }

        var copy = request.Descriptor.Parser.ParseFrom(request.ToByteArray());
        field.Accessor.Clear(copy);
        return copy;
    }
}
