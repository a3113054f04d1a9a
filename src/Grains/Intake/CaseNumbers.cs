using System.Collections.Concurrent;
using System.Globalization;

namespace SmeOrleans.Grains.Intake;

/// <summary>This silo's blocks of case numbers, one a round.</summary>
internal sealed class CaseNumbers(IGrainFactory grains) : ICaseNumbers
{
    private const int BlockSize = 100;
    private readonly ConcurrentDictionary<string, Block> _blocks = new();

    public async Task<string> NextAsync(string round)
    {
        var number = await _blocks.GetOrAdd(round, _ => new()).NextAsync(() => grains.GetGrain<ICaseNumberBlocksGrain>(round).Take(BlockSize));
        return string.Create(CultureInfo.InvariantCulture, $"{round[(round.IndexOf('/') + 1)..]}-{number:D6}");
    }

    private sealed class Block
    {
        private readonly SemaphoreSlim _gate = new(1, 1);
        private long _next;
        private long _end;

        public async Task<long> NextAsync(Func<Task<long>> take)
        {
            await _gate.WaitAsync();
            try
            {
                if (_next == _end)
                {
                    _next = await take();
                    _end = _next + BlockSize;
                }

                return _next++;
            }
            finally
            {
                _gate.Release();
            }
        }
    }
}
