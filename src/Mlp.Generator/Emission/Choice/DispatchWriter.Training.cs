using Mlp.Generator.Emission.Optimizers;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;

namespace Mlp.Generator.Emission.Choice;

/// <summary>A training step whole and in pieces: what stands between the members and the kernels.</summary>
internal sealed partial class DispatchWriter
{
    private bool HasMoments => _model.Optimizer.Moments > 0;

    private bool HasState => HasMoments || _model.DrawsMasks;

    /// <summary>Which values the samples drop, where any are.</summary>
    private string MaskParameter => CallParameter.MaskParameter(_model);

    private string MaskArgument => CallParameter.MaskArgument(_model);

    /// <summary>Those of the step to come.</summary>
    private string NextMasks => _model.DrawsMasks ? ", state.Masks" : "";

    private string StateParameter => HasState ? ", OptimizerState state" : "";

    private string StateArgument => HasState ? ", state" : "";

    private void WriteConstants()
    {
        OptimizerModel optimizer = _optimizer.Optimizer;
        _writer.Line($"/// <summary>The numbers of {optimizer.Kind}, made ready once.</summary>");
        _writer.Line($"private static readonly OptimizerConstants {OptimizerCall.Constants} = {OptimizerCall.New(optimizer, _model.IsDeterministic)};");
        _writer.Line();
        if (optimizer.Regularizes)
        {
            _writer.Line("/// <summary>Where in storage weights end, which are drawn to zero, and biases, which are not, in turn.</summary>");
            _writer.Line($"private static ReadOnlySpan<int> {OptimizerCall.Turns} => {List(_optimizer.Turns)};");
            _writer.Line();
        }
    }

    private void WriteStep()
    {
        string samples = $"ref {Real.Type} inputs, ref {Real.Type} targets, {LabelParameter}";
        string arguments = $"ref inputs, ref targets, {LabelArgument}";
        _writer.Line("/// <summary>One optimizer step; returns the mean loss before it. Work space is taken on the first call that needs it.</summary>");
        using (_writer.Block($"internal static {Real.Type} TrainStep(ref AlignedBuffer parameters, {samples}int samples, {Real.Type} learningRate, ref GradientSlice slice{StateParameter})"))
        {
            _writer.Line("slice ??= new GradientSlice();");
            _writer.Line($"ref {Real.Type} everySampleAlike = ref Unsafe.NullRef<{Real.Type}>();");
            if (_optimizer.StepsInPlace)
            {
                using (_writer.Block("if (samples <= TrainingSamples)"))
                {
                    _writer.Line("// One chunk is added onto the parameters themselves.");
                    string train = $"Train(ref parameters.Start, {arguments}ref everySampleAlike, samples, -learningRate / samples, ref slice.Work(TrainingFloats), ref parameters.Start{NextMasks})";
                    if (_model.DrawsMasks)
                    {
                        _writer.Line($"double sum = {train};");
                        _writer.Line("state.CountMasks();");
                        train = "sum";
                    }

                    _writer.Line($"return ({Real.Type})({train} / samples);");
                }

                _writer.Line();
            }

            _writer.Line("slice.Clear();");
            _writer.Line($"double loss = AddGradient(ref parameters.Start, {arguments}ref everySampleAlike, samples, {Real.One} / samples, slice{NextMasks});");
            _writer.Line($"Step(ref parameters.Start, slice, BeginStep(learningRate{StateArgument}), 0, 1{StateArgument});");
            _writer.Line($"return ({Real.Type})(loss / samples);");
        }

        _writer.Line();
        _writer.Line("/// <summary>Adds scale · Σ w ∂ℓ/∂θ onto a slice, and returns Σ w ℓ.</summary>");
        using (_writer.Block($"internal static double AddGradient(ref {Real.Type} parameters, {samples}ref {Real.Type} sampleWeights, int samples, {Real.Type} scale, GradientSlice slice{MaskParameter})"))
        {
            _writer.Line($"ref {Real.Type} work = ref slice.Work(TrainingFloats);");
            if (_model.DrawsMasks)
            {
                _writer.Line("masks = masks.From(slice.Place(samples));");
            }

            _writer.Line("return slice.HasRoom(samples, BlockSamples)");
            _writer.Line($"    ? Train(ref parameters, {arguments}ref sampleWeights, samples, scale, ref work, ref slice.Block(StorageFloats, samples){MaskArgument})");
            _writer.Line($"    : Train(ref parameters, {arguments}ref sampleWeights, samples, scale, ref work, slice.Blocks(StorageFloats, samples, BlockSamples){MaskArgument});");
        }

        _writer.Line();
        WriteBlocks(samples, arguments);
        WriteOptimizer();
    }

