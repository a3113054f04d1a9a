namespace SmeOrleans.Domain.Calendar;

/// <summary>One printed line of a derivation, in both languages of the programme; dates are ROC dates in zh-TW.</summary>
[GenerateSerializer, Immutable, Alias("sme.DeadlineStep")]
public sealed record DeadlineStep(string Zh, string En);
