namespace SmeOrleans.Domain.Cases;

/// <summary>What can be asked of a case. Facts that the caller does not know are in <see cref="CaseFacts"/>.</summary>
[GenerateSerializer, Immutable, Alias("sme.CaseCommand")]
public abstract record CaseCommand;

/// <param name="ExpectedVersion">Version that the caller read, or null for a new draft (AIP-154).</param>
[GenerateSerializer, Immutable, Alias("sme.SaveDraft")]
public sealed record SaveDraft(string Round, string Unit, Application Application, long? ExpectedVersion) : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.AttachDocument")]
public sealed record AttachDocument(Document Document) : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.Submit")]
public sealed record Submit : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.Withdraw")]
public sealed record Withdraw(string Reason) : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.BeginScreening")]
public sealed record BeginScreening : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.RequestSupplement")]
public sealed record RequestSupplement(string Note) : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.AnswerSupplement")]
public sealed record AnswerSupplement : CaseCommand;

/// <summary>The service's own: the supplement's time is over.</summary>
[GenerateSerializer, Immutable, Alias("sme.LapseSupplement")]
public sealed record LapseSupplement : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.RecordDuplicateCheck")]
public sealed record RecordDuplicateCheck(string Programme, DuplicateAnswer Answer) : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.RecordFormGaps")]
public sealed record RecordFormGaps(ImmutableList<string> Gaps) : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.CompleteScreening")]
public sealed record CompleteScreening : CaseCommand;
