using System;
using Mlp.Crowds;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Crowds;

/// <summary>A view of a field is that field of every struct, whatever the struct is made of.</summary>
public sealed class StridedSpanTests
{
    private static float s_elsewhere;

    [Fact]
    public void Fields_are_read_and_written_in_place()
    {
        Creature[] creatures = Creature.Some(11);
        StridedSpan<float> y = StridedSpan.Of(creatures, (ref Creature c) => ref c.Position.Y);
        StridedSpan<Kind> kinds = StridedSpan.Of(creatures, (ref Creature c) => ref c.Kind);
        StridedSpan<float> memory = StridedSpan.Of(creatures, (ref Creature c) => ref c.Memory[2]);
        ReadOnlyStridedSpan<bool> hurt = StridedSpan.Of(creatures, (ref Creature c) => ref c.IsHurt);

        y.Length.ShouldBe(11);
        for (int index = 0; index < creatures.Length; index++)
        {
            y[index].ShouldBe(creatures[index].Position.Y);
            kinds[index].ShouldBe(creatures[index].Kind);
            memory[index].ShouldBe(creatures[index].Memory[2]);
            hurt[index].ShouldBe(creatures[index].IsHurt);
            y[index] += 1;
            creatures[index].Position.Y.ShouldBe((index * 0.125f) + 1);
            creatures[index].Position.X.ShouldBe(MathF.Sin(index));
            creatures[index].Name.ShouldBe(index.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void A_field_at_an_odd_address_is_copied_without_its_neighbours()
    {
        var packed = new Packed[9];
        Array.Fill(packed, new Packed { Before = 0xAB, After = 0xCDEF });
        float[] values = [1, 2, 3, 4, 5, 6, 7];
        StridedSpan<float> view = StridedSpan.Of(packed.AsSpan(1, 7), (ref Packed p) => ref p.Value);
        view.CopyFrom(values);

        float[] copied = new float[7];
        ((ReadOnlyStridedSpan<float>)view).CopyTo(copied);
        copied.ShouldBe(values);
        packed[0].Value.ShouldBe(0);
        packed[8].Value.ShouldBe(0);
        packed.ShouldAllBe(p => p.Before == 0xAB && p.After == 0xCDEF);
    }

    [Fact]
    public void No_struct_has_an_empty_view()
    {
        ReadOnlyStridedSpan<int> none = StridedSpan.Of(ReadOnlySpan<Creature>.Empty, (ref Creature c) => ref c.Food);

        none.IsEmpty.ShouldBeTrue();
        none.CopyTo([]);
    }

    [Fact]
    public void What_is_past_the_end_is_refused_with_both_numbers()
    {
        Creature[] creatures = Creature.Some(3);

        Should.Throw<ArgumentOutOfRangeException>(() => StridedSpan.Of(creatures, (ref Creature c) => ref c.Food)[3]).Message.ShouldContain("index is 3, but there are 3 structs");
        Should.Throw<ArgumentOutOfRangeException>(() => StridedSpan.Of(creatures, (ref Creature c) => ref c.Food)[-1]);
        Should.Throw<ArgumentException>(() => StridedSpan.Of(creatures, (ref Creature c) => ref c.Food).CopyTo(new int[2])).Message.ShouldContain("length 2, but must have length 3");
        Should.Throw<ArgumentException>(() => StridedSpan.Of(creatures, (ref Creature c) => ref c.Food).CopyFrom(new int[4])).Message.ShouldContain("length 4, but must have length 3");
    }

    [Fact]
    public void What_is_no_field_of_the_struct_is_refused()
    {
        float[] array = new float[2];
        s_elsewhere = 1;

        Should.Throw<ArgumentException>(() => StridedSpan.Of(new Creature[2], (ref Creature c) => ref array[1])).Message.ShouldContain("no part of Creature itself");
        Should.Throw<ArgumentException>(() => StridedSpan.Of(new Creature[2], (ref Creature c) => ref s_elsewhere));
    }
}
