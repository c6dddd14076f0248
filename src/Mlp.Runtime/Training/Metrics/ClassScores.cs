namespace Mlp.Training;

/// <summary>How well one class is found, or an average over classes. A quotient of 0 by 0 is 0 [scikit-learn 1.2, zero_division].</summary>
/// <param name="Precision">Of the samples predicted as the class, the part that is: 0 to 1.</param>
/// <param name="Recall">Of the samples of the class, the part predicted as it: 0 to 1.</param>
/// <param name="F1">The harmonic mean 2 · precision · recall / (precision + recall): 0 to 1; in an average, the average of the F1 of classes.</param>
/// <param name="Support">The number of samples of the class, or of all classes averaged.</param>
public readonly record struct ClassScores(double Precision, double Recall, double F1, int Support);
