using System.Collections.Immutable;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;
using SmeOrleans.Domain.Access;
using SmeOrleans.Domain.Cases;
using SmeOrleans.Domain.Companies;
using SmeOrleans.Domain.Units;
using SmeOrleans.Grains.Journaling;
using SmeOrleans.Grains.Tests;

namespace SmeOrleans.Storage.Benchmarks;

/// <summary>A company with a case: what its submission stores, written without the grains.</summary>
internal sealed class Applicant
{
    private static readonly DateTimeOffset Now = Programme.Opens;
    private static readonly string Digest = new('a', 64);
    private static readonly string Signature = new('s', 300);

    private readonly GrainId _companyId;
    private readonly GrainId _caseId;
    private readonly GrainState<Journaled<Company>> _company = new();
    private readonly GrainState<Journaled<Case>> _case = new();
    private readonly Company _reserved;
    private readonly QuotaReserved _reservation;
    private readonly Case _submitted;
    private readonly SubmissionReceived _submission;
    private readonly ImmutableDictionary<Guid, RememberedRequest> _requests = Programme.Kinds.ToImmutableDictionary(
        _ => Guid.NewGuid(), _ => new RememberedRequest(Digest, 1, Now, ForEver: false));

    public Applicant(int number)
    {
        var (company, name) = ($"companies/{number:D8}", $"{Programme.RoundName}/cases/{number:D8}");
        _companyId = GrainId.Create("company", company);
        _caseId = GrainId.Create("case", name);
        _reservation = new(new QuotaEntry(name, Programme.RoundName, 107, Now, Counted: true, QuotaStage.Applied));
        _reserved = Company.Unknown(company).Apply(new CompanyRegistered(Programme.Company)).Apply(_reservation);
        _submission = new(
            Now, new Receipt(name, $"107-{number:D6}", Now, Digest, Signature), Programme.Application(company),
            new Portrait("受輔業者", "台北市", "north", false, false, "輔導單位", UnitKind.Foundation, "office@unit.example"), []);
        var draft = Case.None(name).Apply(new DraftSaved(Now, Programme.RoundName, Programme.UnitName, Programme.Application(company)));
        _submitted = Programme.Kinds
            .Aggregate(draft, (before, kind) => before.Apply(new DocumentAttached(Now, Programme.Document(kind))))
            .Apply(_submission);
    }

    /// <summary>Company first, then case, as the grains do it.</summary>
    public async Task SubmitAsync(IGrainStorage storage)
    {
        _company.State = new Journaled<Company> { State = _reserved, Unconfirmed = [new(_submitted.Name, Now)], WakeAt = Now }
            .Writing(new([_reservation], null, Caller.Service.ToString(), Now, []));
        await storage.WriteStateAsync("company", _companyId, _company);
        _case.State = new Journaled<Case> { State = _submitted, Requests = _requests }
            .Writing(new([_submission], Guid.NewGuid(), "applicant", Now, [new("office@unit.example", "已收到線上申請", Signature)]));
        await storage.WriteStateAsync("case", _caseId, _case);
    }

    /// <summary>Learns from the storage what is stored, as grains do when they start.</summary>
    public async Task ReadAsync(IGrainStorage storage)
    {
        await storage.ReadStateAsync("company", _companyId, _company);
        await storage.ReadStateAsync("case", _caseId, _case);
    }
}
