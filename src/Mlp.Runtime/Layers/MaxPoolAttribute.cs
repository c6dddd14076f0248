namespace Mlp;

/// <summary>The largest value of each window. On the way back the error goes to it; the first of equals.</summary>
public sealed class MaxPoolAttribute : PoolAttribute
{
    /// <summary>Windows of one length along every axis.</summary>
    /// <param name="kernel">The positions along each axis, 1 or more.</param>
    public MaxPoolAttribute(int kernel)
        : base([kernel])
    {
    }

    /// <summary>Windows of images with a length of their own along either axis.</summary>
    /// <param name="kernelHeight">The rows of a window, 1 or more.</param>
    /// <param name="kernelWidth">The columns of a window, 1 or more.</param>
    public MaxPoolAttribute(int kernelHeight, int kernelWidth)
        : base([kernelHeight, kernelWidth])
    {
    }
}
