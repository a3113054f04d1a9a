namespace SmeOrleans.Domain.Refusals;

/// <summary>A field that is missing or malformed.</summary>
/// <param name="Path">Path in the request message, e.g. <c>case.application.title</c>.</param>
/// <param name="Description">What is wrong and what is allowed.</param>
[GenerateSerializer, Immutable, Alias("sme.FieldViolation")]
public sealed record FieldViolation(string Path, string Description);
