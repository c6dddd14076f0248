// worker CONNECTION PAUSE                        joins until its input ends
// run CONNECTION NAME TRIALS SAMPLES FILE PAUSE  runs the search, and writes its table
// speed TRIALS                                   what a search in process takes beside the plain loop, and with one and two workers

using System;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Mlp.SearchProbe;
using Mlp.Searching;
using Mlp.Searching.Grains;
using Mlp.Searching.Hosting;
using Mlp.Searching.Space;
using Mlp.Training;
using Orleans.Hosting;

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

switch (args)
{
    case ["worker", var connection, var pause]:
        using (var stop = new CancellationTokenSource())
        {
            SearchHost? host = null;
            Task worker = HostedWorker.Run(
                connection, new SearchWorkerOptions { Workers = 1, ConfigureSilo = Listen }, stop.Token, watch: new SpokenWatch(Number(pause)), started: started => Said(host = started));
            await Task.WhenAny(worker, Console.In.ReadToEndAsync());
            int fetches = host?.Data.Fetches ?? 0;
            await stop.CancelAsync();
            await worker;
            SpokenWatch.Say("fetched", fetches);
        }

        return 0;
    case ["run", var connection, var name, var trials, var samples, var file, var pause]:
        SearchOptions options = ProbeSearch.Options(name, Number(trials)).UseCluster(connection) with { ConfigureSilo = Listen };
        Dataset data = ProbeSearch.Data(Number(samples));
        SearchResult result = await new HostedRun(SearchDefinition.Of(ProbeSearch.Space(), data, options), data, options, progress: null)
        {
            Watch = new SpokenWatch(Number(pause)),
            Started = Said,
        }.Run(CancellationToken.None);
        await File.WriteAllTextAsync(file, result.ToCsv());
        SpokenWatch.Say("end", result.Kept.Count);
        return 0;
    case ["speed", var trials]:
        await SpeedReport.Print(Number(trials));
        return 0;
    default:
        Console.Error.WriteLine("usage: worker CONNECTION PAUSE | run CONNECTION NAME TRIALS SAMPLES FILE PAUSE | speed TRIALS");
        return 1;
}

static void Said(SearchHost host) => SpokenWatch.Say("host", host.Address.Endpoint.Port, HostHardware.Width);

// Says that the search has come up here.
static void Listen(ISiloBuilder silo)
{
    int calls = 0;
    silo.AddIncomingGrainCallFilter(call =>
    {
        if (call.Grain is ISearchGrain && call.MethodName == nameof(ISearchGrain.Report) && Interlocked.Increment(ref calls) == 1)
        {
            SpokenWatch.Say("search");
        }

        return call.Invoke();
    });
}
