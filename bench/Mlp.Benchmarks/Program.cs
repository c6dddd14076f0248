using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(Mlp.Benchmarks.NetworkBenchmarks<>).Assembly).Run(args);
