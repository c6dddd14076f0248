using Mlp;

namespace Größe_und_Maß;

/// <summary>Ein Maß für eine Größe.</summary>
[Mlp(1, 1)]
public sealed partial class Größennetz;
