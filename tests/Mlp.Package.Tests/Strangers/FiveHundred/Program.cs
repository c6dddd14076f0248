using Mlp;

float[] outputs = [.. Networks.Outputs()];
Console.WriteLine($"{outputs.Count(float.IsFinite)} networks, {(outputs.Distinct().Count() > 400 ? "each its own" : "too many alike")}");

internal static partial class Networks
{
    private static float FirstOutput<TNetwork>(TNetwork network)
        where TNetwork : INetwork<TNetwork>
    {
        float[] input = new float[TNetwork.InputSize];
        float[] output = new float[TNetwork.OutputSize];
        Array.Fill(input, 0.5f);
        network.Forward(input, output);
        return output[0];
    }
}
