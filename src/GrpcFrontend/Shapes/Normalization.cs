using System.Globalization;
using System.Text;

namespace SmeOrleans.GrpcFrontend.Shapes;

/// <summary>
/// Unicode normalization form C (UAX #15). The service runs without ICU, so that nothing need be installed; there
/// <see cref="string.Normalize()"/> gives back what it got. Data: <c>nfc.txt</c>, from the Unicode character database.
/// </summary>
public static class Normalization
{
    private const int HangulFirst = 0xAC00, LeadFirst = 0x1100, VowelFirst = 0x1161, TailBase = 0x11A7;
    private const int Leads = 19, Vowels = 21, Tails = 28;

    // Below this no character decomposes, composes with its neighbour or combines.
    private const char FirstAffected = '\u00C0';

    private static readonly Lazy<Tables> Data = new(Tables.Load);

    public static string ToNfc(string text) =>
        text.AsSpan().IndexOfAnyInRange(FirstAffected, '\uFFFF') < 0 ? text : Compose(Decompose(text));

    private static List<(int Code, int Class)> Decompose(string text)
    {
        var result = new List<(int Code, int Class)>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Decompose(rune.Value, result);
        }

        Reorder(result);
        return result;
    }

    private static void Decompose(int code, List<(int Code, int Class)> into)
    {
        var syllable = code - HangulFirst;
        if (syllable is >= 0 and < Leads * Vowels * Tails)
        {
            into.Add((LeadFirst + syllable / (Vowels * Tails), 0));
            into.Add((VowelFirst + syllable % (Vowels * Tails) / Tails, 0));
            if (syllable % Tails > 0)
            {
                into.Add((TailBase + syllable % Tails, 0));
            }
        }
        else if (Data.Value.Decompositions.TryGetValue(code, out var parts))
        {
            foreach (var part in parts)
            {
                Decompose(part, into);
            }
        }
        else
        {
            into.Add((code, Data.Value.Classes.GetValueOrDefault(code)));
        }
    }

    /// <summary>Canonical ordering: marks between two starters stand by class, equal classes as they were.</summary>
    private static void Reorder(List<(int Code, int Class)> letters)
    {
        for (var start = 0; start < letters.Count; start++)
        {
            var end = start;
            while (end < letters.Count && letters[end].Class != 0)
            {
                end++;
            }

            // Marks of one class keep their order.
            var place = start;
            foreach (var letter in letters.GetRange(start, end - start).OrderBy(letter => letter.Class))
            {
                letters[place++] = letter;
            }

            start = end;
        }
    }

    private static string Compose(List<(int Code, int Class)> letters)
    {
        var result = new List<(int Code, int Class)>(letters.Count);
        var starter = -1;
        foreach (var letter in letters)
        {
            var blocked = starter >= 0 && result.Count - 1 > starter && (result[^1].Class >= letter.Class || result[^1].Class == 0);
            if (starter >= 0 && !blocked && Pair(result[starter].Code, letter.Code) is { } composed)
            {
                result[starter] = (composed, 0);
                continue;
            }

            result.Add(letter);
            starter = letter.Class == 0 ? result.Count - 1 : starter;
        }

        return result.Aggregate(new StringBuilder(), (text, letter) => text.Append(new Rune(letter.Code).ToString())).ToString();
    }

    private static int? Pair(int first, int second)
    {
        if (first - LeadFirst is >= 0 and < Leads && second - VowelFirst is >= 0 and < Vowels)
        {
            return HangulFirst + ((first - LeadFirst) * Vowels + second - VowelFirst) * Tails;
        }

        var syllable = first - HangulFirst;
        if (syllable is >= 0 and < Leads * Vowels * Tails && syllable % Tails == 0 && second - TailBase is > 0 and < Tails)
        {
            return first + second - TailBase;
        }

        return Data.Value.Compositions.TryGetValue((first, second), out var composed) ? composed : null;
    }

    /// <summary>Lines: <c>C=A B</c> decomposes and composes, <c>C>A</c> only decomposes, <c>C#230</c> is a mark of that class.</summary>
    private sealed record Tables(
        Dictionary<int, int[]> Decompositions, Dictionary<(int First, int Second), int> Compositions, Dictionary<int, int> Classes)
    {
        public static Tables Load()
        {
            var tables = new Tables([], [], []);
            using var reader = new StreamReader(typeof(Normalization).Assembly.GetManifestResourceStream("nfc.txt")!);
            while (reader.ReadLine() is { } line)
            {
                tables.Add(line, line.AsSpan().IndexOfAny("=>#"));
            }

            return tables;
        }

        private void Add(string line, int mark)
        {
            var code = Hex(line[..mark]);
            if (line[mark] == '#')
            {
                Classes[code] = int.Parse(line.AsSpan(mark + 1), CultureInfo.InvariantCulture);
                return;
            }

            Decompositions[code] = [.. line[(mark + 1)..].Split(' ').Select(Hex)];
            if (line[mark] == '=')
            {
                Compositions[(Decompositions[code][0], Decompositions[code][1])] = code;
            }
        }

        private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
