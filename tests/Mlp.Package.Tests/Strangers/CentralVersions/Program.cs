using Mlp;

Console.WriteLine($"{CountNet.InputSize} {CountNet.OutputSize} {CountNet.ParameterCount}");

[Mlp(4, 5, 6, Output = "Exp")]
internal sealed partial class CountNet;
