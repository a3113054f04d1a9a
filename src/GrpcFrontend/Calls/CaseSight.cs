using SmeOrleans.Domain.JointMeetings;
using SmeOrleans.Grains.Cases;
using SmeOrleans.Grains.Review;

namespace SmeOrleans.GrpcFrontend.Calls;

/// <summary>The wall for many cases at once (T-3): the same answers as asking about each.</summary>
internal sealed class CaseSight(IGrainFactory grains)
{
    /// <summary>Which of these cases the caller may read now.</summary>
    public async Task<ImmutableHashSet<string>> ReadableAsync(Caller caller, IEnumerable<string> cases, CancellationToken ct)
    {
        var answers = await Task.WhenAll(cases.Distinct().Select(name => grains.GetGrain<ICaseGrain>(name).Read(caller))).WaitAsync(ct);
        return [.. answers.Select(answer => answer.State?.Name).OfType<string>()];
    }

    /// <summary>
    /// Items of the joint meeting of which the caller must learn nothing: recused in their session, or tied to them though
    /// of another group's panel.
    /// </summary>
    public async Task<ImmutableHashSet<string>> HiddenAsync(Caller caller, IEnumerable<Entry> entries, CancellationToken ct)
    {
        // Only who is registered can be recused.
        if (!CaseRights.CanBeRecused(caller) || await RegisteredAsync(caller, ct) is not { } reviewer)
        {
            return [];
        }

        var judged = await Task.WhenAll(entries.Select(async entry =>
            (entry.Item, Hidden: Conflicts.Between(reviewer, entry) is not null || await IsRecusedAsync(caller, entry)))).WaitAsync(ct);
        return [.. judged.Where(one => one.Hidden).Select(one => one.Item)];
    }

    /// <summary>Whether the caller, in whatever role it asks, is one of the reviewers.</summary>
    public async Task<bool> IsRegisteredAsync(Caller caller, CancellationToken ct) => await RegisteredAsync(caller, ct) is not null;

    private async Task<Reviewer?> RegisteredAsync(Caller caller, CancellationToken ct) =>
        (await grains.GetGrain<IReviewerGrain>(caller.Reviewer).Read(Caller.Service).WaitAsync(ct)).State;

    private async Task<bool> IsRecusedAsync(Caller caller, Entry entry)
    {
        var cases = await Task.WhenAll(entry.Cases.Select(one => grains.GetGrain<ICaseGrain>(one.Case).Read(Caller.Service)));
        return cases.Any(one => one.State?.Review?.Recused.Contains(caller.Reviewer) == true);
    }
}