    private void WriteBlocks(string samples, string arguments)
    {
        // Apart and not inlined: the gradient of a few samples in a small network takes less time than the call frame of this.
        _writer.Line("/// <summary>The mean loss and the gradient of more than a block, in memory for the length of the call.</summary>");
        _writer.Line("[MethodImpl(MethodImplOptions.NoInlining)]");
        using (_writer.Block($"private static {Real.Type} GradientOfBlocks(ref {Real.Type} parameters, {samples}int samples, Span<{Real.Type}> gradient{MaskParameter})"))
        {
            _writer.Line("using NativeScratch scratch = new NativeScratch((3 * StorageFloats) + TrainingFloats);");
            _writer.Line($"Span<{Real.Type}> sums = MemoryMarshal.CreateSpan(ref scratch.Start, 3 * StorageFloats);");
            _writer.Line($"Span<{Real.Type}> sum = sums.Slice(0, StorageFloats);");
            _writer.Line($"ref {Real.Type} work = ref Unsafe.Add(ref scratch.Start, 3 * StorageFloats);");
            _writer.Line("GradientBlocks blocks = new GradientBlocks(sum, sums.Slice(StorageFloats), BlockSamples);");
            _writer.Line($"double loss = Train(ref parameters, {arguments}ref Unsafe.NullRef<{Real.Type}>(), samples, {Real.One} / samples, ref work, blocks{MaskArgument});");
            _writer.Line("blocks.Finish();");
            _writer.Line("Export(sum, gradient);");
            _writer.Line($"return ({Real.Type})(loss / samples);");
        }

        _writer.Line();
        _writer.Line("/// <summary>Block after block, so that what rounding does to a sum does not grow with the samples.</summary>");
        using (_writer.Block($"private static double Train(ref {Real.Type} parameters, {samples}ref {Real.Type} sampleWeights, int samples, {Real.Type} scale, ref {Real.Type} work, GradientBlocks blocks{MaskParameter})"))
        {
            _writer.Line("double loss = 0;");
            if (_model.IsClassifier)
            {
                _writer.Line("bool labelled = !Unsafe.IsNullRef(ref labels);");
            }

            _writer.Line("bool weighted = !Unsafe.IsNullRef(ref sampleWeights);");
            using (_writer.Block("while (samples > 0)"))
            {
                _writer.Line("int count = blocks.Next(samples);");
                _writer.Line($"loss += Train(ref parameters, {arguments}ref sampleWeights, count, scale, ref work, ref blocks.Block{MaskArgument});");
                Advance("inputs", _model.InputSize);
                Advance("targets", _model.OutputSize);
                if (_model.IsClassifier)
                {
                    _writer.Line("labels = ref Unsafe.Add(ref labels, labelled ? count : 0);");
                }

                _writer.Line("sampleWeights = ref Unsafe.Add(ref sampleWeights, weighted ? count : 0);");
                if (_model.DrawsMasks)
                {
                    _writer.Line("masks = masks.From(count);");
                }

                _writer.Line("samples -= count;");
            }

            _writer.Line();
            _writer.Line("return loss;");
        }

        _writer.Line();
    }

    private void Advance(string reference, int size) =>
        _writer.Line($"{reference} = ref Unsafe.Add(ref {reference}, count{(size == 1 ? "" : $" * {CSharpLiteral.Int(size)}")});");

    private void WriteOptimizer()
    {
        string step = $"new OptimizerStep(learningRate, learningRate, {Real.One})";
        using (_writer.Block($"internal static OptimizerStep BeginStep({Real.Type} learningRate{StateParameter})"))
        {
            if (HasMoments)
            {
                _writer.Line("state.Moments(MomentFloats);");
            }

            if (_model.DrawsMasks)
            {
                _writer.Line("state.CountMasks();");
            }

            _writer.Line($"return {(_optimizer.CountsSteps ? $"state.CountStep(learningRate, {ConstantOf(OptimizerConstant.Beta1)}, {ConstantOf(OptimizerConstant.Beta2)})" : step)};");
        }

        _writer.Line();
        _writer.Line("/// <summary>The optimizer's step on one part of the parameters.</summary>");
        using (_writer.Block($"internal static void Step(ref {Real.Type} parameters, GradientSlice slice, OptimizerStep step, int part, int parts{StateParameter})"))
        {
            _writer.Line("(int start, int end) = GradientSlice.Part(StorageFloats, part, parts);");
            _writer.Line($"ref {Real.Type} gradient = ref slice.Sum(StorageFloats, start, end);");
            if (HasMoments)
            {
                _writer.Line($"ref {Real.Type} moments = ref state.Moments(MomentFloats);");
            }

            _writer.Line(OptimizerCall.Of(_optimizer));
        }

        _writer.Line();
        _writer.Line("/// <summary>An optimizer step with a gradient in canonical order.</summary>");
        using (_writer.Block($"internal static void ApplyGradient(ref AlignedBuffer parameters, ReadOnlySpan<{Real.Type}> gradient, {Real.Type} learningRate, ref GradientSlice slice{StateParameter})"))
        {
            _writer.Line("slice ??= new GradientSlice();");
            _writer.Line("Import(gradient, slice.Sum(StorageFloats));");
            _writer.Line($"Step(ref parameters.Start, slice, BeginStep(learningRate{StateArgument}), 0, 1{StateArgument});");
        }

        _writer.Line();
    }

    private string ConstantOf(string name) => CSharpLiteral.Number(_optimizer.Optimizer[name]);
}
