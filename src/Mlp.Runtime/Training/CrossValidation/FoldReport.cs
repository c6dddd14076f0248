namespace Mlp.Training;

/// <summary>What one fold of a cross-validation gave: a network fitted on the other folds, measured on this one.</summary>
/// <param name="Training">How the training went.</param>
/// <param name="Loss">The mean of the network's own loss over the fold.</param>
/// <param name="Classification">Accuracy and scores on the fold; null where the samples have targets.</param>
/// <param name="Regression">Errors and R² on the fold, in the units of the targets; null where the samples have labels.</param>
public sealed record FoldReport(TrainingResult Training, double Loss, ClassificationReport? Classification, RegressionReport? Regression);
