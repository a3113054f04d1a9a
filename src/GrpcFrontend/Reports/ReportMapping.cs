using SmeOrleans.Domain.Reports;

namespace SmeOrleans.GrpcFrontend.Reports;

/// <summary>Tables, releases and series as the contract says them.</summary>
internal static class ReportMapping
{
    public static V1.ReportTable Of(Report report) => new()
    {
        TableId = report.TableId,
        TitleZh = report.TitleZh,
        Rows = { report.Rows },
        Columns = { report.Columns },
        Cells = { report.Cells.Select(cell => new V1.ReportCell { Row = cell.Row, Column = cell.Column, Value = cell.Value }) },
    };

    public static V1.ReleasedTable Of(TableRelease release) => new()
    {
        Table = new()
        {
            TableId = release.TableId,
            TitleZh = release.TitleZh,
            Rows = { release.Rows },
            Columns = { release.Columns },
            Cells = { release.Cells.Select(cell => new V1.ReportCell { Row = cell.Row, Column = cell.Column, Value = cell.Value }) },
        },
        JournalHead = release.JournalHead,
        Sha256 = release.Sha256,
        FiguresChecked = release.FiguresChecked,
        Number = release.Number,
        ReleaseTime = Times.Of(release.ReleasedAt),
    };

    public static V1.SeriesTable Of(Series series) => new()
    {
        Table = series.Table,
        Figures =
        {
            series.Figures.Select(figure => new V1.HistoryFigure
            {
                Table = figure.Table,
                RocYear = figure.RocYear,
                Dimension = figure.Dimension,
                Key = figure.Key,
                Measure = figure.Measure,
                Value = figure.Value,
            }),
        },
        ComputedYears = { series.ComputedYears },
    };
}
