using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;

namespace Mlp.Samples;

/// <summary>
/// The world that pages watch, on a thread of its own: a number of steps, a frame for each page, and a pause up to the next sixtieth of a second.
/// What pages ask for is done between two frames. Nobody else touches the world.
/// </summary>
internal sealed class Simulation : IHostedService, IDisposable
{
    private const int MostWaitingCommands = 256;
    private const int MostGenerations = 5_000;

    // More than this of a frame is not spent on steps, so that frames come where the steps are too many.
    private static readonly TimeSpan Frame = TimeSpan.FromSeconds(1.0 / WorldRules.StepsPerSecond);
    private static readonly TimeSpan Budget = Frame * 0.8;

    private readonly Channel<(LiveClient Client, ClientCommand Command)> _commands =
        Channel.CreateBounded<(LiveClient, ClientCommand)>(MostWaitingCommands);

    private readonly ManualResetEventSlim _isEnding = new();
    private readonly Thread _thread;
    private readonly Queue<GenerationResult> _history = [];
    private readonly Pace _pace = new();
    private float[]? _newcomer;
    private float[]? _champion;
    private ulong _seed;
    private Colony _colony;
    private long _world = 1;
    private bool _isPaused;
    private bool _isStale = true;
    private int _singleSteps;
    private int _speed = 1;

    public Simulation(int creatures, ulong seed)
    {
        _seed = seed;
        _colony = new Colony(creatures, seed);
        _thread = new Thread(Run) { Name = "simulation", IsBackground = true };
    }

    /// <summary>The parameters of the brain that ate most in the last generation; null before the first one has ended.</summary>
    public float[]? Champion => Volatile.Read(ref _champion);

    /// <summary>The pages that watch.</summary>
    public Audience Audience { get; } = new();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _thread.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        End();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        // A server that could not begin to listen is disposed without having been stopped.
        End();
        _isEnding.Dispose();
        _colony.Dispose();
    }

    /// <summary>A page asks for something; it is done before the next frame. No where too much is asked for at a time.</summary>
    public bool Post(LiveClient client, ClientCommand command) => _commands.Writer.TryWrite((client, command));

    /// <summary>A quarter of the creatures get a brain with the next generation.</summary>
    /// <param name="parameters">Its parameters, in canonical order.</param>
    public void Introduce(float[] parameters) => Volatile.Write(ref _newcomer, parameters);

    private void End()
    {
        _isEnding.Set();
        if (_thread.IsAlive)
        {
            _thread.Join();
        }
    }

    private void Run()
    {
        var clock = new FrameClock(Frame);
        while (!_isEnding.IsSet)
        {
            Obey();
            int steps = Advance();
            Broadcast(steps > 0);
            TimeSpan wait = clock.Left;
            if (wait > TimeSpan.Zero)
            {
                _isEnding.Wait(wait);
            }

            _pace.Passed(steps, clock.Next());
        }
    }

    private void Obey()
    {
        bool isDriven = false;
        while (_commands.Reader.TryRead(out (LiveClient Client, ClientCommand Command) posted))
        {
            _isStale = true;
            isDriven |= posted.Command.Request != ClientRequest.Watch;
            Obey(posted.Client, posted.Command);
        }

        if (Interlocked.Exchange(ref _newcomer, null) is { } newcomer)
        {
            _colony.Plan(new Intervention(Newcomer: newcomer));
        }

        if (isDriven)
        {
            Audience.Send(State());
        }
    }

    private void Obey(LiveClient client, ClientCommand command)
    {
        switch (command.Request)
        {
            case ClientRequest.Pause:
                _isPaused = command.Value == 1;
                break;
            case ClientRequest.Step:
                (_isPaused, _singleSteps) = (true, _singleSteps + 1);
                break;
            case ClientRequest.Speed:
                _speed = (int)command.Value;
                break;
            case ClientRequest.Population:
                _colony.Plan(new Intervention(Creatures: (int)command.Value));
                break;
            case ClientRequest.World:
                BeginWorld((ulong)command.Value);
                break;
            case ClientRequest.Watch:
                (client.Watched, client.Brain) = ((int)command.Value, (0, 0, -1));
                break;
        }
    }

    private void BeginWorld(ulong seed)
    {
        int creatures = _colony.Planned?.Creatures ?? _colony.Brains.Agents;
        float[]? newcomer = _colony.Planned?.Newcomer;
        _colony.Dispose();
        (_seed, _colony) = (seed, new Colony(creatures, seed));
        if (newcomer is not null)
        {
            // Somebody was promised that it comes with the next generation.
            _colony.Plan(new Intervention(Newcomer: newcomer));
        }

        _world++;
        _history.Clear();
        _pace.Forget();
        Audience.Send(History());
    }

    /// <summary>The steps of a frame.</summary>
    private int Advance()
    {
        int wanted = _isPaused ? int.Min(_singleSteps, 1) : _speed;
        _singleSteps = _isPaused ? _singleSteps - wanted : 0;
        long beginning = Stopwatch.GetTimestamp();
        int steps = 0;
        while (steps < wanted && (steps == 0 || Stopwatch.GetElapsedTime(beginning) < Budget))
        {
            steps++;
            bool hasEnded = _colony.Advance();
            _pace.Thought(_colony.ThinkingTicks);
            if (hasEnded)
            {
                EndGeneration();
            }
        }

        return steps;
    }

    private void EndGeneration()
    {
        Volatile.Write(ref _champion, [.. _colony.Champion]);
        if (_history.Count == MostGenerations)
        {
            _history.Dequeue();
        }

        _history.Enqueue(_colony.Last);
        Audience.Send(Outgoing.Text(new GenerationMessage(_colony.Last), MessagesContext.Default.GenerationMessage));
        if (_colony.Brains.Agents != _colony.Last.Creatures)
        {
            _pace.Forget();
            Audience.Send(State());
        }
    }

    private void Broadcast(bool hasMoved)
    {
        byte[]? frame = null;
        foreach (LiveClient client in Audience.Clients)
        {
            bool isNew = client.Greet();
            if (isNew)
            {
                client.Send(State());
                client.Send(History());
            }

            if (isNew || hasMoved || _isStale)
            {
                client.SendFrame(frame ??= FrameWriter.Frame(_colony, _isPaused, _pace.Thinking, _pace.StepsPerSecond));
                SendBrain(client);
            }
        }

        _isStale = false;
    }

    private void SendBrain(LiveClient client)
    {
        int creature = client.Watched;
        if (creature < 0 || creature >= _colony.Brains.Agents)
        {
            return;
        }

        if (client.Brain != (_world, _colony.Generation, creature))
        {
            client.Brain = (_world, _colony.Generation, creature);
            client.Send(new Outgoing(FrameWriter.BrainOf(_colony.Brains, _colony.Generation, creature), IsText: false));
        }

        // At the beginning of a generation, the last step is one of the generation before.
        if (_colony.Step > 0)
        {
            client.SendFrame(FrameWriter.Thought(_colony, creature));
        }
    }

    private Outgoing State() => Outgoing.Text(
        new StateMessage(
            _seed,
            _colony.Brains.Agents,
            _colony.Planned?.Creatures ?? _colony.Brains.Agents,
            Colony.FewestCreatures,
            Colony.MostCreatures,
            _isPaused,
            _speed,
            CommandReader.MaximumSpeed,
            [Brain.InputSize, Brain.Description.Layers[0].Outputs, Brain.OutputSize]),
        MessagesContext.Default.StateMessage);

    private Outgoing History() => Outgoing.Text(new HistoryMessage(_history), MessagesContext.Default.HistoryMessage);
}
