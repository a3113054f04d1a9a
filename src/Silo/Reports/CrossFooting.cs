namespace SmeOrleans.Silo.Reports;

/// <summary>Totals against the sums of their rows and columns, wherever a thing counts in one of them alone.</summary>
internal static class CrossFooting
{
    /// <returns>What does not add up, one line each.</returns>
    public static IEnumerable<string> Check(string measure, Crossing crossing)
    {
        string[] columns = [.. crossing.Columns, Crossing.Total];
        foreach (var column in columns)
        {
            if (crossing.Rows.Sum(row => crossing[row, column]) is var sum && sum != crossing[Crossing.Total, column])
            {
                yield return $"{measure}: the rows of column {column} add up to {sum}, its total is {crossing[Crossing.Total, column]}";
            }
        }

        foreach (var row in crossing.Columns.IsEmpty ? [] : crossing.Rows.Append(Crossing.Total))
        {
            if (crossing.Columns.Sum(column => crossing[row, column]) is var sum && sum != crossing[row, Crossing.Total])
            {
                yield return $"{measure}: the columns of row {row} add up to {sum}, its total is {crossing[row, Crossing.Total]}";
            }
        }
    }

    /// <summary>Whether every case, or every dollar, is in exactly one row and column.</summary>
    public static bool Applies(GrpcFrontend.ReadModels.CaseMeasure measure, params string[] dimensions) =>
        Measures.IsAdditive(measure) && (measure != GrpcFrontend.ReadModels.CaseMeasure.Cases || !dimensions.Any(name => name.Length > 0 && Dimension.All[name].IsOfIndicators));
}
