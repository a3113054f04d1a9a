using System.Globalization;
using SmeOrleans.GrpcFrontend.Shapes;

namespace SmeOrleans.Grpc.Tests;

/// <summary>NFC (UAX #15). The samples are marks, compatibility ideographs, Hangul and letters in random order, with what Python's unicodedata makes of them.</summary>
public sealed class NormalizingText
{
    private static List<(string Before, string After)> Samples()
    {
        using var reader = new StreamReader(typeof(NormalizingText).Assembly.GetManifestResourceStream("nfc-samples.txt")!);
        var samples = new List<(string Before, string After)>();
        while (reader.ReadLine() is { } line && line.Split(';') is [var before, var after])
        {
            samples.Add((Text(before), Text(after)));
        }

        return samples;
    }

    [Fact]
    public void Then_every_sample_comes_out_as_the_standard_says() =>
        Assert.All(Samples(), sample => Assert.Equal(sample.After, Normalization.ToNfc(sample.Before)));

    [Fact]
    public void Then_what_is_normal_stays_as_it_is() =>
        Assert.All(Samples(), sample => Assert.Equal(sample.After, Normalization.ToNfc(sample.After)));

    [Theory]
    [InlineData("中小企業即時技術輔導")]
    [InlineData("plain ASCII")]
    [InlineData("𠮷野家 👩‍🔬")]
    [InlineData("\u202Eمرحبا")]
    public void Then_usual_text_is_not_touched(string text) => Assert.Equal(text, Normalization.ToNfc(text));

    private static string Text(string codes) =>
        string.Concat(codes.Split(' ').Select(code => char.ConvertFromUtf32(int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture))));
}
