using SmeOrleans.Domain.Funding;
using SmeOrleans.Grains.Cases;
using SmeOrleans.Grains.Companies;
using SmeOrleans.Grains.Intake;
using SmeOrleans.Grains.Review;
using SmeOrleans.Grains.Rounds;

namespace SmeOrleans.Grains.JointMeetings;

/// <summary>Gathers what the joint meeting needs to know from the sessions, panels and cases of its round.</summary>
internal sealed class JointMeetingFactsGatherer(IGrainFactory grains, IRoundBook rounds, ICaseCensus census, IReceiptSigner signer)
{
    private static readonly ImmutableArray<CaseState> Underway =
        [CaseState.Submitted, CaseState.Screening, CaseState.SupplementRequested, CaseState.InReview];

    /// <summary>The facts for a command, or null when the round does not exist.</summary>
    public async Task<JointMeetingFacts?> GatherAsync(JointMeeting meeting, DateTimeOffset receivedAt, JointMeetingCommand command)
    {
        if (await rounds.FindAsync(meeting.Name[..meeting.Name.IndexOf("/jointMeeting", StringComparison.Ordinal)]) is not { } round)
        {
            return null;
        }

        var facts = new JointMeetingFacts(
            receivedAt, round, [], [], ImmutableSortedDictionary.Create<string, Panel>(StringComparer.Ordinal), null,
            digest => signer.Sign(meeting.Name, digest));
        return command switch
        {
            OpenMeeting or FreezeMeeting or PublishResults => await WithEntriesAsync(facts with { Panels = await PanelsAsync(round) }),
            SignMinutes => facts with { Panels = await PanelsAsync(round) },
            ReleasePlace c => facts with { Leaving = (await grains.GetGrain<ICaseGrain>(c.Case).Read(Caller.Service)).State },
            _ => facts,
        };
    }

    private async Task<JointMeetingFacts> WithEntriesAsync(JointMeetingFacts facts)
    {
        var round = facts.Round;
        var panels = round.Rules.Review.Panels;
        var unfinished = await census.InStatesAsync(round.Name, panels ? Underway.Add(CaseState.Qualified) : Underway);
        var decided = await census.InStatesAsync(round.Name, panels
            ? [CaseState.Graded, CaseState.Recommended, CaseState.NotRecommended]
            : [CaseState.Qualified, CaseState.Recommended]);
        if (!panels)
        {
            return facts with { Unfinished = unfinished, Entries = await AsAskedAsync(round, decided) };
        }

        var items = await ClosedItemsAsync(facts, [.. decided]);
        // T-3: late conflicts may have left an item with too few sheets; it is reviewed again, not ranked.
        var unscored = items.FindAll(one => one.Item.Sheets.Count < round.Rules.Review.SheetsMin);
        return facts with
        {
            Unfinished = unfinished.AddRange(unscored.Select(one => one.Item.Item.Name)),
            Entries = [.. items.Except(unscored).Select(one => EntryOf(round, one.Session, one.Item, one.Cases))],
        };
    }

    private async Task<ImmutableSortedDictionary<string, Panel>> PanelsAsync(Round round)
    {
        var answers = await Task.WhenAll(round.Groups.Select(group => grains.GetGrain<IPanelGrain>($"{round.Name}/panels/{group.Code}").Read(Caller.Service)));
        return answers.Select(answer => answer.State).OfType<Panel>().ToImmutableSortedDictionary(panel => panel.Group, panel => panel, StringComparer.Ordinal);
    }

    private async Task<ImmutableList<(string Session, AgendaItem Item, ImmutableList<ItemCase> Cases)>> ClosedItemsAsync(
        JointMeetingFacts facts, HashSet<string> decided)
    {
        var names = facts.Panels.Values.SelectMany(panel => panel.Sessions);
        var sessions = await Task.WhenAll(names.Select(name => grains.GetGrain<ISessionGrain>(name).Read(Caller.Service)));
        var closed = sessions.Select(answer => answer.State).OfType<Session>().Where(session => session.State == SessionState.Closed);
        return
        [
            .. from session in closed
               from item in session.Agenda.Values
               let cases = item.Item.Cases.FindAll(one => decided.Contains(one.Case))
               where !cases.IsEmpty
               select (session.Name, item, cases),
        ];
    }

    private static Entry EntryOf(Round round, string session, AgendaItem item, ImmutableList<ItemCase> cases) => new(
        item.Item.Name, item.Item.Mode, item.Item.Group, LineOf(round, item.Item.Mode, item.Item.Group), item.Item.Unit, item.Item.Title, session,
        item.Mean, item.Grade, item.Item.FemaleFirst, item.Item.ReceivedAt,
        item.Recused.Keys.ToImmutableSortedSet(StringComparer.Ordinal),
        cases.ConvertAll(one => new EntryCase(one.Case, one.CaseNumber, one.Company, one.Asked, one.Cap,
            item.Opinion?.Amounts.Find(amount => amount.Case == one.Case)?.Budget ?? one.Asked)));

    /// <summary>Without panels every qualified case is ranked by its receipt, with the money that it asks for (F-4).</summary>
    private async Task<ImmutableList<Entry>> AsAskedAsync(Round round, ImmutableList<string> names)
    {
        var cases = await Task.WhenAll(names.Select(async name => (await grains.GetGrain<ICaseGrain>(name).Read(Caller.Service)).State!));
        var companies = await Task.WhenAll(cases.Select(async one => (await grains.GetGrain<ICompanyGrain>(one.Application!.Company).Read(Caller.Service)).State!));
        return
        [
            .. cases.Zip(companies)
                .GroupBy(pair => pair.First.Application!.Mode == CaseMode.Common ? pair.First.Application.CommonProject : pair.First.Name)
                .Select(item => EntryOf(round, item.Key, [.. item])),
        ];
    }

    private static Entry EntryOf(Round round, string item, ImmutableList<(Case Case, Company Company)> pairs)
    {
        var application = pairs[0].Case.Application!;
        return new(
            item, application.Mode, application.Group, LineOf(round, application.Mode, application.Group), pairs[0].Case.Unit, application.Title, "",
            // Where nothing is scored there are no ties to settle (T-7).
            MeanScore.None, Grade.Unspecified, FemaleFirst: false,
            pairs.Min(pair => pair.Case.Receipt!.ReceivedAt),
            ImmutableSortedSet.Create<string>(StringComparer.Ordinal),
            pairs.ConvertAll(pair => new EntryCase(
                pair.Case.Name, pair.Case.Receipt!.CaseNumber, pair.Case.Application!.Company, pair.Case.Application.Budget,
                FundingRules.CapFor(round, pair.Company.Profile!, pair.Case.Application.DesignAwardPledge), pair.Case.Application.Budget)));
    }

    private static string LineOf(Round round, CaseMode mode, string group) => round.Rules.LineFor(mode, group)?.Code ?? "";
}
