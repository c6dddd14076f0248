using BenchmarkDotNet.Running;
using Mlp.Benchmarks.Peers;
using Mlp.Benchmarks.Populations;

// Each branch is a method of its own: a child process that times a first call must not load what the others need.
return args switch
{
    ["peers", .. var options] => Peers(options),
    ["populations"] => Populations(),
    [FirstCall.Command, var shape] => FirstCall.Run(shape),
    [WidthProcess.Command, var bits, var rounds, var milliseconds] => At(bits, rounds, milliseconds),
    _ => Benchmarks(args),
};

static int Peers(string[] options) => PeersCommand.Run(options);

static int Populations() => PopulationsCommand.Run();

static int At(string bits, string rounds, string milliseconds) => WidthProcess.Run(bits, rounds, milliseconds);

static int Benchmarks(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(Mlp.Benchmarks.NetworkBenchmarks<>).Assembly).Run(args);
    return 0;
}
