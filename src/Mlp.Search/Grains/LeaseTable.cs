using System.Collections.Generic;
using System.Linq;
using Mlp.Searching.Queue;
using Mlp.Searching.Space;
using Mlp.Searching.Trials;
using Orleans.Runtime;

namespace Mlp.Searching.Grains;

/// <summary>Which host has which trial: a machine without clock, that is told the time. Trials of hosts that are lost go back to the queue.</summary>
/// <param name="queue">The trials.</param>
internal sealed class LeaseTable(TrialQueue queue)
{
    // A host reports a lease that it has within two heartbeats.
    private const long UnheardLease = 5000;

    private readonly SearchPlan _plan = new(queue.Definition);
    private readonly Dictionary<SiloAddress, LeasingHost> _hosts = [];
    private readonly Dictionary<int, SiloAddress> _owners = [];

    // Taken from the queue for hosts that cannot run their networks: they wait here for one that can.
    private readonly List<TrialSpec> _held = [];
    private readonly Dictionary<int, long> _unserved = [];

    /// <summary>The hosts that were heard of.</summary>
    internal IReadOnlyDictionary<SiloAddress, LeasingHost> Hosts => _hosts;

    /// <summary>How many trials hosts have.</summary>
    internal int Running => _owners.Count;

    /// <summary>A host lives.</summary>
    /// <returns>The trials that it should not run any more.</returns>
    internal int[] Hear(HostReport report, long now)
    {
        if (!_hosts.TryGetValue(report.Host, out LeasingHost? host))
        {
            _hosts[report.Host] = host = new LeasingHost { Hardware = report.Hardware, Refusals = report.Refusals, HasWorkers = report.HasWorkers };
        }

        host.Heard = now;
        host.Refusals = report.Refusals;
        HashSet<int> running = [.. report.Running.Select(static spec => spec.Index)];
        foreach ((int index, long since) in host.Trials.ToArray())
        {
            if (now - since > UnheardLease && !running.Contains(index))
            {
                // The host has never heard of its lease.
                Return(report.Host, index);
            }
        }

        return [.. report.Running.Where(spec => !Owns(report.Host, host, spec, now)).Select(static spec => spec.Index)];
    }

    /// <summary>A trial for a host.</summary>
    /// <returns>None where the host is not known, or there is none for it.</returns>
    internal TrialSpec? Lease(SiloAddress address, long now)
    {
        if (!_hosts.TryGetValue(address, out LeasingHost? host))
        {
            return null;
        }

        bool refusesAll = !host.Refusals.Contains(null);
        if (refusesAll && _held.Count > 0)
        {
            return null;
        }

        int held = _held.FindIndex(spec => CanRun(host, spec.Index));
        TrialSpec? spec = null;
        if (held >= 0)
        {
            spec = _held[held];
            _held.RemoveAt(held);
        }

        while (spec is null && queue.Next() is { } next)
        {
            if (CanRun(host, next.Index))
            {
                spec = next;
            }
            else
            {
                _held.Add(next);
                if (refusesAll)
                {
                    // One tells that trials wait for a host.
                    return null;
                }
            }
        }

        if (spec is not null)
        {
            Give(spec.Index, address, host, now);
        }

        return spec;
    }

    /// <summary>A trial has ended, or has come to the end of a rung, whoever had it.</summary>
    internal void Complete(int index)
    {
        Forget(index);
        _held.RemoveAll(spec => spec.Index == index);
    }

    /// <summary>A host does not go on with a trial: another one may have it.</summary>
    internal void Return(SiloAddress address, int index)
    {
        if (_owners.TryGetValue(index, out SiloAddress? owner) && owner.Equals(address))
        {
            Forget(index);
            queue.Return(index);
        }
    }

    /// <summary>A host is lost.</summary>
    /// <returns>The trials that it had.</returns>
    internal int[] Lose(SiloAddress address)
    {
        if (!_hosts.Remove(address, out LeasingHost? host))
        {
            return [];
        }

        foreach (int index in host.Trials.Keys)
        {
            _owners.Remove(index);
            queue.Return(index);
        }

        return [.. host.Trials.Keys];
    }

    /// <summary>The search waits: hosts will say again what they run when it goes on.</summary>
    internal void LoseAll()
    {
        foreach (SiloAddress address in _hosts.Keys.ToArray())
        {
            Lose(address);
        }
    }

    /// <summary>A network of which trials wait, and that no host has been able to run for a while.</summary>
    /// <param name="now">The time in milliseconds.</param>
    /// <param name="most">How long there may be none, in milliseconds.</param>
    /// <returns>Its place among the networks; none where there is none.</returns>
    internal int? Unserved(long now, long most)
    {
        int[] waiting = [.. _held.Select(spec => _plan.NetworkOf(spec.Index)).Distinct()];
        foreach (int network in _unserved.Keys.Except(waiting).ToArray())
        {
            _unserved.Remove(network);
        }

        foreach (int network in waiting)
        {
            if (_hosts.Values.Any(host => host.HasWorkers && host.Refusals[network] is null))
            {
                _unserved.Remove(network);
            }
            else if (!_unserved.TryAdd(network, now) && now - _unserved[network] > most)
            {
                return network;
            }
        }

        return null;
    }

    private bool Owns(SiloAddress address, LeasingHost host, TrialSpec spec, long now)
    {
        if (_owners.TryGetValue(spec.Index, out SiloAddress? owner))
        {
            return owner.Equals(address);
        }

        // The search has moved to another host meanwhile, or this host was given up too early.
        int held = _held.FindIndex(waiting => waiting.Index == spec.Index);
        if (spec.Rung != queue.Rung || (held < 0 && queue.Claim(spec.Index) is null))
        {
            return false;
        }

        if (held >= 0)
        {
            _held.RemoveAt(held);
        }

        Give(spec.Index, address, host, now);
        return true;
    }

    private bool CanRun(LeasingHost host, int index) => host.Refusals[_plan.NetworkOf(index)] is null;

    private void Give(int index, SiloAddress address, LeasingHost host, long now)
    {
        _owners[index] = address;
        host.Trials[index] = now;
    }

    private void Forget(int index)
    {
        if (_owners.Remove(index, out SiloAddress? owner) && _hosts.TryGetValue(owner, out LeasingHost? host))
        {
            host.Trials.Remove(index);
        }
    }
}
