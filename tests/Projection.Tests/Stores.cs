namespace SmeOrleans.Projection.Tests;

/// <summary>Every test on a store runs on both.</summary>
public sealed class Stores : TheoryData<string>
{
    public Stores() => AddRange("sqlite", "postgresql");
}
