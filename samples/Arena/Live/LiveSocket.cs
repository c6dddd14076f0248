using System;
using System.IO;
using System.Net.WebSockets;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Mlp.Samples;

/// <summary>The WebSocket of a page: frames to it, commands from it.</summary>
internal sealed class LiveSocket(Simulation simulation, IHostApplicationLifetime lifetime)
{
    private const string NotText = "Messages are text.";
    private const string TooMany = "Too much is asked for at a time.";

    /// <summary>Serves a page until it or the server ends.</summary>
    public async Task Serve(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (simulation.Audience.Join() is not { } client)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        try
        {
            using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync();
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
            Task<WebSocketCloseStatus> receiving = Receive(socket, client, ending.Token);
            Task sending = Send(socket, client, ending.Token);

            // A page that has gone is sent what still waits; one that is cut off is not listened to any more. Only then may the socket be closed.
            if (await Task.WhenAny(receiving, sending) == receiving)
            {
                client.End();
            }
            else
            {
                await ending.CancelAsync();
            }

            await sending;
            WebSocketCloseStatus status = await receiving;
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(status, null, CancellationToken.None);
            }
        }
        finally
        {
            simulation.Audience.Leave(client);
        }
    }

    private static async Task Send(WebSocket socket, LiveClient client, CancellationToken cancellation)
    {
        try
        {
            await foreach (Outgoing message in client.Queue.ReadAllAsync(cancellation))
            {
                WebSocketMessageType type = message.IsText ? WebSocketMessageType.Text : WebSocketMessageType.Binary;
                await socket.SendAsync(message.Bytes.AsMemory(), type, endOfMessage: true, cancellation);
            }
        }
        catch (Exception exception) when (IsEnd(exception))
        {
            // The page has gone, or the server goes.
        }
    }

    private async Task<WebSocketCloseStatus> Receive(WebSocket socket, LiveClient client, CancellationToken cancellation)
    {
        byte[] buffer = new byte[CommandReader.MaximumLength];
        int length = 0;
        try
        {
            while (true)
            {
                // A message may come in pieces: in several frames, or in one that the network has cut.
                ValueWebSocketReceiveResult received = await socket.ReceiveAsync(buffer.AsMemory(length), cancellation);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    return WebSocketCloseStatus.NormalClosure;
                }

                length += received.Count;
                if (!received.EndOfMessage)
                {
                    if (length == buffer.Length)
                    {
                        return WebSocketCloseStatus.MessageTooBig;
                    }

                    continue;
                }

                string? fault = received.MessageType == WebSocketMessageType.Text ? Post(client, buffer.AsMemory(0, length)) : NotText;
                length = 0;
                if (fault is not null)
                {
                    client.Send(Outgoing.Text(new RefusalMessage(fault), MessagesContext.Default.RefusalMessage));
                }
            }
        }
        catch (Exception exception) when (IsEnd(exception))
        {
            return WebSocketCloseStatus.EndpointUnavailable;
        }
    }

    private string? Post(LiveClient client, ReadOnlyMemory<byte> message) =>
        CommandReader.Read(message, out string? fault) is { } command && !simulation.Post(client, command) ? TooMany : fault;

    private static bool IsEnd(Exception exception) =>
        exception is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException;
}
