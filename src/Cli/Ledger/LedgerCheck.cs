namespace SmeOrleans.Cli.Ledger;

/// <summary>Compares a ledger with what the service holds.</summary>
internal sealed class LedgerCheck
{
    private readonly Dictionary<string, Intent> intents;
    private readonly ILookup<string, Outcome> outcomes;
    private readonly IReadOnlyDictionary<string, Case> stored;
    private readonly IReadOnlyCollection<Case> listed;
    private readonly List<LedgerFault> faults = [];

    private LedgerCheck(IReadOnlyCollection<LedgerLine> lines, IReadOnlyDictionary<string, Case> stored, IReadOnlyCollection<Case> listed)
    {
        intents = lines.OfType<Intent>().DistinctBy(intent => intent.RequestId).ToDictionary(intent => intent.RequestId);
        outcomes = lines.OfType<Outcome>().ToLookup(outcome => outcome.RequestId);
        (this.stored, this.listed) = (stored, listed);
        CheckSameContent(lines.OfType<Intent>());
    }

    /// <param name="lines">Everything in the ledger, in its order.</param>
    /// <param name="stored">Cases by name, read one by one.</param>
    /// <param name="listed">The cases of the round, as listed.</param>
    public static LedgerVerdict Of(
        IReadOnlyCollection<LedgerLine> lines, IReadOnlyDictionary<string, Case> stored, IReadOnlyCollection<Case> listed)
    {
        var check = new LedgerCheck(lines, stored, listed);
        foreach (var intent in check.intents.Values)
        {
            check.CheckRequest(intent, [.. check.outcomes[intent.RequestId]]);
        }

        check.CheckDocuments();
        check.CheckVersions();
        check.CheckListed();
        return new(check.intents.Count, [.. check.faults]);
    }

    private static bool Is(Outcome outcome, OutcomeKind kind) => outcome.Kind == kind;

    private void CheckSameContent(IEnumerable<Intent> written)
    {
        foreach (var intent in written.Where(intent => intents[intent.RequestId].PayloadHash != intent.PayloadHash))
        {
            Found(LedgerFaultKind.Altered, intent.Subject, $"{intent.Step} was sent twice with different content");
        }
    }

    private void CheckRequest(Intent intent, List<Outcome> told)
    {
        var done = told.FindAll(outcome => Is(outcome, OutcomeKind.Ok));
        if (done.Count == 0)
        {
            if (told.Count == 0 || Is(told[^1], OutcomeKind.Unknown))
            {
                Found(LedgerFaultKind.Limbo, intent.Subject, $"{intent.Step} ended {told.LastOrDefault()?.Reason ?? "without an answer"}");
            }

            return;
        }

        if (done.Select(outcome => (outcome.Case, outcome.Receipt)).Distinct().Count() > 1)
        {
            Found(LedgerFaultKind.Double, intent.Subject, $"{intent.Step} was answered with two different results");
        }

        if (done[0].Case is { } name)
        {
            CheckEffect(intent, done[0], stored.GetValueOrDefault(name));
        }
    }

    private void CheckEffect(Intent intent, Outcome told, Case? found)
    {
        if (found is null)
        {
            Found(LedgerFaultKind.Lost, intent.Subject, $"{intent.Step} was acknowledged, but {told.Case} is not there");
        }
        else if (intent.Step == CaseSteps.Create && CaseSteps.Hash(found.Application) != intent.PayloadHash)
        {
            Found(LedgerFaultKind.Altered, intent.Subject, "the application is not the one sent");
        }
        else if (intent.Step == CaseSteps.Submit && (found.Receipt is null || LedgerReceipt.Of(found.Receipt) != told.Receipt))
        {
            Found(LedgerFaultKind.Lost, intent.Subject, "the receipt given is not the one kept");
        }
        else if (!CaseEffects.IsSeen(intent.Step, found))
        {
            Found(LedgerFaultKind.Lost, intent.Subject, $"{intent.Step} was acknowledged, but the case does not show it");
        }
    }

    // The last acknowledged upload of a kind is the one that must be there.
    private void CheckDocuments()
    {
        var uploads =
            from intent in intents.Values
            let kind = CaseSteps.UploadedKind(intent.Step)
            where kind is not null
            let told = outcomes[intent.RequestId].FirstOrDefault(outcome => Is(outcome, OutcomeKind.Ok))
            where told?.Case is not null
            group intent by (told.Case, kind.Value) into ofKind
            select (ofKind.Key.Case, ofKind.Key.Value, ofKind.Last());
        foreach (var (name, kind, intent) in uploads)
        {
            var document = stored.GetValueOrDefault(name)?.Documents.FirstOrDefault(document => document.Kind == kind);
            if (document is null)
            {
                Found(LedgerFaultKind.Lost, intent.Subject, $"document {kind} is not there");
            }
            else if (document.Sha256 != intent.PayloadHash)
            {
                Found(LedgerFaultKind.Altered, intent.Subject, $"document {kind} is not the one sent");
            }
        }
    }

    private void CheckVersions()
    {
        var acknowledged = outcomes.SelectMany(told => told)
            .Where(outcome => outcome.Case is not null && Version(outcome.Etag) is not null)
            .GroupBy(outcome => outcome.Case!);
        foreach (var ofCase in acknowledged)
        {
            if (stored.TryGetValue(ofCase.Key, out var found) && Version(found.Etag) < ofCase.Max(outcome => Version(outcome.Etag)))
            {
                Found(LedgerFaultKind.Regressed, ofCase.Key, $"etag {found.Etag} is older than one given before");
            }
        }
    }

    private void CheckListed()
    {
        var wanted = intents.Values
            .Where(intent => intent.Step == CaseSteps.Submit && !outcomes[intent.RequestId].All(outcome => Is(outcome, OutcomeKind.Refused)))
            .Select(intent => intent.Subject)
            .ToHashSet();
        foreach (var found in listed.Where(found => found.CaseNumber.Length > 0 && !wanted.Contains(found.Application.Reference)))
        {
            Found(LedgerFaultKind.Phantom, found.Name, "was submitted by nobody in the ledger");
        }

        foreach (var twice in stored.Values.Where(found => !CaseEffects.PaidOnce(found)))
        {
            Found(LedgerFaultKind.Double, twice.Name, "was paid twice");
        }

        foreach (var twice in listed.GroupBy(found => (found.Unit, found.Application.Reference)).Where(cases => cases.Count() > 1))
        {
            Found(LedgerFaultKind.Double, twice.Key.Reference, $"has {twice.Count()} cases");
        }

        foreach (var twice in listed.Where(found => found.CaseNumber.Length > 0).GroupBy(found => found.CaseNumber).Where(cases => cases.Count() > 1))
        {
            Found(LedgerFaultKind.Double, twice.Key, "is the number of several cases");
        }
    }

    // Etags are opaque, but where one is a number it is the version.
    private static long? Version(string? etag) =>
        long.TryParse(etag?.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    private void Found(LedgerFaultKind kind, string subject, string explanation) => faults.Add(new(kind, subject, explanation));
}
