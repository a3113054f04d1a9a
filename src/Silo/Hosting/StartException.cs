namespace SmeOrleans.Silo.Hosting;

/// <summary>The service cannot start, for a reason that the operator can mend; the message says how.</summary>
public sealed class StartException(string message, Exception? cause = null) : Exception(message, cause);
