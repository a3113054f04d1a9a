namespace SmeOrleans.Domain.Units;

/// <summary>What can be asked of a unit.</summary>
[GenerateSerializer, Immutable, Alias("sme.UnitCommand")]
public abstract record UnitCommand;

[GenerateSerializer, Immutable, Alias("sme.RegisterUnit")]
public sealed record RegisterUnit(UnitProfile Profile) : UnitCommand;

[GenerateSerializer, Immutable, Alias("sme.ApproveUnit")]
public sealed record ApproveUnit : UnitCommand;

[GenerateSerializer, Immutable, Alias("sme.RecordUnitEligibility")]
public sealed record RecordUnitEligibility(bool LegallyRegistered, bool FinanceSound) : UnitCommand;

[GenerateSerializer, Immutable, Alias("sme.RecordMajorAnomaly")]
public sealed record RecordMajorAnomaly(int RoundOrdinal, string Grounds, string Round = "") : UnitCommand;

/// <summary>Count an application against the round's cap; idempotent by case (U-4).</summary>
/// <param name="Cap">0 = no cap.</param>
[GenerateSerializer, Immutable, Alias("sme.CountApplication")]
public sealed record CountApplication(string Round, string Case, int Cap) : UnitCommand;

[GenerateSerializer, Immutable, Alias("sme.UncountApplication")]
public sealed record UncountApplication(string Round, string Case) : UnitCommand;
