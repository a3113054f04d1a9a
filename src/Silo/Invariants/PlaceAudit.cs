using SmeOrleans.Domain.Cases;
using SmeOrleans.Domain.CommonProjects;
using SmeOrleans.Domain.Companies;
using SmeOrleans.Domain.Units;
using SmeOrleans.Silo.Projections;

namespace SmeOrleans.Silo.Invariants;

/// <summary>
/// Compares the places that grains keep for cases with the cases. A place just taken whose case is not confirmed yet,
/// and one whose release is still being told, are work under way and no violation.
/// </summary>
internal sealed class PlaceAudit
{
    private readonly Dictionary<string, Claim> _cases = [];
    private readonly HashSet<(string Holder, string Case)> _places = [];
    private readonly HashSet<(string Holder, string Case)> _unconfirmed = [];

    public long Count => _places.Count;

    public void See(string name, StoredRecord record)
    {
        _unconfirmed.UnionWith(record.Unconfirmed.Select(reservation => (name, reservation.Case)));
        switch (record.State)
        {
            case Case it:
                _cases[name] = new(it.Stands, it.Application?.Company ?? "", it.Application?.CommonProject ?? "", it.Unit,
                    [.. record.Untold.Select(tell => tell.Target)]);
                break;
            case Company it:
                _places.UnionWith(it.Entries.Values.Where(entry => entry.Stage != QuotaStage.Released).Select(entry => (name, entry.Case)));
                break;
            case CommonProject it:
                _places.UnionWith(it.Members.Keys.Select(member => (name, member)));
                break;
            case Unit it:
                _places.UnionWith(it.Applications.Values.SelectMany(cases => cases).Select(counted => (name, counted)));
                break;
        }
    }

    public IEnumerable<string> Violations() => Homeless().Concat(Unowned());

    /// <summary>Cases that stand without the place they need. Units keep places only in rounds with a cap.</summary>
    private IEnumerable<string> Homeless() =>
        from claim in _cases
        where claim.Value.Stands
        from holder in new[] { claim.Value.Company, claim.Value.Project }
        where holder.Length > 0 && !_places.Contains((holder, claim.Key))
        select $"{claim.Key}: it stands, but {holder} keeps no place for it";

    /// <summary>Places without a standing case that has them.</summary>
    private IEnumerable<string> Unowned() =>
        from place in _places
        where !_unconfirmed.Contains(place)
        let claim = _cases.GetValueOrDefault(place.Case)
        where claim is null || (!claim.Owns(place.Holder) && !claim.Tells.Contains(place.Holder))
        select $"{place.Holder}: keeps a place for {place.Case}, which does not stand or is another's";

    private sealed record Claim(bool Stands, string Company, string Project, string Unit, ImmutableList<string> Tells)
    {
        public bool Owns(string holder) => Stands && (holder == Company || holder == Project || holder == Unit);
    }
}
