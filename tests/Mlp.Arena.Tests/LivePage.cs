using System;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace Mlp.Arena.Tests;

/// <summary>The server's WebSocket, as a page uses it.</summary>
internal sealed class LivePage : IDisposable
{
    // Longer than any machine takes.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _end = new(Patience);
    private readonly byte[] _buffer = new byte[1 << 20];

    /// <summary>Opens it.</summary>
    /// <param name="server">The server.</param>
    /// <param name="origin">The origin of the page; null for none.</param>
    public static async Task<LivePage> Open(Uri server, string? origin = null)
    {
        var page = new LivePage();
        if (origin is not null)
        {
            page._socket.Options.SetRequestHeader("Origin", origin);
        }

        await page._socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "live" }.Uri, page._end.Token);
        return page;
    }

    /// <summary>Sends a text, or bytes; a piece that is not whole goes on with the next one.</summary>
    public Task Send(string message, WebSocketMessageType type = WebSocketMessageType.Text, bool isWhole = true) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message), type, endOfMessage: isWhole, _end.Token);

    /// <summary>Waits for the next text of a type that is as wanted.</summary>
    public async Task<JsonElement> Text(string type, Func<JsonElement, bool>? wanted = null)
    {
        while (true)
        {
            (WebSocketMessageType kind, byte[] bytes) = await Receive();
            if (kind == WebSocketMessageType.Close)
            {
                throw new InvalidOperationException("the server has closed the socket");
            }

            if (kind == WebSocketMessageType.Text)
            {
                JsonElement message = JsonDocument.Parse(bytes).RootElement;
                if (message.GetProperty("type").GetString() == type && wanted?.Invoke(message) != false)
                {
                    return message;
                }
            }
        }
    }

    /// <summary>Waits for the next frame that is as wanted.</summary>
    public async Task<byte[]> Frame(byte kind, Func<byte[], bool>? wanted = null)
    {
        while (true)
        {
            (WebSocketMessageType type, byte[] bytes) = await Receive();
            if (type == WebSocketMessageType.Binary && bytes[0] == kind && wanted?.Invoke(bytes) != false)
            {
                return bytes;
            }
        }
    }

    /// <summary>Waits until the server closes it, and says why.</summary>
    public async Task<WebSocketCloseStatus?> Closed()
    {
        while ((await Receive()).Kind != WebSocketMessageType.Close)
        {
        }

        return _socket.CloseStatus;
    }

    public void Dispose()
    {
        _socket.Dispose();
        _end.Dispose();
    }

    private async Task<(WebSocketMessageType Kind, byte[] Bytes)> Receive()
    {
        int length = 0;
        while (true)
        {
            ValueWebSocketReceiveResult received = await _socket.ReceiveAsync(_buffer.AsMemory(length), _end.Token);
            length += received.Count;
            if (received.EndOfMessage)
            {
                return (received.MessageType, _buffer[..length]);
            }
        }
    }
}
