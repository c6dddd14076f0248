using Mlp.Training;

namespace Mlp.Samples;

/// <summary>The images in three parts: to learn from, to say during the training which epoch was best, and to measure with at the end.</summary>
internal sealed record DigitParts(Dataset Training, Dataset Validation, Dataset HeldOut)
{
    /// <summary>A quarter is held out for the end, and 0.15 of the rest is for validation; both networks get the same parts.</summary>
    public static DigitParts Of(Dataset images, ulong seed)
    {
        (Dataset seen, Dataset heldOut) = images.Split(heldOutFraction: 0.25, seed);
        (Dataset training, Dataset validation) = seen.Split(heldOutFraction: 0.15, seed);
        return new DigitParts(training, validation, heldOut);
    }

    /// <summary>The scale of each pixel is learnt from the training part alone.</summary>
    public DigitParts Standardize()
    {
        StandardScaler scaler = StandardScaler.Fit(Training);
        return new DigitParts(scaler.Transform(Training), scaler.Transform(Validation), scaler.Transform(HeldOut));
    }
}
