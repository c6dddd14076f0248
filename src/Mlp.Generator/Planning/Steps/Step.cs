namespace Mlp.Generator.Planning.Steps;

/// <summary>One thing that a batch's kernels do, with everything that must be known to print it.</summary>
internal abstract record Step;
