using System;
using System.Runtime.InteropServices;
using Mlp.Crowds;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Crowds;

/// <summary>Fields that are none, that are taken twice, or that share memory with what is copied are refused in words.</summary>
public sealed class CrowdFieldTests
{
    [Fact]
    public void A_field_behind_a_reference_or_a_choice_is_none_of_the_struct()
    {
        // The fields are there, and are right of these agents alone.
        var rider = new Rider { Horse = new Horse { Speed = 1 }, Past = [2] };
        var fork = new Fork { IsLeft = true, Which = 2 };
        (rider.Horse.Speed + rider.Past[0] + (fork.IsLeft ? fork.Which : 0)).ShouldBe(5);
        Should.Throw<ArgumentException>(static () => new CrowdInputs<Rider>().Add((ref Rider r) => ref r.Horse!.Speed)).Message.ShouldContain("a field of an object");
        Should.Throw<ArgumentException>(static () => new CrowdInputs<Rider>().Add((ref Rider r) => ref r.Past![0])).Message.ShouldContain("an element of an array");
        Should.Throw<ArgumentException>(static () => new CrowdInputs<Fork>().Add((ref Fork p) => ref p.IsLeft ? ref p.X : ref p.Y)).Message.ShouldContain("no choice between fields");
        Should.Throw<ArgumentException>(static () => new CrowdInputs<Fork>().Add((ref Fork p) => ref p.Memory[p.Which])).Message.ShouldContain("always the same one");
    }

    [Fact]
    public void An_output_has_a_field_of_its_own_which_is_no_mask()
    {
        CrowdOutputs<Creature> outputs = new CrowdOutputs<Creature>()
            .Add((ref Creature c) => ref c.Turn)
            .AddChoice((ref Creature c) => ref c.Move, 3, (ref Creature c) => ref c.Allowed)
            .AddChoice((ref Creature c) => ref c.Shout, 2, (ref Creature c) => ref c.Allowed);
        Should.Throw<ArgumentException>(() => outputs.Add((ref Creature c) => ref c.Turn)).Message.ShouldContain("Another output has this field");
        Should.Throw<ArgumentException>(() => outputs.Add((ref Creature c) => ref c.Turn, new ActionRange(0, 1)));
        Should.Throw<ArgumentException>(() => outputs.AddChoice((ref Creature c) => ref c.Move, 2));
        Should.Throw<ArgumentException>(() => outputs.AddChoice((ref Creature c) => ref c.Allowed, 2)).Message.ShouldContain("the mask would be gone");
        Should.Throw<ArgumentException>(() => outputs.AddChoice((ref Creature c) => ref c.Food, 2, (ref Creature c) => ref c.Shout));
        Should.Throw<ArgumentException>(() => outputs.AddChoice((ref Creature c) => ref c.Food, 2, (ref Creature c) => ref c.Food));
        outputs.Count.ShouldBe(6);
        outputs.AddChoice((ref Creature c) => ref c.Food, 2).Count.ShouldBe(8);
    }

    [Fact]
    public void Numbers_that_are_none_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(static () => new CrowdInputs<Creature>().Add((ref Creature c) => ref c.Food, scale: float.PositiveInfinity)).Message.ShouldContain("scale is Infinity");
        Should.Throw<ArgumentOutOfRangeException>(static () => new CrowdInputs<Creature>().AddConstant(float.NaN));
        Should.Throw<ArgumentOutOfRangeException>(static () => new CrowdOutputs<Creature>().Add((ref Creature c) => ref c.Turn, 1, float.NaN)).Message.ShouldContain("offset is NaN");
        Should.Throw<ArgumentException>(static () => new CrowdInputs<Creature>().AddOneHot((ref Creature c) => ref c.Food, int.MaxValue)).Message.ShouldContain("an array has");
        var lonely = new Creature[1];
        lonely[0].Allowed = 4_000_000_000;
        Should.Throw<ArgumentException>(() => new CrowdInputs<Creature>().AddOneHot((ref Creature c) => ref c.Allowed, 3).Gather(lonely, new float[3])).Message.ShouldContain("has 4000000000");
        Should.Throw<ArgumentNullException>(() => new Crowd<Creature>(CrowdInputsTests.Senses, new CrowdOutputs<Creature>().Skip(7)).Step((CrowdBrain)null!, lonely));
    }

    [Fact]
    public void What_is_copied_has_memory_of_its_own()
    {
        var places = new Place[8];
        Should.Throw<ArgumentException>(() => new CrowdInputs<Place>().Add((ref Place p) => ref p.Y).Gather(places, Floats(places)[8..])).Message.ShouldContain("shares memory");
        Should.Throw<ArgumentException>(() => new CrowdOutputs<Place>().Add((ref Place p) => ref p.Y).Scatter(Floats(places)[8..], places));
        Should.Throw<ArgumentException>(() => StridedSpan.Of(places, (ref Place p) => ref p.Y).CopyTo(Floats(places)[..8]));
        Should.Throw<ArgumentException>(() => StridedSpan.Of(places, (ref Place p) => ref p.Y).CopyFrom(Floats(places)[8..]));

        // Neighbours share nothing.
        Floats(places)[8..].Fill(3);
        StridedSpan.Of(places.AsSpan(0, 4), (ref Place p) => ref p.Y).CopyFrom(Floats(places)[8..12]);
        (places[3].X, places[3].Y).ShouldBe((0, 3));
    }

    private static Span<float> Floats(Place[] places) => MemoryMarshal.Cast<Place, float>(places.AsSpan());

    private sealed class Horse
    {
        public float Speed;
    }

    private struct Rider
    {
        public Horse? Horse;
        public float[]? Past;
    }

    private struct Fork
    {
        public float X;
        public float Y;
        public Memories Memory;
        public bool IsLeft;
        public int Which;
    }
}
