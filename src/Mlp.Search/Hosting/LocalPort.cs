using System;
using System.Net;
using System.Net.Sockets;

namespace Mlp.Searching.Hosting;

/// <summary>Ports and addresses of this machine.</summary>
internal static class LocalPort
{
    /// <summary>A port that nobody has at the moment. Somebody may take it before its silo does: then another one is tried.</summary>
    internal static int Free(IPAddress address)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(address, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>Whether an exception says that a port is taken.</summary>
    internal static bool IsTaken(Exception? exception) => exception switch
    {
        null => false,
        SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } => true,
        AggregateException aggregate => aggregate.InnerExceptions is [var first, ..] && IsTaken(first),
        _ => IsTaken(exception.InnerException),
    };

    /// <summary>The address by which this machine reaches another one: by that others of its network reach it too.</summary>
    /// <param name="host">The other machine; a path for a socket of this one.</param>
    /// <param name="port">Its port.</param>
    internal static IPAddress AddressTowards(string? host, int port)
    {
        if (string.IsNullOrEmpty(host) || host.StartsWith('/') || host.StartsWith('@'))
        {
            return IPAddress.Loopback;
        }

        // The first of several machines, each of which may have a port of its own.
        string first = host.Split(',')[0].Trim();
        string name = IPAddress.TryParse(first, out _) || !Uri.TryCreate($"tcp://{first}", UriKind.Absolute, out Uri? machine) ? first : machine.DnsSafeHost;
        foreach (IPAddress address in Dns.GetHostAddresses(name))
        {
            try
            {
                // A datagram socket sends nothing when it connects.
                using var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
                socket.Connect(address, port);
                return ((IPEndPoint)socket.LocalEndPoint!).Address;
            }
            catch (SocketException)
            {
                // The next address may be of a family that this machine has a way to.
            }
        }

        return IPAddress.Loopback;
    }
}
