namespace SmeOrleans.Domain.Refusals;

/// <summary>What sort of 'no' a reason is; the front end maps it to one gRPC status.</summary>
public enum RefusalKind
{
    /// <summary>The request itself is wrong, whatever the state.</summary>
    Invalid,

    /// <summary>There is no such thing, or the caller may not know that there is.</summary>
    Unknown,

    /// <summary>The thing is there already.</summary>
    Exists,

    /// <summary>A rule says no in the present state.</summary>
    Precondition,

    /// <summary>Someone else was faster; read again and retry.</summary>
    Conflict,

    /// <summary>More than a stated limit, or than the service can do now.</summary>
    Exhausted,

    /// <summary>The caller's role may not do this at all.</summary>
    Forbidden,
}
