using System;
using Mlp;

Console.WriteLine(Right.Summary);

[Mlp(4, 16, 3)]
internal sealed partial class Right;

[Mlp(
    4,
    0, // MLP0010
    3)]
internal sealed partial class Empty;

[Mlp(
    4,
    3,
    Hidden = "RELUU")] // MLP0014
internal sealed partial class Misspelt;

[Mlp(4, 3)]
internal sealed class Closed; // MLP0001

[Mlp(
    4,
    3,
    Weights = "none.safetensors")] // MLP0021
internal sealed partial class Weightless;
