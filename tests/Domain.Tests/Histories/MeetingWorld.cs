namespace SmeOrleans.Domain.Tests.Histories;

/// <summary>A random joint meeting: entries that often meet in points and money, lines that seldom carry all, and any command at any time.</summary>
internal sealed class MeetingWorld
{
    private static readonly string[] LineCodes = ["metal", "food", "common"];
    private static readonly string[] Scenarios = [Chamber.Main, "a", "b"];
    private static readonly long[] Moneys = [1, 100, 150, 200, 200, 333];

    private readonly CaseStep[] _steps;
    private readonly Dictionary<string, long> _paid = [];

    public MeetingWorld(CaseStep[] steps)
    {
        _steps = steps;
        var dice = new Random(steps is [var first, ..] ? first.Detail * 10_007 + first.Fact : 0);
        Entries = [.. Enumerable.Range(1, dice.Next(1, 13)).Select(number => Entry(number, dice))];
        Lines = [.. LineCodes.Select(code => new BudgetLine(code, code, CaseMode.Unspecified, [], new(dice.Next(0, 6) * 150 + dice.Next(0, 2))))];
        Chamber = new Chamber(Lines, Entries).With(facts => facts with
        {
            Round = facts.Round with { Rules = facts.Round.Rules with { UnitRunningCap = dice.Next(0, 3) == 0 ? dice.Next(1, 4) : 0 } },
        });
    }

    public ImmutableList<Entry> Entries { get; private set; }

    public ImmutableList<BudgetLine> Lines { get; private set; }

    /// <summary>Of all lines together, when the meeting took them over from the round.</summary>
    public long Money { get; private set; }

    public Chamber Chamber { get; }

    public JointMeeting Meeting => Chamber.Meeting;

    public RoundRules Rules => Chamber.Facts.Round.Rules;

    public JointMeeting Run(Action<JointMeeting, JointMeetingCommand, Decision<JointMeetingEvent>, JointMeeting> look)
    {
        foreach (var step in _steps)
        {
            Chamber.Facts = Chamber.Facts with { ReceivedAt = Chamber.Facts.ReceivedAt + step.Later };
            foreach (var command in CommandsOf(step))
            {
                var before = Meeting;
                var decision = Chamber.Try(command);
                Chamber.Take(decision);
                Money = decision.Events.Select(LinesOf).LastOrDefault(lines => lines is not null)?.Sum(line => line.Amount.Amount) ?? Money;
                look(before, command, decision, Meeting);
            }
        }

        return Meeting;
    }

    private static ImmutableList<BudgetLine>? LinesOf(JointMeetingEvent happened) => happened switch
    {
        MeetingOpened e => e.Lines,
        MeetingReopened e => e.Lines,
        _ => null,
    };

    private IEnumerable<JointMeetingCommand> CommandsOf(CaseStep step) => Meeting.Phase switch
    {
        _ when step.Fact % 13 == 0 => [Any(step.Command / 20 % 12, step)],
        MeetingPhase.None => [new OpenMeeting()],
        MeetingPhase.Open => (step.Command % 20) switch
        {
            < 11 => [new MakeChange(Scenarios[step.Fact % 3], Change(step))],
            11 => [new FreezeMeeting()],
            12 => Whole(),
            var other => [Any(other - 13, step)],
        },
        MeetingPhase.Frozen => (step.Command % 6) switch
        {
            < 3 => [.. Signatures(), new PublishResults()],
            3 => [new ReopenMeeting("補正")],
            _ => [Leaving(step)],
        },
        _ => (step.Command % 10) switch
        {
            < 5 => [Leaving(step)],
            < 8 => [new AnswerOffer(Item(step), step.Detail % 3 == 0)],
            8 => [new LapseOffers()],
            _ when step.Fact % 5 == 0 => [new CloseReserve()],
            _ => [new LapseOffers()],
        },
    };

    private JointMeetingCommand Any(int which, CaseStep step) => which switch
    {
        0 => Reopened(step),
        1 or 2 => new CopyScenario(Scenarios[step.Fact % 3], Scenarios[step.Detail % 3]),
        3 => new UndoChange(Scenarios[step.Fact % 3]),
        4 => new AdoptScenario(Scenarios[step.Fact % 3]),
        5 => Leaving(step),
        6 => new AnswerOffer(Item(step), Accept: true),
        7 => new ReopenMeeting(""),
        8 => new LapseOffers(),
        _ => new PublishResults(),
    };

    private IEnumerable<JointMeetingCommand> Whole() => [new FreezeMeeting(), .. Signatures(), new PublishResults()];

