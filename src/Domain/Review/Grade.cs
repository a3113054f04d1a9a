namespace SmeOrleans.Domain.Review;

/// <summary>Grade of a review (T-5), best first.</summary>
public enum Grade
{
    Unspecified,

    /// <summary>極力推薦.</summary>
    Strong,

    /// <summary>優先推薦.</summary>
    Priority,

    /// <summary>列入推薦.</summary>
    Listed,

    /// <summary>不予推薦.</summary>
    Not,
}
