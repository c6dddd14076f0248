using Xunit;

// Two threads share the machine with other test assemblies; an exhaustive run is parallel by itself.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
