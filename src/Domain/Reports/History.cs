namespace SmeOrleans.Domain.Reports;

/// <summary>A figure of an earlier year, as the annual reports print it.</summary>
/// <param name="RocYear">A ROC year, or a span such as <c>98-107</c>.</param>
/// <param name="Value">As printed; empty = the report prints none.</param>
[GenerateSerializer, Immutable, Alias("sme.HistoryFigure")]
public sealed record HistoryFigure(string Table, string RocYear, string Dimension, string Key, string Measure, string Value)
{
    /// <summary>What makes a figure the same one.</summary>
    public string Identity => string.Join('|', Table, RocYear, Dimension, Key, Measure);
}

/// <summary>The figures of years before this system, for the ten-year series.</summary>
/// <param name="Figures">By <see cref="HistoryFigure.Identity"/>.</param>
[GenerateSerializer, Immutable, Alias("sme.History")]
public sealed record History(string Name, ImmutableSortedDictionary<string, HistoryFigure> Figures)
{
    /// <summary>There is one.</summary>
    public const string TheName = "history";

    public static History Unknown(string name) => new(name, ImmutableSortedDictionary.Create<string, HistoryFigure>(StringComparer.Ordinal));

    public History Apply(HistoryEvent happened) => happened switch
    {
        HistoryRecorded e => this with { Figures = Figures.SetItems(e.Figures.Select(figure => KeyValuePair.Create(figure.Identity, figure))) },
        _ => throw new InvalidOperationException($"Unknown event {happened.GetType().Name}"),
    };
}

/// <summary>Something that happened to the history.</summary>
public abstract record HistoryEvent(DateTimeOffset At);

/// <param name="Figures">New ones, and those that take another value.</param>
public sealed record HistoryRecorded(DateTimeOffset At, ImmutableList<HistoryFigure> Figures) : HistoryEvent(At);

/// <summary>What can be asked of the history.</summary>
[GenerateSerializer, Immutable, Alias("sme.HistoryCommand")]
public abstract record HistoryCommand;

[GenerateSerializer, Immutable, Alias("sme.RecordHistory")]
public sealed record RecordHistory(ImmutableList<HistoryFigure> Figures) : HistoryCommand;
