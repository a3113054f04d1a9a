using SmeOrleans.Grains.Companies;

namespace SmeOrleans.GrpcFrontend.Companies;

/// <summary>Companies and their quotas.</summary>
internal sealed class CompanyApi(IGrainFactory grains, QuotaPassports passports) : V1.CompanyService.CompanyServiceBase
{
    public override async Task<V1.Company> RegisterCompany(V1.RegisterCompanyRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var id = check.RequestId(request.RequestId);
        check.Require(TaxId.IsValid(request.TaxId), "tax_id", "must be 8 digits with a valid checksum");
        var profile = CompanyShape.Of(check, request.Company);
        check.Finish();

        // S-1: only the office states arrears.
        profile = context.Caller().Is(Role.Office) ? profile : profile with { TaxArrears = false };
        var name = $"companies/{request.TaxId}";
        var answer = await context.Execute(Grain(name), new RegisterCompany(profile), WriteRequest.Of(context, id, request, request.ValidateOnly));
        return CompanyMapping.Of(answer.State ?? Company.Unknown(name) with { Profile = profile }, answer.Version, context.Caller());
    }

    public override async Task<V1.Company> UpdateCompany(V1.UpdateCompanyRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var id = check.RequestId(request.RequestId);
        var wanted = request.Company ?? new();
        var name = check.Company(wanted.Name, "company.name");
        var version = check.Version(wanted.Etag, "company.etag");
        check.Mask(request.UpdateMask, CompanyShape.Changeable);
        check.Finish();
        var found = await context.Read(Grain(name));
        var merged = Masks.Merged(request.UpdateMask, CompanyMapping.Of(found.State, found.Version), wanted);
        var profile = CompanyShape.Of(check, merged);
        check.Finish();
        var answer = await context.Execute(Grain(name), new UpdateCompany(profile, version), WriteRequest.Of(context, id, request, request.ValidateOnly));
        return CompanyMapping.Of(answer.State!, answer.Version, context.Caller());
    }

    public override async Task<V1.Company> RecordPriorCases(V1.RecordPriorCasesRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var id = check.RequestId(request.RequestId);
        check.Company(request.Name, "name");
        var command = CompanyShape.Of(check, request.PriorCases);
        check.Finish();
        var answer = await context.Execute(Grain(request.Name), command, WriteRequest.Of(context, id, request, request.ValidateOnly));
        return CompanyMapping.Of(answer.State!, answer.Version, context.Caller());
    }

    public override async Task<V1.Company> GetCompany(V1.GetCompanyRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        check.Company(request.Name, "name");
        check.Finish();
        var found = await context.Read(Grain(request.Name));
        return CompanyMapping.Of(found.State, found.Version, context.Caller());
    }

    public override async Task<V1.QuotaPassport> GetQuotaPassport(V1.GetQuotaPassportRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        check.Company(request.Name, "name");
        check.Round(request.Round, "round");
        check.Finish();
        return await passports.Of(request.Name, request.Round, context);
    }

    private ICompanyGrain Grain(string name) => grains.GetGrain<ICompanyGrain>(name);
}
