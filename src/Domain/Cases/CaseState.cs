namespace SmeOrleans.Domain.Cases;

/// <summary>State of a case (programme.md §2).</summary>
public enum CaseState
{
    /// <summary>Nothing saved yet.</summary>
    None,

    /// <summary>草稿.</summary>
    Draft,

    /// <summary>已受理.</summary>
    Submitted,

    /// <summary>資格審查中.</summary>
    Screening,

    /// <summary>補件中.</summary>
    SupplementRequested,

    /// <summary>資格符合.</summary>
    Qualified,

    /// <summary>退件.</summary>
    Returned,

    /// <summary>撤回.</summary>
    Withdrawn,
}

/// <summary>How a case is guided.</summary>
public enum CaseMode
{
    Unspecified,

    /// <summary>一般個案.</summary>
    General,

    /// <summary>共通性技術輔導.</summary>
    Common,
}

/// <summary>The six documents (W-3).</summary>
public enum DocumentKind
{
    Unspecified,
    Checklist,
    Intent,
    Registration,
    Tax,
    Proposal,
    Files,
}
