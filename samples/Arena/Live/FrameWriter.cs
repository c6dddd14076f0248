using System;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Mlp.Evolution;

namespace Mlp.Samples;

/// <summary>
/// The binary messages, little-endian; wwwroot/protocol.js reads them. The first byte says which one it is. Positions are in 65,536ths of the
/// world's side, headings in 127ths.
/// </summary>
internal static class FrameWriter
{
    /// <summary>The bytes of a frame before its first creature.</summary>
    public const int HeaderLength = 40;

    /// <summary>The bytes of a creature.</summary>
    public const int CreatureLength = 8;

    /// <summary>The bytes of a predator.</summary>
    public const int PredatorLength = 7;

    /// <summary>The bytes of a piece of food.</summary>
    public const int FoodLength = 4;

    /// <summary>The bytes of the other messages before their numbers.</summary>
    public const int BrainHeaderLength = 8;

    private const byte FrameKind = 1;
    private const byte ThoughtKind = 2;
    private const byte BrainKind = 3;
    private const float Positions = 65_536;
    private const float Headings = 127;
    private const float Shares = 255;

    /// <summary>The world as it is.</summary>
    /// <param name="colony">The world.</param>
    /// <param name="isPaused">Whether it is stopped.</param>
    /// <param name="thinking">The time of all brains in a step.</param>
    /// <param name="stepsPerSecond">How many steps it really makes.</param>
    public static byte[] Frame(Colony colony, bool isPaused, TimeSpan thinking, double stepsPerSecond)
    {
        (Creatures creatures, Predators predators, Food food) = (colony.World.Creatures, colony.World.Predators, colony.World.Food);
        byte[] frame = new byte[
            HeaderLength + (creatures.Count * CreatureLength) + (predators.Count * PredatorLength) + (food.Count * FoodLength)];
        (int leader, float mean) = Foraging(creatures);
        Span<byte> rest = frame;
        rest[0] = FrameKind;
        rest[1] = isPaused ? (byte)1 : (byte)0;
        Write(rest[2..], creatures.Count);
        Write(rest[4..], predators.Count);
        Write(rest[6..], food.Count);
        Write(rest[8..], creatures.CountAlive());
        Write(rest[10..], leader);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[12..], (uint)colony.Generation);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[16..], (uint)colony.Step);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[20..], (uint)colony.StepsPerGeneration);
        BinaryPrimitives.WriteSingleLittleEndian(rest[24..], colony.World.Torus.Side);
        BinaryPrimitives.WriteSingleLittleEndian(rest[28..], (float)thinking.TotalMicroseconds);
        BinaryPrimitives.WriteSingleLittleEndian(rest[32..], (float)stepsPerSecond);
        BinaryPrimitives.WriteSingleLittleEndian(rest[36..], mean);
        rest = rest[HeaderLength..];

        float scale = Positions / colony.World.Torus.Side;
        for (int creature = 0; creature < creatures.Count; creature++, rest = rest[CreatureLength..])
        {
            WritePlace(rest, creatures.X[creature] * scale, creatures.Y[creature] * scale);
            WriteHeading(rest[4..], creatures.HeadingX[creature], creatures.HeadingY[creature]);
            rest[6] = (byte)(creatures.Energy[creature] * Shares);
            rest[7] = creatures.IsDead[creature] ? (byte)0 : (byte)(1 + (creatures.Fatigue[creature] * (Shares - 1)));
        }

        for (int predator = 0; predator < predators.Count; predator++, rest = rest[PredatorLength..])
        {
            WritePlace(rest, predators.X[predator] * scale, predators.Y[predator] * scale);
            WriteHeading(rest[4..], predators.HeadingX[predator], predators.HeadingY[predator]);
            rest[6] = predators.Rest[predator] > 0 ? (byte)1 : (byte)0;
        }

        for (int piece = 0; piece < food.Count; piece++, rest = rest[FoodLength..])
        {
            WritePlace(rest, food.X[piece] * scale, food.Y[piece] * scale);
        }

        return frame;
    }

    /// <summary>What a creature sensed and wanted in the last step.</summary>
    public static byte[] Thought(Colony colony, int creature)
    {
        ReadOnlySpan<float> inputs = colony.Inputs.Slice(creature * Brain.InputSize, Brain.InputSize);
        ReadOnlySpan<float> outputs = colony.Outputs.Slice(creature * Brain.OutputSize, Brain.OutputSize);
        byte[] message = new byte[BrainHeaderLength + ((inputs.Length + outputs.Length) * sizeof(float))];
        message[0] = ThoughtKind;
        message[1] = colony.World.Creatures.IsDead[creature] ? (byte)1 : (byte)0;
        Write(message.AsSpan(2), creature);
        Write(message.AsSpan(4), int.Min(colony.World.Creatures.Eaten[creature], ushort.MaxValue));
        Write(inputs, message.AsSpan(BrainHeaderLength));
        Write(outputs, message.AsSpan(BrainHeaderLength + (inputs.Length * sizeof(float))));
        return message;
    }

    /// <summary>The parameters of a creature's brain, in canonical order.</summary>
    public static byte[] BrainOf(Population<Brain> brains, long generation, int creature)
    {
        Span<float> parameters = stackalloc float[Brain.ParameterCount];
        brains.CopyAgentTo(creature, parameters);
        byte[] message = new byte[BrainHeaderLength + (parameters.Length * sizeof(float))];
        message[0] = BrainKind;
        Write(message.AsSpan(2), creature);
        BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(4), (uint)generation);
        Write(parameters, message.AsSpan(BrainHeaderLength));
        return message;
    }

    /// <summary>The creature that has eaten most of those that live, 65,535 where none does, and what all have eaten in the mean.</summary>
    private static (int Leader, float Mean) Foraging(Creatures creatures)
    {
        (int leader, long sum) = (ushort.MaxValue, 0);
        for (int creature = 0; creature < creatures.Count; creature++)
        {
            sum += creatures.Eaten[creature];
            if (!creatures.IsDead[creature] && (leader == ushort.MaxValue || creatures.Eaten[creature] > creatures.Eaten[leader]))
            {
                leader = creature;
            }
        }

        return (leader, (float)sum / creatures.Count);
    }

    private static void Write(Span<byte> destination, int number) => BinaryPrimitives.WriteUInt16LittleEndian(destination, (ushort)number);

    private static void Write(ReadOnlySpan<float> numbers, Span<byte> destination)
    {
        foreach (float number in numbers)
        {
            BinaryPrimitives.WriteSingleLittleEndian(destination, number);
            destination = destination[sizeof(float)..];
        }
    }

    private static void WritePlace(Span<byte> destination, float x, float y)
    {
        Write(destination, int.Min((int)x, ushort.MaxValue));
        Write(destination[2..], int.Min((int)y, ushort.MaxValue));
    }

    private static void WriteHeading(Span<byte> destination, float x, float y)
    {
        Span<sbyte> heading = MemoryMarshal.Cast<byte, sbyte>(destination);
        heading[0] = (sbyte)(x * Headings);
        heading[1] = (sbyte)(y * Headings);
    }
}
