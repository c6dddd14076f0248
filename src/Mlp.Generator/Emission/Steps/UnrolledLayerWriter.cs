using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Emission.Activations;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Planning.Steps;

namespace Mlp.Generator.Emission.Steps;

/// <summary>Writes one layer of one sample in line, one statement an operation.</summary>
/// <param name="writer">Receives the lines.</param>
/// <param name="dialect">The vectors.</param>
/// <param name="step">The layer.</param>
/// <param name="name">What its results are called.</param>
internal sealed class UnrolledLayerWriter(SourceWriter writer, VectorDialect dialect, SampleDots step, string name)
{
    private readonly DotWork _dots = step.Dots;
    private readonly Expression _weights = PlaceNames.Of(step.Weights);
    private readonly Expression _biases = PlaceNames.Of(step.Biases);

    /// <summary>Outputs in lanes: each input is broadcast, from memory or from a vector of inputs as the plan says.</summary>
    /// <param name="registers">The locals of the inputs; empty where they stand in memory.</param>
    /// <param name="memory">The reference to the inputs.</param>
    /// <returns>The locals of the activated outputs.</returns>
    public List<string> WriteOutputsInLanes(IReadOnlyList<string> registers, string memory)
    {
        int vectors = _dots.OutputVectors(dialect.Lanes);
        RegisterBroadcast? broadcast = step.BroadcastsRegisters
            ? new RegisterBroadcast(writer, dialect, memory, registers.Count > 0 ? registers : LoadInputs(memory))
            : null;
        var results = new List<string>();
        for (int first = 0; first < vectors; first += _dots.BlockVectors)
        {
            int count = Math.Min(_dots.BlockVectors, vectors - first);
            for (int input = 0; input < _dots.Inputs; input++)
            {
                int chain = input % _dots.Chains;
                string value = broadcast?.Value(input, isShared: vectors > 1) ?? dialect.Spread(memory, Expression.Int(input));
                for (int vector = first; vector < first + count; vector++)
                {
                    string weight = dialect.Load("parameters", Place(_weights, (input * _dots.Stride) + (vector * dialect.Lanes)));
                    string bias = dialect.Load("parameters", Place(_biases, vector * dialect.Lanes));
                    AddProduct(Sum(vector, chain), input < _dots.Chains, chain == 0 ? bias : "", weight, value);
                }
            }

            for (int vector = first; vector < first + count; vector++)
            {
                results.Add(Finish(vector, JoinChains(vector)));
            }
        }

        return results;
    }

    /// <summary>Inputs in lanes: a dot product for each output, reduced across lanes four at a time.</summary>
    /// <param name="registers">The locals of the inputs; empty where they stand in memory.</param>
    /// <param name="memory">The reference to the inputs.</param>
    /// <returns>The locals of the activated outputs.</returns>
    public List<string> WriteInputsInLanes(IReadOnlyList<string> registers, string memory)
    {
        int vectors = _dots.InputVectors(dialect.Lanes);
        var inputs = new List<string>();
        for (int vector = 0; vector < vectors; vector++)
        {
            inputs.Add(WriteInput(vector, registers, memory));
        }

        var results = new List<string>();
        for (int first = 0; first < _dots.Outputs; first += _dots.BlockVectors)
        {
            int count = Math.Min(_dots.BlockVectors, _dots.Outputs - first);
            for (int vector = 0; vector < vectors; vector++)
            {
                for (int output = first; output < first + count; output++)
                {
                    string weight = dialect.Load("parameters", Place(_weights, (output * _dots.Stride) + (vector * dialect.Lanes)));
                    AddProduct(Sum(output, vector % _dots.Chains), vector < _dots.Chains, "", weight, inputs[vector]);
                }
            }

            for (int output = first; output < first + count; output++)
            {
                JoinChains(output);
            }

            WriteReduced(first, count, results);
        }

        return results;
    }

    /// <summary>The caller's inputs as vectors, the last one no longer than they are.</summary>
    private List<string> LoadInputs(string memory)
    {
        var locals = new List<string>();
        for (int vector = 0; vector < _dots.InputVectors(dialect.Lanes); vector++)
        {
            string local = memory + "Lanes" + (vector == 0 ? "" : CSharpLiteral.Int(vector));
            writer.Line($"var {local} = {LoadInput(vector, memory)};");
            locals.Add(local);
        }

        return locals;
    }

    private string LoadInput(int vector, string memory) =>
        dialect.LoadFirst(memory, Expression.Int(vector * dialect.Lanes), Filled(vector));

    /// <summary>The inputs in one vector of them.</summary>
    private int Filled(int vector) => Math.Min(dialect.Lanes, _dots.Inputs - (vector * dialect.Lanes));

    private static Expression Place(Expression start, int offset) => Offsets.Sum(start, Expression.Int(offset));

    private string Sum(int index, int chain) =>
        $"{name}Sum{CSharpLiteral.Int(index)}{(_dots.Chains == 1 ? "" : ((char)('a' + chain)).ToString())}";

    /// <summary>The last vector's lanes past the inputs hold anything: zero keeps it out of the sums.</summary>
    private string WriteInput(int vector, IReadOnlyList<string> registers, string memory)
    {
        string value = registers.Count > 0
            ? dialect.KeepFirst(registers[vector], Filled(vector), dialect.Zero)
            : LoadInput(vector, memory);
        if (registers.Count > 0 && value == registers[vector])
        {
            return value;
        }

        string local = $"{name}Input{CSharpLiteral.Int(vector)}";
        writer.Line($"var {local} = {value};");
        return local;
    }

    private void AddProduct(string sum, bool isFirst, string start, string weight, string value)
    {
        if (!isFirst)
        {
            writer.Line($"{sum} = {dialect.MultiplyAdd(weight, value, sum)};");
        }
        else
        {
            writer.Line($"var {sum} = {(start.Length > 0 ? dialect.MultiplyAdd(weight, value, start) : $"{weight} * {value}")};");
        }
    }

    private string JoinChains(int index)
    {
        Chains.WriteJoined(writer, _dots.Chains, chain => Sum(index, chain));
        return Sum(index, 0);
    }

    private string Finish(int vector, Expression sum)
    {
        string result = name + "Lanes" + (vector == 0 ? "" : CSharpLiteral.Int(vector));
        writer.Line($"var {result} = {ActivationFormula.Of(_dots.Activation).Value(dialect, sum)};");
        if (!step.StaysInRegisters)
        {
            writer.Line(dialect.Store(result, name, Expression.Int(vector * dialect.Lanes)));
        }

        return result;
    }

    private void WriteReduced(int first, int count, List<string> results)
    {
        string sums = dialect.SumTogether([.. Enumerable.Range(first, count).Select(output => Sum(output, 0))]);
        string group = name + "Reduced" + CSharpLiteral.Int(first);
        string biases = VectorDialect.LoadFour("parameters", Place(_biases, first));
        writer.Line($"var {group} = {sums} + {biases};");
        string value = ActivationFormula.Of(_dots.Activation).Value(dialect, group).Text;
        if (step.StaysInRegisters)
        {
            writer.Line($"var {name}Lanes = {(step.IsNarrow ? value : dialect.FromVector128(value))};");
            results.Add(name + "Lanes");
        }
        else
        {
            writer.Line(VectorDialect.StoreFour(value, name, Expression.Int(first)));
        }
    }
}
