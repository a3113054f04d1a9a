using System.Text.RegularExpressions;

namespace SmeOrleans.GrpcFrontend.Units;

/// <summary>Form of a unit.</summary>
internal static partial class UnitShape
{
    public static UnitProfile Of(ShapeCheck check, V1.Unit? unit)
    {
        check.Require(unit is not null, "unit", "is required");
        unit ??= new();
        check.Require(TaxId.IsValid(unit.TaxId), "unit.tax_id", "must be 8 digits with a valid checksum");
        var email = check.Text(unit.ContactEmail, "unit.contact_email", 254, required: true);
        check.Require(IsEmail(email), "unit.contact_email", "must be an e-mail address");
        return new(
            check.Text(unit.DisplayName, "unit.display_name", 200, required: true),
            check.Enum<UnitKind>(unit.Kind, "unit.kind"),
            unit.TaxId,
            email,
            check.Text(unit.ContactOffice, "unit.contact_office", 100),
            unit.FirstTime);
    }

    public static bool IsEmail(string text) => Email().IsMatch(text);

    public static RecordMajorAnomaly Of(ShapeCheck check, V1.MajorAnomaly? anomaly)
    {
        check.Require(anomaly is not null, "anomaly", "is required");
        return new(
            check.Count(anomaly?.RoundOrdinal ?? 0, "anomaly.round_ordinal", 1, 1_000_000),
            check.Text(anomaly?.Grounds ?? "", "anomaly.grounds", 500, required: true, lines: true));
    }

    [GeneratedRegex(@"\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\z")]
    private static partial Regex Email();
}
