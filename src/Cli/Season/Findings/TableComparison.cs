using SmeOrleans.Cli.Season.Data;

namespace SmeOrleans.Cli.Season.Findings;

/// <summary>One cell that was compared.</summary>
/// <param name="Computed">As the service says, or null when it has no such cell.</param>
/// <param name="Published">As published, or null when that cell is not published.</param>
/// <param name="Known">The publication is known to contradict itself here, and the data set to hold the computed value.</param>
internal sealed record ComparedCell(string Row, string Column, string? Computed, string? Published, bool Agrees, KnownInconsistency? Known);

/// <summary>A computed table beside the published one, cell by cell.</summary>
internal sealed record TableComparison(ReportTable Table, ImmutableArray<ComparedCell> Cells)
{
    public IEnumerable<ComparedCell> Differences => Cells.Where(cell => !cell.Agrees && cell.Known is null);

    /// <summary>
    /// Every published cell must be there; a computed cell that is not published must be zero, unless the publication leaves
    /// rows out.
    /// </summary>
    public static TableComparison Of(ReportTable table, PublishedTable published)
    {
        var computed = table.Cells.ToDictionary(cell => (cell.Row, cell.Column), cell => cell.Value);
        var keys = published.Partial ? published.Cells.Keys : published.Cells.Keys.Union(computed.Keys);
        return new(table,
        [
            .. from key in keys
               let here = computed.GetValueOrDefault(key)
               let there = published.Cells.GetValueOrDefault(key)
               select new ComparedCell(key.Item1, key.Item2, here, there, Agree(here, there),
                   published.Known.FirstOrDefault(known => (known.Row, known.Column) == key && Agree(here, known.Dataset))),
        ]);
    }

    /// <summary>Numbers agree when the computed one, rounded to as many digits as are printed, is the printed one.</summary>
    public static bool Agree(string? computed, string? published)
    {
        if (!TryNumber(computed, out var here))
        {
            return computed == published;
        }

        return published is null
            ? here == 0
            : TryNumber(published, out var there) && decimal.Round(here, there.Scale, MidpointRounding.AwayFromZero) == there;
    }

    private static bool TryNumber(string? text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out number);
}
