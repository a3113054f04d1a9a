using static SmeOrleans.GrpcFrontend.ReadModels.CaseMeasure;

namespace SmeOrleans.Silo.Reports;

/// <summary>A ten-year series of the annual report.</summary>
/// <param name="Table">Its number in the report.</param>
/// <param name="Label">What the report calls the dimension.</param>
/// <param name="Dimension">What is counted by; empty = totals alone.</param>
/// <param name="Filter">In the filter language.</param>
internal sealed record NamedSeries(string Table, string Label, string Dimension, string Filter, params ImmutableArray<SeriesFigure> Figures)
{
    /// <summary>The only keys that are printed; empty = all, and the total.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>Codes that the series call otherwise.</summary>
    public ImmutableDictionary<string, string> Renamed { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether a line over all years is printed.</summary>
    public bool WithSpan { get; init; } = true;

    /// <summary>Whether that line also says what part of the whole each key is.</summary>
    public bool WithShares { get; init; }

    /// <summary>All there are.</summary>
    public static readonly ImmutableArray<NamedSeries> All =
    [
        new("3", "common", "", "completed = true AND mode = COMMON",
            new("projects", new("", CommonProjects)), new("companies", new("", Cases)),
            new("increase", new("", ValueBenefitNtd)), new("decrease", new("", CostBenefitNtd)),
            new("increase_average", new("", ValueBenefitNtd, Per: Cases, WholeOnly: true)), new("decrease_average", new("", CostBenefitNtd, Per: Cases, WholeOnly: true)))
        {
            WithSpan = false,
        },
        new("26", "unit_kind", "unit_kind", "",
            new SeriesFigure("units_applied", new("", Units)) { AddsUp = false }, Applied,
            new SeriesFigure("units_executed", new("", Units, Completed)) { AddsUp = false }, Executed)
        {
            Only = ["school"],
        },
        new("30", "unit_kind", "unit_kind", "", Applied, Executed) { WithShares = true },
        new("31", "function", "function", "", Applied, Executed) { WithShares = true },
        new("32", "region", "region", "", Applied, Executed)
        {
            WithShares = true,
            // Outside of the main regions are the islands.
            Renamed = ImmutableDictionary<string, string>.Empty.Add("other", "islands"),
        },
        new("33", "all", "", "", Applied, Executed,
            HundredMillions("gov_100m", ApprovedGovernmentNtd), HundredMillions("self_100m", ApprovedSelfNtd),
            HundredMillions("increase_100m", ValueBenefitNtd), HundredMillions("decrease_100m", CostBenefitNtd)),
    ];

    // What was executed is what was completed: who stopped on the way is not counted.
    private const string Completed = "completed = true";

    private static SeriesFigure Applied => new(SeriesFigure.Applied, new("", Cases));

    private static SeriesFigure Executed => new(SeriesFigure.Executed, new("", Cases, Completed));

    private static SeriesFigure HundredMillions(string measure, GrpcFrontend.ReadModels.CaseMeasure of) =>
        new(measure, new("", of, Unit: 100_000_000, Decimals: 2));
}

/// <summary>A measure of a series.</summary>
internal sealed record SeriesFigure(string Measure, Figure Figure)
{
    public const string Applied = "applied";
    public const string Executed = "executed";
    public const string Rate = "rate_pct";

    /// <summary>Whether the years add up to the span; units do not, one applies in many years.</summary>
    public bool AddsUp { get; init; } = true;
}
