using System.Collections.Concurrent;
using Google.Protobuf;
using SmeOrleans.Cli.Connection;
using SmeOrleans.Cli.Ledger;

namespace SmeOrleans.Cli.Season;

/// <summary>Where every part of a replay asks the service: one round, its people, their ledger.</summary>
internal sealed class SeasonDesk
{
    private readonly ServiceConnection connection;
    private readonly SeasonTokens tokens;
    private readonly LedgeredCaller caller;
    private readonly string roundName;
    private readonly ConcurrentQueue<string> problems;

    public SeasonDesk(ServiceConnection connection, SeasonTokens tokens, LedgeredCaller caller, string roundName)
        : this(connection, tokens, caller, roundName, new())
    {
    }

    private SeasonDesk(ServiceConnection connection, SeasonTokens tokens, LedgeredCaller caller, string roundName, ConcurrentQueue<string> problems) =>
        (this.connection, this.tokens, this.caller, this.roundName, this.problems) = (connection, tokens, caller, roundName, problems);

    /// <summary>Of the round.</summary>
    public string RoundName => roundName;

    /// <summary>What the service refused although the data says otherwise.</summary>
    public IReadOnlyCollection<string> Problems => problems;

    public ServiceConnection Connection => connection;

    public SeasonTokens Tokens => tokens;

    public LedgeredCaller Caller => caller;

    /// <summary>The same people at work on another round; problems are noted in one place.</summary>
    public SeasonDesk ForRound(string name) => new(connection, tokens, caller, name, problems);

    /// <summary>Asks for a change, with the request id that every replay of this step has.</summary>
    /// <param name="subject">Whom it is about; for cases their reference.</param>
    public Task<Settled<TAnswer>> AskAsync<TRequest, TAnswer>(
        string subject,
        string step,
        string token,
        Func<string, TRequest> request,
        Func<TRequest, CallOptions, AsyncUnaryCall<TAnswer>> call,
        CancellationToken stop)
        where TRequest : IMessage
        where TAnswer : class
    {
        var id = RequestIds.For(roundName, subject, step);
        var message = request(id);
        return caller.SendAsync<TAnswer>(new Intent(id, step, subject, HashOf(message)), SendAsync, answer => OutcomeOf(id, answer), stop);

        async Task<(TAnswer Answer, Metadata Trailers)> SendAsync()
        {
            using var running = call(message, ServiceConnection.Options(token, stop));
            return (await running.ResponseAsync, running.GetTrailers());
        }
    }

    /// <summary>Asks for a change that must not be refused.</summary>
    public async Task<TAnswer> RequireAsync<TRequest, TAnswer>(
        string subject,
        string step,
        string token,
        Func<string, TRequest> request,
        Func<TRequest, CallOptions, AsyncUnaryCall<TAnswer>> call,
        CancellationToken stop)
        where TRequest : IMessage
        where TAnswer : class =>
        (await AskAsync(subject, step, token, request, call, stop)).Required($"{step} of {subject}");

    /// <summary>Asks for a change that the data says was made; a refusal is noted as a problem.</summary>
    /// <returns>Null: refused.</returns>
    public async Task<TAnswer?> ExpectAsync<TRequest, TAnswer>(
        string subject,
        string step,
        string token,
        Func<string, TRequest> request,
        Func<TRequest, CallOptions, AsyncUnaryCall<TAnswer>> call,
        CancellationToken stop)
        where TRequest : IMessage
        where TAnswer : class
    {
        var settled = await AskAsync(subject, step, token, request, call, stop);
        if (settled.Refusal is { } refusal)
        {
            Complain($"{subject}, {step}: {refusal}");
        }

        return settled.Answer;
    }

    /// <summary>Notes something that is not as the data says.</summary>
    public void Complain(string problem) => problems.Enqueue(problem);

    /// <summary>Uploads a small PDF that stands for a document of an application.</summary>
    /// <param name="occasion">Sets apart uploads of the same kind.</param>
    public Task<Settled<Document>> UploadAsync(
        string reference, string unitId, string caseName, DocumentKind kind, string occasion, CancellationToken stop)
    {
        var step = CaseSteps.Upload(kind) + occasion;
        var id = RequestIds.For(roundName, reference, step);
        var content = SampleDocument.Pdf(reference, kind);
        var header = new DocumentHeader
        {
            Case = caseName,
            Kind = kind,
            FileName = $"{reference}-{kind}.pdf",
            SizeBytes = content.Length,
            Sha256 = CaseSteps.Hash(content),
            RequestId = id,
        };
        return caller.SendAsync(
            new Intent(id, step, reference, header.Sha256),
            () => SendUploadAsync(header, content, tokens.Unit(unitId), stop),
            _ => new Outcome(id, OutcomeKind.Ok, Case: caseName),
            stop);
    }

    private async Task<(Document Answer, Metadata Trailers)> SendUploadAsync(
        DocumentHeader header, byte[] content, string token, CancellationToken stop)
    {
        using var call = connection.Documents.UploadDocument(ServiceConnection.Options(token, stop));
        try
        {
            await call.RequestStream.WriteAsync(new() { Header = header }, stop);
            await call.RequestStream.WriteAsync(new() { Chunk = UnsafeByteOperations.UnsafeWrap(content) }, stop);
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception early) when (early is RpcException or InvalidOperationException)
        {
            // The service has answered before the end of the stream; its answer is the better explanation.
        }

        return (await call.ResponseAsync, call.GetTrailers());
    }

    private static string HashOf(IMessage message) =>
        CaseSteps.Hash(message is CreateCaseRequest create ? create.Case.Application : message);

    private static Outcome OutcomeOf(string id, object answer) => answer switch
    {
        Case found => new(id, OutcomeKind.Ok, Case: found.Name, Etag: found.Etag),
        SubmitCaseResponse taken =>
            new(id, OutcomeKind.Ok, Case: taken.Case.Name, Etag: taken.Case.Etag, Receipt: LedgerReceipt.Of(taken.Receipt)),
        _ => new(id, OutcomeKind.Ok),
    };
}
