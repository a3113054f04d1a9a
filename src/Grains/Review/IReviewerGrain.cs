namespace SmeOrleans.Grains.Review;

/// <summary>A reviewer; key <c>reviewers/{reviewer}</c>.</summary>
[Alias("sme.IReviewerGrain")]
public interface IReviewerGrain : IJournaledGrain<Reviewer, ReviewerCommand>;
