namespace SmeOrleans.Grains.Journaling;

/// <summary>The store refused a write for what it contains; nothing of it was stored, and a retry would be refused again.</summary>
[GenerateSerializer, Alias("sme.UnstorableException")]
public sealed class UnstorableException(string message, Exception? cause = null) : OrleansException(message, cause!);
