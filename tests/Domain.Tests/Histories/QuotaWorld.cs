namespace SmeOrleans.Domain.Tests.Histories;

/// <summary>One company and its cases; asks the company and the case in the order in which the service does.</summary>
internal sealed class QuotaWorld(CaseStep[] steps)
{
    private static readonly ImmutableArray<Round> Rounds =
    [
        Of("106", 106), Of("107a", 107), Of("107b", 107, quotas => quotas with { RefuseAtIntake = true }), Of("107d", 107, quotas => quotas with { NotCounted = true }),
        Of("108", 108), Of("109", 109),
    ];

    /// <summary>Twelve cases, two of each round.</summary>
    private static readonly ImmutableArray<string> Names = [.. Rounds.SelectMany(round => new[] { $"{round.Name}/cases/b", $"{round.Name}/cases/a" })];

    private readonly Dictionary<int, int> _prior = [];
    private DateTimeOffset _now = Example.OpensAt;

    public Company Company { get; private set; } = Example.Company;

    public Dictionary<string, Case> Cases { get; } = Names.ToDictionary(name => name, Case.None);

    public bool IsExempt => Company.Profile is { TradeLiberalisation: true } or { OutlyingIsland: true };

    /// <summary>The company was asked whether a case may be approved.</summary>
    public event Action<string, Rejection?>? Asked;

    public static Round RoundOf(string name) => Rounds.Single(round => name.StartsWith($"{round.Name}/", StringComparison.Ordinal));

    /// <summary>Cases that count as accepted in these years, besides one: from the cases and what was told of earlier years.</summary>
    public int Accepted(string besides, int from, int to) =>
        _prior.Where(year => year.Key >= from && year.Key <= to).Sum(year => year.Value)
        + Cases.Values.Count(subject => subject.Name != besides && subject is { Stands: true, Execution: not null }
            && RoundOf(subject.Name) is { Rules.Quotas.NotCounted: false } round && round.RocYear >= from && round.RocYear <= to);

    public void Run(Action<QuotaWorld> look)
    {
        foreach (var step in steps)
        {
            // Never two in one tick: who came first is always known.
            _now += step.Later + Example.Tick;
            Take(step);
            look(this);
        }
    }

    private void Take(CaseStep step)
    {
        var name = Names[step.Detail % Names.Length];
        switch (step.Command % 16)
        {
            case < 4: Submit(name); break;
            case < 7: Screen(name); break;
            case < 11: Approve(name); break;
            case 11: Do(name, new Withdraw("")); break;
            case 12: Do(name, new GiveUp("")); break;
            case 13: Do(name, new Discontinue("")); break;
            case 14: Ask(new UpdateCompany(Company.Profile! with { TradeLiberalisation = step.Fact % 5 == 0, OutlyingIsland = step.Fact % 7 == 0 }, 1)); break;
            default: Tell(103 + step.Fact % 7, step.Fact / 7 % 6 == 0 ? 1 : 0); break;
        }
    }

    private void Submit(string name)
    {
        if (Cases[name].State == CaseState.None)
        {
            Do(name, Example.Draft(Example.Application) with { Round = RoundOf(name).Name });
        }

        if (Cases[name].State == CaseState.Draft)
        {
            var round = RoundOf(name);
            var refusal = Ask(new ReserveQuota(name, round.Name, round.RocYear, _now, round.Rules.Quotas));
            Do(name, new Submit(), facts => facts with { QuotaRefusal = refusal });
        }
    }

    private void Screen(string name)
    {
        Do(name, new BeginScreening());
        var round = RoundOf(name);
        Do(name, new CompleteScreening(), facts => facts with { Obstacles = Quota.Obstacles(Company, round.Rules.Quotas, round.Name, round.RocYear, name) });
    }

    private void Approve(string name)
    {
        Do(name, new FollowMeeting(), facts => facts with { Meeting = Meeting(name, published: false) });
        if (Cases[name].State == CaseState.Recommended)
        {
            var round = RoundOf(name);
            var refusal = Ask(new AcceptQuota(name, round.Name, round.RocYear, round.Rules.Quotas));
            Asked?.Invoke(name, refusal);
            Do(name, new FollowMeeting(), facts => facts with { Meeting = Meeting(name, published: true), QuotaRefusal = refusal });
        }
    }

    private void Tell(int year, int count)
    {
        _prior[year] = count;
        Ask(new RecordPriorCases(ImmutableSortedDictionary<int, int>.Empty.Add(year, count)));
    }

    private Rejection? Ask(CompanyCommand command)
    {
        var decision = CompanyRules.Decide(Company, 1, command);
        Company = decision.Events.Aggregate(Company, (company, happened) => company.Apply(happened));
        return decision.Refusal;
    }

    private void Do(string name, CaseCommand command, Func<CaseFacts, CaseFacts>? change = null)
    {
        var before = Cases[name];
        var facts = Example.Facts with { ReceivedAt = _now, Round = RoundOf(name), Company = Company, Receipt = new(name, "", _now, "", "") };
        var after = CaseMachine.Decide(before, command, change is null ? facts : change(facts)).Events.Aggregate(before, (subject, happened) => subject.Apply(happened));
        Cases[name] = after;
        if (before.Stands && !after.Stands)
        {
            Ask(new ReleaseQuota(name));
        }
    }

    private static readonly Dictionary<(string, bool), JointMeeting> Meetings = [];

    private static JointMeeting Meeting(string name, bool published)
    {
        lock (Meetings)
        {
            if (!Meetings.TryGetValue((name, published), out var meeting))
            {
                var chamber = new Chamber(Example.Agreed.Government, Chamber.Entry(name, 8_500, Example.Agreed)).Opened();
                meeting = Meetings[(name, published)] = (published ? chamber.Published() : chamber).Meeting;
            }

            return meeting;
        }
    }

    // Without documents asked for, and open for years: this world is about quotas.
    private static Round Of(string name, int year, Func<QuotaRules, QuotaRules>? change = null) => Example.Round with
    {
        Name = $"rounds/{name}",
        RocYear = year,
        ClosesAt = Example.OpensAt.AddYears(20),
        Rules = Example.Rules with { RequiredDocuments = [], Quotas = change?.Invoke(Example.Rules.Quotas) ?? Example.Rules.Quotas },
    };
}
