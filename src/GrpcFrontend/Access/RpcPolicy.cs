namespace SmeOrleans.GrpcFrontend.Access;

/// <summary>Who may call a method.</summary>
/// <param name="Roles">Any of these.</param>
/// <param name="Mutates">It changes something: refused attempts are kept.</param>
public sealed record RpcPolicy(Role Roles, bool Mutates);
