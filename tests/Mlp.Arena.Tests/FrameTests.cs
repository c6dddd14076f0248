using System;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Mlp.Samples;
using Shouldly;
using Xunit;

namespace Mlp.Arena.Tests;

/// <summary>The binary messages, byte by byte, and what becomes of them where a page is slow.</summary>
public sealed class FrameTests
{
    [Fact]
    public void A_frame_has_everything_at_its_place()
    {
        using var colony = new Colony(40, seed: 2);
        for (int step = 0; step < 50; step++)
        {
            colony.Advance();
        }

        World world = colony.World;
        world.Creatures.IsDead[3] = true;
        world.Creatures.Eaten[7] = 100;
        byte[] frame = FrameWriter.Frame(colony, isPaused: true, TimeSpan.FromMicroseconds(18), stepsPerSecond: 60);
        int firstPredator = FrameWriter.HeaderLength + (40 * FrameWriter.CreatureLength);
        int firstFood = firstPredator + FrameWriter.PredatorLength;
        frame.Length.ShouldBe(firstFood + (20 * FrameWriter.FoodLength));
        frame[0].ShouldBe((byte)1);
        frame[1].ShouldBe((byte)1);
        Short(frame, 2).ShouldBe(40);
        Short(frame, 4).ShouldBe(1);
        Short(frame, 6).ShouldBe(20);
        Short(frame, 8).ShouldBe(world.Creatures.CountAlive());
        Short(frame, 10).ShouldBe(7);
        BinaryPrimitives.ReadUInt32LittleEndian(frame.AsSpan(12)).ShouldBe(1u);
        BinaryPrimitives.ReadUInt32LittleEndian(frame.AsSpan(16)).ShouldBe(50u);
        BinaryPrimitives.ReadUInt32LittleEndian(frame.AsSpan(20)).ShouldBe((uint)Colony.UsualSteps);
        BinaryPrimitives.ReadSingleLittleEndian(frame.AsSpan(24)).ShouldBe(world.Torus.Side);
        BinaryPrimitives.ReadSingleLittleEndian(frame.AsSpan(28)).ShouldBe(18);
        BinaryPrimitives.ReadSingleLittleEndian(frame.AsSpan(32)).ShouldBe(60);

        int seventh = FrameWriter.HeaderLength + (7 * FrameWriter.CreatureLength);
        (Short(frame, seventh) / 65_536f * world.Torus.Side).ShouldBe(world.Creatures.X[7], 0.01f);
        (Short(frame, seventh + 2) / 65_536f * world.Torus.Side).ShouldBe(world.Creatures.Y[7], 0.01f);
        ((sbyte)frame[seventh + 4] / 127f).ShouldBe(world.Creatures.HeadingX[7], 0.01f);
        ((sbyte)frame[seventh + 5] / 127f).ShouldBe(world.Creatures.HeadingY[7], 0.01f);
        (frame[seventh + 6] / 255f).ShouldBe(world.Creatures.Energy[7], 0.01f);
        frame[seventh + 7].ShouldBeGreaterThan((byte)0);
        frame[FrameWriter.HeaderLength + (3 * FrameWriter.CreatureLength) + 7].ShouldBe((byte)0);
        (Short(frame, firstPredator) / 65_536f * world.Torus.Side).ShouldBe(world.Predators.X[0], 0.01f);
        (Short(frame, firstFood + (19 * FrameWriter.FoodLength) + 2) / 65_536f * world.Torus.Side).ShouldBe(world.Food.Y[19], 0.01f);
    }

    [Fact]
    public void A_thought_and_a_brain_are_those_of_the_creature()
    {
        using var colony = new Colony(40, seed: 2);
        colony.Advance();
        byte[] thought = FrameWriter.Thought(colony, 11);
        ReadOnlySpan<float> values = MemoryMarshal.Cast<byte, float>(thought.AsSpan(FrameWriter.BrainHeaderLength));
        Short(thought, 2).ShouldBe(11);

        byte[] message = FrameWriter.BrainOf(colony.Brains, colony.Generation, 11);
        var brain = new Brain();
        brain.SetParameters(MemoryMarshal.Cast<byte, float>(message.AsSpan(FrameWriter.BrainHeaderLength)));
        float[] outputs = new float[Brain.OutputSize];
        brain.Forward(values[..Brain.InputSize], outputs);
        for (int output = 0; output < Brain.OutputSize; output++)
        {
            outputs[output].ShouldBe(values[Brain.InputSize + output], 1e-5f);
        }
    }

    [Fact]
    public void A_slow_page_misses_frames_and_one_that_takes_nothing_is_cut_off()
    {
        var client = new LiveClient();
        for (int frame = 0; frame < 1_000; frame++)
        {
            client.SendFrame([]);
        }

        int waiting = client.Queue.Count;
        waiting.ShouldBeInRange(1, 10);
        for (int message = 0; message < 1_000; message++)
        {
            client.Send(new Outgoing([], IsText: true));
        }

        client.Queue.Count.ShouldBeLessThan(100);
        while (client.Queue.TryRead(out _))
        {
        }

        client.Queue.Completion.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void There_is_room_for_so_many_pages_and_again_when_one_has_gone()
    {
        var audience = new Audience();
        LiveClient first = audience.Join().ShouldNotBeNull();
        for (int page = 1; page < Audience.MostClients; page++)
        {
            audience.Join().ShouldNotBeNull();
        }

        audience.Join().ShouldBeNull();
        audience.Leave(first);
        audience.Join().ShouldNotBeNull();
    }

    private static int Short(byte[] message, int at) => BinaryPrimitives.ReadUInt16LittleEndian(message.AsSpan(at));
}
