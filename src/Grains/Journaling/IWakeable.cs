namespace SmeOrleans.Grains.Journaling;

/// <summary>A grain that keeps a wake-up time with its state. Deadlines are judged when a command arrives; waking only nudges.</summary>
public interface IWakeable : IGrainWithStringKey
{
    /// <summary>Do what is due. Calling it too early or twice changes nothing.</summary>
    Task Wake();
}
