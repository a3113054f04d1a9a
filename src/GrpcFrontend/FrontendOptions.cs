namespace SmeOrleans.GrpcFrontend;

/// <summary>How the front end runs.</summary>
public sealed record FrontendOptions
{
    /// <summary>Folder with <c>keys/</c>.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Whose tokens are taken; none = the development issuer of the data folder.</summary>
    public IReadOnlyList<TokenIssuer> Issuers { get; init; } = [];

    /// <summary>Unary calls under way at one time; one more is refused at once.</summary>
    public int MaxConcurrentCalls { get; init; } = 1_024;

    /// <summary>Long calls (batches, watches, uploads, downloads) that one caller may have under way.</summary>
    public int MaxLongCallsOfOneCaller { get; init; } = 128;

    /// <summary>Batches, and likewise watches, under way at one time.</summary>
    public int MaxConcurrentStreams { get; init; } = 256;

    /// <summary>Uploads, and likewise downloads, under way at one time; each may hold 20 MB three times over.</summary>
    public int MaxConcurrentUploads { get; init; } = 16;

    /// <summary>Origins of web pages that may call by gRPC-Web, e.g. <c>https://office.example</c>.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];
}
