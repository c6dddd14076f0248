namespace Mlp;

/// <summary>The mean of each window, over its positions inside the sample.</summary>
public sealed class AveragePoolAttribute : PoolAttribute
{
    /// <summary>Windows of one length along every axis.</summary>
    /// <param name="kernel">The positions along each axis, 1 or more.</param>
    public AveragePoolAttribute(int kernel)
        : base([kernel])
    {
    }

    /// <summary>Windows of images with a length of their own along either axis.</summary>
    /// <param name="kernelHeight">The rows of a window, 1 or more.</param>
    /// <param name="kernelWidth">The columns of a window, 1 or more.</param>
    public AveragePoolAttribute(int kernelHeight, int kernelWidth)
        : base([kernelHeight, kernelWidth])
    {
    }
}
