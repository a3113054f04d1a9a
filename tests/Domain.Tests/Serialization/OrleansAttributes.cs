using System.Reflection;
using Orleans;

namespace SmeOrleans.Domain.Tests.Serialization;

/// <summary>Whatever crosses a grain boundary can be serialised, and is marked as never changing.</summary>
public sealed class OrleansAttributes
{
    private static readonly Type[] Roots =
    [
        typeof(CaseCommand), typeof(CompanyCommand), typeof(UnitCommand), typeof(RoundCommand), typeof(CommonProjectCommand),
        typeof(SessionCommand), typeof(PanelCommand), typeof(ReviewerCommand), typeof(JointMeetingCommand),
        typeof(VisitDrawCommand), typeof(TableReleasesCommand), typeof(HistoryCommand), typeof(VisitDraw), typeof(TableReleases), typeof(History),
        typeof(Session), typeof(Panel), typeof(Reviewer), typeof(JointMeeting),
        typeof(Case), typeof(Company), typeof(Unit), typeof(Round), typeof(CommonProject), typeof(Rejection), typeof(Caller),
    ];

    private static readonly IReadOnlyCollection<Type> Crossing = Reachable();

    public static TheoryData<string> Names() => [.. Crossing.Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Then_it_bears_all_three_attributes(string name)
    {
        var type = Crossing.Single(type => type.FullName == name);
        Assert.NotNull(type.GetCustomAttribute<GenerateSerializerAttribute>(inherit: false));
        Assert.NotNull(type.GetCustomAttribute<ImmutableAttribute>(inherit: false));
        Assert.Equal($"sme.{type.Name}", type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Then_members_outside_the_primary_constructor_that_are_stored_have_an_id(string name)
    {
        var type = Crossing.Single(type => type.FullName == name);
        var parameters = type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.Name).ToHashSet();
        var stored = type.GetProperties().Where(property => property.SetMethod is not null && !parameters.Contains(property.Name));
        Assert.All(stored, property => Assert.NotNull(property.GetCustomAttribute<IdAttribute>()));
    }

    [Fact]
    public void Then_aliases_are_unique()
    {
        var aliases = typeof(Case).Assembly.GetTypes()
            .Select(type => type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias)
            .OfType<string>().ToList();
        Assert.Equal(aliases.Count, aliases.Distinct().Count());
    }

    [Fact]
    public void Then_the_walk_finds_what_is_deep_inside() =>
        Assert.Superset(new HashSet<Type> { typeof(Ntd), typeof(SupplementRule), typeof(QuotaRules), typeof(FieldViolation), typeof(MeanScore), typeof(CalculationLine), typeof(EntryOutcome) }, Crossing.ToHashSet());

    private static HashSet<Type> Reachable()
    {
        var found = new HashSet<Type>();
        var toVisit = new Stack<Type>(Roots);
        while (toVisit.TryPop(out var type))
        {
            if (type.Assembly == typeof(Case).Assembly && !type.IsEnum && found.Add(type))
            {
                type.Assembly.GetTypes().Where(derived => derived.IsSubclassOf(type)).ToList().ForEach(toVisit.Push);
                type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(property => property.SetMethod is not null || type.IsValueType)
                    .SelectMany(property => property.PropertyType.GenericTypeArguments.Append(property.PropertyType))
                    .ToList().ForEach(toVisit.Push);
            }
        }

        return found;
    }
}
