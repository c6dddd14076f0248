using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Planning;

/// <summary>Behind the caller's samples there is nothing that may be read: a layer that takes whole vectors takes a copy of them, also where it is the first one only in predictions.</summary>
public sealed class CallerSampleTests
{
    [Theory]
    [InlineData("[Activation(\"PReLU\"), Dense(3)]")]
    [InlineData("[Dropout(0.5), Activation(\"PReLU\"), Dense(3)]")]
    [InlineData("[Dropout(0.5), Dropout(0.5), Activation(\"PReLU\"), Dropout(0.5), Activation(\"PReLU\"), Dense(3)]")]
    public void Whole_vectors_of_them_are_not_read(string layers)
    {
        NetworkModel model = Parsed.Network($"using Mlp; [Network(5)] {layers} public partial class Net;");
        foreach (VectorWidth width in NetworkPlan.Widths)
        {
            NetworkPlan plan = NetworkPlan.For(model, width);
            foreach (BatchPlan batch in new[] { plan.Single!, plan.Inference, plan.Training })
            {
                Step[] steps = [.. batch.Forward.Concat(batch.Backward).SelectMany(layer => layer.Steps)];
                steps.OfType<PReLUStep>().ShouldNotBeEmpty();
                IEnumerable<Place> read = steps.OfType<PReLUStep>().Select(step => step.Inputs).Concat(steps.OfType<DropoutStep>().Select(step => step.From));

                read.ShouldAllBe(place => place is Place.Scratch);
            }
        }
    }
}
