namespace SmeOrleans.Grains.Journaling;

/// <summary>
/// The store could not be reached or broke off. When it was a write, its outcome is unknown: a retry under the same
/// request id settles it (R7).
/// An <see cref="OrleansException"/>, since the persistent state wraps every other.
/// </summary>
[GenerateSerializer, Alias("sme.StoreUnavailableException")]
public sealed class StoreUnavailableException(string message, Exception? cause = null) : OrleansException(message, cause!);
