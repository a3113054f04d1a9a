using System.Text;
using SmeOrleans.Cli.Season;
using SmeOrleans.V1;

namespace SmeOrleans.Cli.Tests.Season;

public sealed class When_a_sample_document_is_made
{
    private readonly string pdf = Encoding.ASCII.GetString(SampleDocument.Pdf("A(1)", DocumentKind.Proposal));

    [Fact]
    public void Then_its_table_points_at_its_objects()
    {
        Assert.StartsWith("%PDF-", pdf);
        var table = int.Parse(pdf.Split("startxref\n")[1].Split('\n')[0]);
        Assert.StartsWith("xref\n", pdf[table..]);
        var offsets = pdf[table..].Split('\n').Skip(3).TakeWhile(line => line.EndsWith("n ")).Select(line => int.Parse(line[..10])).ToList();
        Assert.Equal(5, offsets.Count);
        Assert.All(offsets.Index(), entry => Assert.StartsWith($"{entry.Index + 1} 0 obj", pdf[entry.Item..]));
    }

    [Fact]
    public void Then_the_id_cannot_break_out_of_its_text() => Assert.Contains("(A_1_ Proposal)", pdf);
}
