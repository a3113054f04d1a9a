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

    /// <summary>技術審查中: on the agenda of a session.</summary>
    InReview,

    /// <summary>已評分: its session is closed and its scores are frozen.</summary>
    Graded,

    /// <summary>推薦.</summary>
    Recommended,

    /// <summary>不予推薦.</summary>
    NotRecommended,

    /// <summary>核定.</summary>
    Approved,

    /// <summary>候補.</summary>
    Reserve,

    /// <summary>候補遞補徵詢中: a place is offered and held until the reply deadline.</summary>
    Offered,

    /// <summary>未核定.</summary>
    Declined,

    /// <summary>計畫修正.</summary>
    PlanRevision,

    /// <summary>已簽約.</summary>
    Contracted,

    /// <summary>執行中.</summary>
    Executing,

    /// <summary>期中審查完成.</summary>
    MidtermChecked,

    /// <summary>已提期末報告.</summary>
    FinalReported,

    /// <summary>期末審查.</summary>
    FinalReview,

    /// <summary>驗收通過.</summary>
    Accepted,

    /// <summary>結案.</summary>
    Closed,

    /// <summary>放棄簽約.</summary>
    GaveUp,

    /// <summary>中止: the company went out of business.</summary>
    Discontinued,

    /// <summary>限期改正.</summary>
    CorrectionOrdered,

    /// <summary>現況結案.</summary>
    ClosedAsIs,

    /// <summary>解除契約.</summary>
    Terminated,
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
