using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Mlp.Generator.Emission.Choice;
using Mlp.Generator.Emission.Kernels;
using Mlp.Generator.Emission.Members;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Emission;

/// <summary>A network's model → its files: the members of its type, and what all networks of its shape share.</summary>
internal static class NetworkEmitter
{
    /// <summary>All files of a network that is alone in its compilation: the type's members first.</summary>
    public static IReadOnlyList<EmittedFile> Emit(NetworkModel model, CancellationToken cancellationToken) =>
        [EmitMembers(model, HintNames.Alone(model)), .. EmitShape(model.WithoutType(), cancellationToken).All];

    /// <summary>The members of the user's type.</summary>
    public static EmittedFile EmitMembers(NetworkModel model, HintNames hints) => new SurfaceWriter(model, MemberPlan.For(model), hints).Write();

    /// <summary>The part of the user's type that has the weights which are compiled in.</summary>
    public static EmittedFile EmitWeights(CompiledWeights weights, HintNames hints) => new WeightsWriter(weights, StoredWeights.For(weights), hints).Write();

    /// <summary>The choice of kernels, the kernels of each vector width, and the steps that they call; no kernels past the limits of them.</summary>
    /// <param name="shape">A network without its type: <see cref="NetworkModel.WithoutType"/>.</param>
    /// <param name="cancellationToken">Asked before each file.</param>
    /// <param name="choices">What tests force; the product forces nothing.</param>
    /// <param name="widths">The widths that there are kernels of, widest first; null for all, or for none past the limits.</param>
    public static EmittedShape EmitShape(
        NetworkModel shape, CancellationToken cancellationToken, PlanChoices? choices = null, IReadOnlyList<VectorWidth>? widths = null)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var plan = ShapePlan.For(shape, choices, widths);
        var steps = new StepClasses();
        var kernels = new List<KernelWriter>();
        foreach (VectorWidth width in plan.Widths)
        {
            cancellationToken.ThrowIfCancellationRequested();
            kernels.Add(new KernelWriter(NetworkPlan.For(shape.Computed(), width, choices), steps));
        }

        IEnumerable<EmittedFile> files = [new DispatchWriter(plan).Write(), .. kernels.Select(width => width.File())];
        return new EmittedShape(shape.ShapeName, files.ToEquatableArray(), steps.Written.ToEquatableArray());
    }
}
