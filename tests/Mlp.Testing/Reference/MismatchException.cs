using System;

namespace Mlp.Testing.Reference;

/// <summary>An emitted result is further from the oracle than rounding explains.</summary>
public sealed class MismatchException(string message) : Exception(message);