    private IEnumerable<JointMeetingCommand> Signatures() =>
        new[] { "metal", "" }.Select(group => new SignMinutes("r0", group, Chamber.Meeting.Minutes?.Sha256 ?? Refrozen()));

    // The minutes of a freeze that comes with the same batch are not known yet: their digest is, as nothing is random.
    private string Refrozen() => Chamber.Try(new FreezeMeeting()).Events is [MeetingFrozen frozen] ? frozen.Minutes.Sha256 : "";

    private OpenMeeting Reopened(CaseStep step)
    {
        // Meanwhile the panels' grades, or the round's lines, may have changed.
        if (step.Detail % 5 == 0)
        {
            Lines = Lines.Count == 3 ? Lines.RemoveAt(step.Fact % 3) : [.. Lines, new(LineCodes.First(code => !Lines.Exists(line => line.Code == code)), "", CaseMode.Unspecified, [], new(300))];
            Entries = Entries.ConvertAll(entry => Lines.Exists(line => line.Code == entry.Line) ? entry : entry with { Line = Lines[0].Code });
            Chamber.Facts = Chamber.Facts with { Round = Chamber.Facts.Round with { Rules = Rules with { BudgetLines = Lines } }, Entries = Entries };
        }
        else if (step.Detail % 5 == 1)
        {
            Entries = Entries.SetItem(step.Fact % Entries.Count, Entries[step.Fact % Entries.Count] with { Mean = new(8_000 + step.Detail % 3, 1, 0) });
            Chamber.Facts = Chamber.Facts with { Entries = Entries };
        }

        return new();
    }

    private ReleasePlace Leaving(CaseStep step)
    {
        var cases = Entries[step.Detail % Entries.Count].Cases;
        var one = cases[step.Fact % cases.Count];
        // What was paid of it comes back by and by, and is never more than it was given.
        var paid = _paid[one.Case] = Math.Min(_paid.GetValueOrDefault(one.Case, long.MaxValue), step.Fact % 4 == 0 ? Given(one) * (step.Detail % 3) / 2 : 0);
        Chamber.Facts = Chamber.Facts with
        {
            Leaving = Case.None(one.Case) with
            {
                Execution = CaseExecution.None with { Ledger = [new(1, LedgerKind.FirstInstalment, Ntd.Zero, new(paid), "", [], default)] },
            },
        };
        return new(one.Case);
    }

    private long Given(EntryCase one) => Meeting.PublishedOutcomeOf(one.Case) is { Decision: EntryDecision.Approved } outcome
        ? outcome.Amounts.Find(amount => amount.Case == one.Case)?.Budget.Government.Amount ?? 0
        : 0;

    private MeetingChange Change(CaseStep step) => (step.Detail % 9) switch
    {
        0 or 1 => Chamber.Change(MeetingChangeKind.ChangeAmount, OneCase(step), Example.Money(Moneys[step.Command / 20 % Moneys.Length], 50)),
        2 => Chamber.Change(MeetingChangeKind.Approve, Item(step)),
        3 => Chamber.Change(MeetingChangeKind.HoldBack, Item(step)),
        4 => Chamber.Change(MeetingChangeKind.Decline, Item(step)),
        5 or 6 => Chamber.Change(MeetingChangeKind.MoveMoney, from: LineCodes[step.Command / 20 % 3], to: LineCodes[step.Command / 60 % 3],
            amount: step.Fact % 7 == 1 ? long.MaxValue : step.Fact % 160),
        7 => Chamber.Change(MeetingChangeKind.LimitCount, from: LineCodes[step.Command / 20 % 3], amount: step.Fact % 5),
        _ => Chamber.Change((MeetingChangeKind)(step.Fact % 7), "nothing", reason: ""),
    };

    private string Item(CaseStep step) => Entries[step.Command / 20 % Entries.Count].Item;

    private string OneCase(CaseStep step) => Entries[step.Fact % Entries.Count].Cases[0].Case;

    private static Entry Entry(int number, Random dice)
    {
        var name = $"r/cases/{(char)('a' + dice.Next(26))}{number}";
        var line = LineCodes[dice.Next(3)];
        var entry = Chamber.Entry(name, 8_000 + dice.Next(4), Sum(dice), line, $"units/{dice.Next(3)}", dice.Next(3) == 0, dice.Next(3),
            dice.Next(5) == 0 ? Grade.Not : Grade.Listed) with { Group = line };
        return line == "common"
            ? entry with { Mode = CaseMode.Common, Item = $"r/commonProjects/{number}", Cases = [.. Enumerable.Range(1, 2).Select(part => Chamber.Of($"{name}-{part}", Sum(dice)))] }
            : entry;
    }

    private static Budget Sum(Random dice) => Example.Money(Moneys[dice.Next(Moneys.Length)], 50);
}
