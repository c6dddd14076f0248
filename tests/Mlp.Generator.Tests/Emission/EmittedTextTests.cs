using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using Mlp.Generator.Emission;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Emission;

/// <summary>What holds for the text emitted for any network: random ones and those at the limits.</summary>
public sealed partial class EmittedTextTests
{

    private static readonly Lazy<(NetworkModel Model, IReadOnlyList<EmittedFile> Files)[]> Emitted = new(() =>
        [.. ValidNetworks.All.Select(model => (model, NetworkEmitter.Emit(model, CancellationToken.None)))]);

    private static IEnumerable<EmittedFile> Files => Emitted.Value.SelectMany(emitted => emitted.Files);

    [Fact]
    public void Lines_end_in_a_line_feed_and_nothing_before_it()
    {
        foreach (EmittedFile file in Files)
        {
            file.Text.AsSpan().IndexOfAny('\r', '\t', '\uFEFF').ShouldBe(-1, file.HintName);
            file.Text.Contains(" \n", StringComparison.Ordinal).ShouldBeFalse(file.HintName);
            file.Text.Contains("\n\n\n", StringComparison.Ordinal).ShouldBeFalse(file.HintName);
            file.Text.EndsWith("}\n", StringComparison.Ordinal).ShouldBeTrue(file.HintName);
        }
    }

    [Fact]
    public void No_text_tells_where_or_when_it_was_made()
    {
        string[] places = [Repository.Root, AppContext.BaseDirectory.TrimEnd('/', '\\'), Environment.CurrentDirectory, Environment.MachineName];
        foreach (EmittedFile file in Files)
        {
            places.Where(place => place.Length > 3 && file.Text.Contains(place, StringComparison.Ordinal)).ShouldBeEmpty(file.HintName);
            PathOrTime().Match(file.Text).Value.ShouldBeEmpty(file.HintName);
        }
    }

    [Fact]
    public void A_network_has_its_members_a_choice_three_widths_and_steps()
    {
        foreach ((NetworkModel model, IReadOnlyList<EmittedFile> files) in Emitted.Value)
        {
            files.Count(file => Hints.IsShared(file.HintName)).ShouldBe(1 + NetworkPlan.Widths.Count + 1, model.Declaration);
            files.Count(file => Hints.IsOfSteps(file.HintName)).ShouldBe(1, model.Declaration);
            files.Count.ShouldBe(1 + 1 + NetworkPlan.Widths.Count + 1, model.Declaration);
            files.Select(file => file.HintName.ToUpperInvariant()).ShouldBeUnique();
            files.ShouldAllBe(file => file.HintName.EndsWith(".g.cs", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("fi-FI")]
    public void A_culture_changes_nothing(string name)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
            foreach ((NetworkModel model, IReadOnlyList<EmittedFile> files) in Emitted.Value.Where((_, index) => index % 4 == 0))
            {
                NetworkEmitter.Emit(model, CancellationToken.None).SequenceEqual(files).ShouldBeTrue(model.Declaration);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_network_keeps_the_budget()
    {
        IEnumerable<string> larger = Emitted.Value
            .Where(emitted => emitted.Files.Sum(file => file.Text.Length) > PlanBudget.EmittedCharacters)
            .Select(emitted => $"{string.Join(" + ", emitted.Files.Select(file => file.Text.Length))}: {emitted.Model.Declaration}");

        larger.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("4, 16, 3, Output = \"Softmax\"", 100_000)]
    [InlineData("64, 32, 10, Output = \"Softmax\"", 100_000)]
    [InlineData("784, 128, 10, Output = \"Softmax\"", 100_000)]
    [InlineData("784, 512, 512, 10, Output = \"Softmax\"", 100_000)]
    [InlineData("8, 32, 32, 4, Hidden = \"Tanh\"", 100_000)]
    public void A_width_of_a_common_network_is_short(string arguments, int characters)
    {
        foreach (EmittedFile file in NetworkEmitter.Emit(ValidNetworks.Model(arguments), CancellationToken.None))
        {
            file.Text.Length.ShouldBeLessThan(characters, file.HintName);
        }
    }

    // A path of two folders or a drive, a time of day, a date.
    [GeneratedRegex(@"(?<![\w./<])/(tmp|home|Users|usr|var|work|src)/|\b[A-Z]:\\|\b\d{1,2}:\d{2}:\d{2}\b|\b20\d\d-\d\d-\d\d\b")]
    private static partial Regex PathOrTime();
}
