namespace SmeOrleans.Cli.Output;

/// <summary>Tells people, on standard error, how far the work is.</summary>
internal interface IProgressBoard
{
    /// <summary>Opens a stage of <paramref name="total"/> steps.</summary>
    IStageProgress Stage(string name, int total);

    void Note(string text);
}

/// <summary>One stage of the work. Disposing it says that it is finished.</summary>
internal interface IStageProgress : IDisposable
{
    void Done(string? at = null);
}
