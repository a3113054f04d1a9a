using System.Globalization;
using Google.Protobuf.WellKnownTypes;

namespace SmeOrleans.GrpcFrontend.Shapes;

/// <summary>Collects everything that is wrong with a request's form, so that a caller learns it all at once.</summary>
internal sealed class ShapeCheck
{
    // A composed character may come as a base with several marks.
    private const int CodeUnitsPerCharacterMax = 8;

    /// <summary>Largest amount that a field takes, NT$.</summary>
    public const long AmountMaxNtd = 1_000_000_000_000;

    // A message may hold thousands of wrong entries; nobody reads more than these.
    private const int ViolationsKept = 50;
    private readonly List<FieldViolation> _violations = [];

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<FieldViolation> Violations => _violations;

    public void Require(bool holds, string path, string description)
    {
        if (!holds && _violations.Count < ViolationsKept)
        {
            _violations.Add(new(path, description));
        }
    }

    /// <summary>Ends the call when anything is wrong.</summary>
    public void Finish()
    {
        if (_violations.Count > 0)
        {
            throw new RefusedException(Rejection.OfFields(_violations));
        }
    }

    /// <summary>A UUID in its usual form; all zeros is the service's own and not taken.</summary>
    public Guid RequestId(string value, string path = "request_id")
    {
        var holds = Guid.TryParseExact(value, "D", out var id) && id != Guid.Empty && value == id.ToString();
        Require(holds, path, "must be a UUID in lower case such as 123e4567-e89b-42d3-a456-426614174000");
        return id;
    }

    public string Round(string value, string path) => Checked(value, path, ResourceNames.IsRound(value), "must be rounds/{round}");

    public string Unit(string value, string path) => Checked(value, path, ResourceNames.IsUnit(value), "must be units/{unit}");

    public string Company(string value, string path) => Checked(value, path, ResourceNames.IsCompany(value), "must be companies/{tax_id}, 8 digits");

    public string Case(string value, string path) => Checked(value, path, ResourceNames.IsCase(value), "must be rounds/{round}/cases/{case}");

    public string CommonProject(string value, string path) =>
        Checked(value, path, ResourceNames.IsCommonProject(value), "must be rounds/{round}/commonProjects/{common_project}");

    public string Reviewer(string value, string path) => Checked(value, path, ResourceNames.IsReviewer(value), "must be reviewers/{reviewer}");

    public string Panel(string value, string path) => Checked(value, path, ResourceNames.IsPanel(value), "must be rounds/{round}/panels/{group}");

    public string Session(string value, string path) => Checked(value, path, ResourceNames.IsSession(value), "must be rounds/{round}/sessions/{session}");

    public string JointMeeting(string value, string path) => Checked(value, path, ResourceNames.IsJointMeeting(value), "must be rounds/{round}/jointMeeting");

    /// <summary>A case or a common project.</summary>
    public string Item(string value, string path) => Checked(value, path, ResourceNames.IsCase(value) || ResourceNames.IsCommonProject(value),
        "must be rounds/{round}/cases/{case} or rounds/{round}/commonProjects/{common_project}");

    /// <summary>A civil date.</summary>
    public DateOnly Date(string value, string path)
    {
        var holds = DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 1911 and < 3000;
        Require(holds, path, "must be a date such as 2018-06-14");
        return date;
    }

    public string PlainId(string value, string path) =>
        Checked(value, path, ResourceNames.IsPlainId(value), "must be 1 to 32 of A-Z, a-z, 0-9 and -");

    /// <summary>Text of one line, or of several, as NFC; its length counts code points (AIP-210).</summary>
    public string Text(string value, string path, int max, bool required = false, bool lines = false)
    {
        // Whatever is far too long even before it is composed is refused before work is spent on it.
        var text = value.Length > max * CodeUnitsPerCharacterMax ? value : Normalization.ToNfc(lines ? value.ReplaceLineEndings("\n") : value);
        var length = text.EnumerateRunes().Count();
        Require(length <= max, path, string.Create(CultureInfo.InvariantCulture, $"must be at most {max} characters"));
        Require(!required || !string.IsNullOrWhiteSpace(text), path, "is required");
        Require(!text.Any(letter => char.IsControl(letter) && !(lines && letter is '\n' or '\t')), path, "must not contain control characters");
        return text;
    }

    /// <summary>A SHA-256 in lower-case hex, or nothing.</summary>
    public string DigestOrNone(string value, string path) =>
        Checked(value, path, value.Length == 0 || ResourceNames.IsDigest(value), "must be empty or 64 lower-case hex digits");

    public Ntd Amount(long value, string path)
    {
        Require(value is >= 0 and <= AmountMaxNtd, path, "must be 0 to 1,000,000,000,000 NT$");
        return new(value);
    }

    public int Count(int value, string path, int min, int max)
    {
        Require(value >= min && value <= max, path, string.Create(CultureInfo.InvariantCulture, $"must be {min} to {max}"));
        return value;
    }

    /// <summary>A value of the contract's enum as the domain's; both have the same numbers.</summary>
    public TDomain Enum<TDomain>(System.Enum value, string path)
        where TDomain : struct, System.Enum
    {
        var number = Convert.ToInt32(value, CultureInfo.InvariantCulture);
        Require(number != 0 && System.Enum.IsDefined(value.GetType(), value), path, "must be one of the documented values");
        return (TDomain)System.Enum.ToObject(typeof(TDomain), number);
    }

    public DateTimeOffset Time(Timestamp? value, string path)
    {
        try
        {
            // Years outside these are mistakes, and sums with them would leave the calendar.
            if (value?.ToDateTimeOffset() is { Year: > 1911 and < 3000 } time)
            {
                return time;
            }
        }
        catch (InvalidOperationException)
        {
            // Seconds or nanoseconds out of range: reported below like a missing value.
        }

        Require(false, path, "must be a valid time");
        return default;
    }

    /// <summary>AIP-158: 0 = the default, more than the maximum = the maximum, negative = wrong.</summary>
    public int PageSize(int value, int normal, int max, string path = "page_size")
    {
        Require(value >= 0, path, "must not be negative");
        return value <= 0 ? normal : Math.Min(value, max);
    }

    public long Version(string etag, string path)
    {
        Require(Etag.TryParse(etag, out var version), path, "must be the etag as read");
        return version;
    }

    /// <summary>Paths of an update mask (AIP-161): at least one, each known.</summary>
    public IReadOnlyList<string> Mask(FieldMask? mask, IEnumerable<string> known, string path = "update_mask")
    {
        Require(mask is { Paths.Count: > 0 }, path, "is required");
        var unknown = mask?.Paths.Except(known).ToList() ?? [];
        Require(unknown.Count == 0, path, $"unknown or not changeable: {string.Join(", ", unknown)}");
        return [.. mask?.Paths ?? []];
    }

    private string Checked(string value, string path, bool holds, string description)
    {
        Require(holds, path, description);
        return value;
    }
}
