using System;
using System.Threading;

namespace Mlp.Serving;

/// <summary>Gives one published network to many readers by a single reference, which can be exchanged at any time.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
/// <remarks>
/// <para>
/// A reader takes <see cref="Current"/> once and uses it for a whole request: what it holds never changes. To read costs what
/// reading a field costs; there is no lock, no count and nothing to give back, and a network that was replaced lives until its
/// last reader lets go of it.
/// </para>
/// <para>All members may be called on any thread at any time.</para>
/// </remarks>
/// <example><code>
/// Published&lt;IrisNet&gt; model = holder.Current;      // once a request
/// model.Network.Forward(input, output);
/// log.Write(model.Version, model.ContentHash);
/// </code></example>
public sealed class ModelHolder<TNetwork>
    where TNetwork : IPredictor<TNetwork>
{
    private readonly TimeProvider _timeProvider;
    private Published<TNetwork> _current;

    /// <summary>Publishes the first network as version 1: a holder is never empty.</summary>
    /// <param name="network">The network; from now on nobody may train it or set its parameters.</param>
    /// <param name="contentHash">What identifies its content; none where nothing does.</param>
    /// <param name="timeProvider">The clock of <see cref="Published{TNetwork}.PublishedAt"/>; without it the system's.</param>
    /// <exception cref="ArgumentNullException"><paramref name="network"/> is null.</exception>
    public ModelHolder(TNetwork network, string? contentHash = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        _timeProvider = timeProvider ?? TimeProvider.System;
        _current = new Published<TNetwork>(network, 1, _timeProvider.GetUtcNow(), contentHash);
    }

    /// <summary>The network that was published last.</summary>
    public Published<TNetwork> Current => Volatile.Read(ref _current);

    /// <summary>Exchanges the network. Readers that ask from now on get the new one; the others keep the one they have.</summary>
    /// <param name="network">
    /// The network; from now on nobody may train it or set its parameters. Publish a <see cref="INetwork{TSelf}.Clone"/> of one
    /// that is still in training.
    /// </param>
    /// <param name="contentHash">What identifies its content; none where nothing does.</param>
    /// <returns>What was published. Versions have no gaps, and time does not run backwards from one to the next where the clock does not.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="network"/> is null.</exception>
    public Published<TNetwork> Publish(TNetwork network, string? contentHash = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        while (true)
        {
            // The clock is read after the predecessor: where another writer came between, both are read anew.
            Published<TNetwork> before = Current;
            var next = new Published<TNetwork>(network, before.Version + 1, _timeProvider.GetUtcNow(), contentHash);
            if (ReferenceEquals(Interlocked.CompareExchange(ref _current, next, before), before))
            {
                return next;
            }
        }
    }
}
