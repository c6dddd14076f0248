using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Mlp.Searching.Trials;

namespace Mlp.Searching.Storage;

/// <summary>
/// The outcomes of a search in the order in which they came in, kept in pages. While a page is written others wait, and all of those go into the next
/// writing together. On one thread, that of the search's grain.
/// </summary>
/// <param name="rows">The rows of the search.</param>
internal sealed class OutcomeLog(GrainRows rows)
{
    private readonly List<TrialOutcome> _outcomes = [];
    private GrainRow<OutcomePage> _page = new();
    private Task _before = Task.CompletedTask;
    private int _pages;
    private int _kept;
    private Task? _writing;

    /// <summary>Whether every outcome that came in is kept.</summary>
    internal bool IsKept => _kept == _outcomes.Count;

    /// <summary>Kept outcomes from one on, in order.</summary>
    /// <param name="from">The first, counted from 0.</param>
    /// <param name="most">No more than so many.</param>
    internal TrialOutcome[] Since(int from, int most) => from >= _kept ? [] : [.. _outcomes.GetRange(from, Math.Min(_kept - from, most))];

    /// <summary>Reads what was kept before.</summary>
    internal async Task Read()
    {
        while (true)
        {
            GrainRow<OutcomePage> page = await rows.Read<OutcomePage>(NameOf(_pages));
            _outcomes.AddRange(page.State.Outcomes);
            _kept = _outcomes.Count;
            _page = page;
            if (page.State.Outcomes.Length < OutcomePage.Capacity)
            {
                return;
            }

            _pages++;
        }
    }

    /// <summary>Keeps an outcome, behind all that came before. When the task ends, it will be there whatever happens.</summary>
    /// <param name="outcome">The outcome; weights and states are not kept here.</param>
    /// <param name="before">What must be kept before the outcome may be, such as its weights.</param>
    internal Task Append(TrialOutcome outcome, Task before)
    {
        _outcomes.Add(outcome.WithoutBytes());
        _before = _before.IsCompletedSuccessfully ? before : Task.WhenAll(_before, before);
        return Flush();
    }

    /// <summary>Ends when all outcomes up to now are kept.</summary>
    internal async Task Flush()
    {
        int wanted = _outcomes.Count;
        while (_kept < wanted)
        {
            // The write of somebody else may have begun before this outcome came.
            await (_writing = _writing is { IsCompleted: false } ? _writing : Write());
        }
    }

    private static string NameOf(int page) => RowNames.Numbered(RowNames.Outcomes, page);

    private async Task Write()
    {
        // Not on this stack: whoever asks next must find the task.
        await Task.Yield();
        while (_kept < _outcomes.Count)
        {
            int first = _pages * OutcomePage.Capacity;
            TrialOutcome[] outcomes = [.. _outcomes.Skip(first).Take(OutcomePage.Capacity)];
            await _before;
            _page.State = new OutcomePage { Outcomes = outcomes };
            await rows.Write(NameOf(_pages), _page);
            _kept = first + outcomes.Length;
            if (outcomes.Length == OutcomePage.Capacity)
            {
                _pages++;
                _page = new GrainRow<OutcomePage>();
            }
        }
    }
}
