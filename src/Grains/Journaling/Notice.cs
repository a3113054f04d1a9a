namespace SmeOrleans.Grains.Journaling;

/// <summary>A notification to a person outside, written with the events that cause it and sent at least once.</summary>
/// <param name="Recipient">E-mail address.</param>
/// <param name="Subject">Subject line, zh-TW.</param>
/// <param name="Body">Plain text, zh-TW.</param>
public sealed record Notice(string Recipient, string Subject, string Body);
