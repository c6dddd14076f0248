namespace Mlp.Runtime.Tests.Serialization;

/// <summary>The test assembly as a program: it saves to a path, again and again, until it is killed.</summary>
internal static class SavingProgram
{
    /// <summary>Large enough that most of the time goes into writing.</summary>
    internal static NetworkDescription Network { get; } = Networks.Of(Activation.ReLU, Activation.Identity, Loss.SquaredError, 256, 512, 10);

    /// <summary>Parameters that are all the same: a file with two numbers in it is of two saves.</summary>
    internal static float[] Parameters(int number)
    {
        float[] parameters = new float[Networks.Count(Network)];
        System.Array.Fill(parameters, number);
        return parameters;
    }

    private static void Main(string[] arguments)
    {
        for (int number = 1; ; number++)
        {
            WeightFile.Save(arguments[0], Network, Parameters(number));
        }
    }
}
