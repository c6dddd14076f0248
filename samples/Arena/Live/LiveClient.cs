using System.Threading;
using System.Threading.Channels;

namespace Mlp.Samples;

/// <summary>
/// A page that watches. What it is sent waits in a queue of bounded length. Nobody waits for the page: it misses frames where it is slow, and is cut
/// off where even other messages do not fit.
/// </summary>
internal sealed class LiveClient
{
    // A frame that waits behind so many messages would be old when it came.
    private const int MostWaitingFrames = 3;
    private const int MostWaiting = 64;

    private readonly Channel<Outgoing> _queue = Channel.CreateBounded<Outgoing>(MostWaiting);
    private int _isGreeted;

    /// <summary>What is to be sent; it ends where the page is cut off.</summary>
    public ChannelReader<Outgoing> Queue => _queue.Reader;

    /// <summary>The creature whose brain it watches; −1 for none. The thread of the simulation alone uses it.</summary>
    public int Watched { get; set; } = -1;

    /// <summary>The brain that it was sent. The thread of the simulation alone uses it.</summary>
    public (long World, long Generation, int Creature) Brain { get; set; } = (0, 0, -1);

    /// <summary>Whether this is the first call.</summary>
    public bool Greet() => Interlocked.Exchange(ref _isGreeted, 1) == 0;

    /// <summary>Sends a frame, or leaves it out.</summary>
    public void SendFrame(byte[] frame)
    {
        if (_queue.Reader.Count < MostWaitingFrames)
        {
            _queue.Writer.TryWrite(new Outgoing(frame, IsText: false));
        }
    }

    /// <summary>Sends what must not be missed, or cuts the page off.</summary>
    public void Send(Outgoing message)
    {
        if (!_queue.Writer.TryWrite(message))
        {
            End();
        }
    }

    /// <summary>Nothing more is sent than what waits.</summary>
    public void End() => _queue.Writer.TryComplete();
}
