using System.Security.Claims;

namespace SmeOrleans.GrpcFrontend.Access;

/// <summary>Reads the caller from the claims <c>sub</c>, <c>roles</c> and <c>unit</c>.</summary>
internal static class TokenCaller
{
    private const int SubjectMaxChars = 128;

    // Role.System is absent: no token can bear it.
    private static readonly ImmutableDictionary<string, Role> Roles =
        Enum.GetValues<Role>().Where(role => role is not (Role.None or Role.System))
            .ToImmutableDictionary(role => role.ToString().ToLowerInvariant());

    /// <summary>Null when a claim is missing or not understood: what is not understood is not trusted in part.</summary>
    public static Caller? Of(ClaimsPrincipal principal)
    {
        var subject = principal.FindFirst("sub")?.Value;
        var names = principal.FindAll("roles").Select(claim => claim.Value).ToList();
        if (!IsSubject(subject) || names.Count == 0 || !names.TrueForAll(Roles.ContainsKey))
        {
            return null;
        }

        var roles = names.Aggregate(Role.None, (all, name) => all | Roles[name]);
        if (!roles.HasFlag(Role.Unit))
        {
            return new(subject!, roles, Unit: null);
        }

        var units = principal.FindAll("unit").Select(claim => claim.Value).ToList();
        return units is [var unit] && ResourceNames.IsUnit(unit) ? new(subject!, roles, unit) : null;
    }

    private static bool IsSubject(string? subject) =>
        !string.IsNullOrWhiteSpace(subject) && subject.Length <= SubjectMaxChars && !subject.Any(char.IsControl);
}
