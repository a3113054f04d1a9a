using System.Collections.Concurrent;
using Google.Protobuf;

namespace SmeOrleans.Cli.Season;

/// <summary>The cases of one round by the reference that the data knows them by, and whose unit they are of.</summary>
internal sealed class CaseBook(SeasonDesk desk)
{
    private readonly ConcurrentDictionary<string, (string Name, string Unit)> cases = new();

    public SeasonDesk Desk => desk;

    public void Enter(string reference, string name, string unitId) => cases[reference] = (name, unitId);

    /// <summary>Resource name, or null when it was never drafted.</summary>
    public string? NameOf(string reference) => cases.TryGetValue(reference, out var found) ? found.Name : null;

    /// <summary>Token of the case's unit.</summary>
    public string UnitOf(string reference) => desk.Tokens.Unit(cases[reference].Unit);

    /// <summary>Asks for a step of a case that the data says was taken.</summary>
    /// <param name="request">From the case's name and the request id.</param>
    /// <returns>Null: refused, which is noted as a problem.</returns>
    public async Task<Case?> StepAsync<TRequest>(
        string reference,
        string step,
        string token,
        Func<string, string, TRequest> request,
        Func<TRequest, CallOptions, AsyncUnaryCall<Case>> call,
        CancellationToken stop)
        where TRequest : IMessage
    {
        if (NameOf(reference) is { } name)
        {
            return await desk.ExpectAsync(reference, step, token, id => request(name, id), call, stop);
        }

        desk.Complain($"{reference}, {step}: there is no such case");
        return null;
    }

    /// <summary>The same, by its unit.</summary>
    public async Task<Case?> UnitStepAsync<TRequest>(
        string reference, string step, Func<string, string, TRequest> request, Func<TRequest, CallOptions, AsyncUnaryCall<Case>> call, CancellationToken stop)
        where TRequest : IMessage =>
        await StepAsync(reference, step, cases.ContainsKey(reference) ? UnitOf(reference) : "", request, call, stop);

    /// <summary>The same, by the office.</summary>
    public Task<Case?> OfficeStepAsync<TRequest>(
        string reference, string step, Func<string, string, TRequest> request, Func<TRequest, CallOptions, AsyncUnaryCall<Case>> call, CancellationToken stop)
        where TRequest : IMessage =>
        StepAsync(reference, step, desk.Tokens.Office, request, call, stop);
}
