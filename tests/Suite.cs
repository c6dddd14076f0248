using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Mlp;

/// <summary>
/// The tests of an assembly, run by its own program: for suites that run once more under a switch. The platform that
/// <c>dotnet test</c> puts around them would take as long again for its messages. Projects link this file.
/// </summary>
internal static class Suite
{
    private const int AllPassed = 0;
    private const int SomeFailed = 1;

    /// <summary>Runs tests and prints each failure and the two numbers.</summary>
    /// <param name="filters">"+text": only tests with one of these texts in their full names; "-text": none with this text. None: all.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] filters)
    {
        using var framework = new XunitTestFramework(new NullMessageSink());
        using ITestFrameworkDiscoverer discoverer = framework.GetDiscoverer(Reflector.Wrap(typeof(Suite).Assembly));
        using var found = new Found();
        discoverer.Find(includeSourceInformation: false, found, new Options());
        found.Complete.Wait();

        using ITestFrameworkExecutor executor = framework.GetExecutor(typeof(Suite).Assembly.GetName());
        using var results = new Results();
        executor.RunTests(found.Cases.Where(test => IsChosen($"{test.TestMethod.TestClass.Class.Name}.{test.TestMethod.Method.Name}", filters)), results, new Options());
        results.Complete.Wait();
        Console.WriteLine($"Passed: {results.Passed}, Failed: {results.Failed}");
        return results.Failed == 0 ? AllPassed : SomeFailed;
    }

    private static bool IsChosen(string name, string[] filters)
    {
        bool Has(string filter) => name.Contains(filter[1..], StringComparison.Ordinal);
        return (filters.All(filter => filter[0] != '+') || filters.Any(filter => filter[0] == '+' && Has(filter)))
            && !filters.Any(filter => filter[0] == '-' && Has(filter));
    }

    /// <summary>Gathers the tests: a theory is one, whose rows are made when it runs.</summary>
    private sealed class Found : LongLivedMarshalByRefObject, IMessageSink, IDisposable
    {
        public List<ITestCase> Cases { get; } = [];

        public ManualResetEventSlim Complete { get; } = new();

        public bool OnMessage(IMessageSinkMessage message)
        {
            if (message is ITestCaseDiscoveryMessage discovery)
            {
                Cases.Add(discovery.TestCase);
            }
            else if (message is IDiscoveryCompleteMessage)
            {
                Complete.Set();
            }

            return true;
        }

        public void Dispose() => Complete.Dispose();
    }

    /// <summary>Counts and prints. Messages come one after the other.</summary>
    private sealed class Results : LongLivedMarshalByRefObject, IMessageSink, IDisposable
    {
        public int Passed { get; private set; }

        public int Failed { get; private set; }

        public ManualResetEventSlim Complete { get; } = new();

        public bool OnMessage(IMessageSinkMessage message)
        {
            switch (message)
            {
                case ITestPassed:
                    Passed++;
                    break;
                case ITestFailed failed:
                    Fail(failed.Test.DisplayName, failed);
                    break;
                case IFailureInformation fault:
                    // A fixture, a class or the clean-up behind a test.
                    Fail(fault.GetType().Name, fault);
                    break;
                case ITestAssemblyFinished:
                    Complete.Set();
                    break;
            }

            return true;
        }

        public void Dispose() => Complete.Dispose();

        private void Fail(string name, IFailureInformation fault)
        {
            Failed++;
            Console.WriteLine($"Failed {name}\n{string.Join('\n', fault.Messages)}\n{string.Join('\n', fault.StackTraces)}\n");
        }
    }

    /// <summary>The defaults of xUnit, but theories are not taken apart before they run.</summary>
    private sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> _values = new() { ["xunit.discovery.PreEnumerateTheories"] = false };

        public TValue GetValue<TValue>(string name) => _values.GetValueOrDefault(name) is TValue value ? value : default!;

        public void SetValue<TValue>(string name, TValue value) => _values[name] = value;
    }
}
