namespace SmeOrleans.Cli.Season.Findings;

// Budgets, facts and series.
internal sealed partial class SeasonPrinter
{
    private void PrintBudgets(SeasonResult result)
    {
        foreach (var (round, status) in result.Budgets)
        {
            writer.Table($"budget of {round}, NT$", ["line", "amount", "approved", "committed", "paid", "left"], status.Lines.Select(line =>
                (IReadOnlyList<string>)[line.Code, .. new[] { line.AmountNtd, line.ApprovedNtd, line.CommittedNtd, line.PaidNtd, line.LeftNtd }
                    .Select(amount => amount.ToString("N0", CultureInfo.InvariantCulture))]));
        }
    }

    private void PrintFigures(SeasonResult result)
    {
        foreach (var source in result.Figures.GroupBy(figure => figure.Source))
        {
            var missing = source.Where(figure => figure.Computed is null).Select(figure => figure.Key).ToList();
            var notComputed = missing.Count == 0 ? "" : $"; not computed: {string.Join(", ", missing)}";
            writer.Line($"{source.Key}: {source.Count(figure => figure.Agrees)} of {source.Count()} figures agree{notComputed}");
            foreach (var figure in source.Where(figure => figure is { Agrees: false, Known: not null }))
            {
                writer.Line($"known inconsistency {figure.Source} {figure.Key}: printed {figure.Published}, here {figure.Computed}: {figure.Known!.Note}");
            }
        }

        foreach (var known in result.KnownElsewhere)
        {
            writer.Line($"known inconsistency {known.Source} {known.Row}/{known.Column}: printed {known.Printed}, data {known.Dataset}: {known.Note}");
        }
    }
}
