using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Emission.Activations;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;

namespace Mlp.Generator.Emission;

/// <summary>Writes one layer of one sample in line, one statement an operation.</summary>
internal sealed class UnrolledLayerWriter(
    SourceWriter writer,
    VectorDialect dialect,
    SampleStep step,
    DenseStorage stored,
    string name,
    ActivationKind activation)
{
    private readonly string _weights = "Weights" + CSharpLiteral.Int(step.Layer);
    private readonly string _biases = "Biases" + CSharpLiteral.Int(step.Layer);

    /// <summary>Outputs in lanes: each input is broadcast, from memory or from a vector of inputs as the plan says.</summary>
    /// <param name="registers">The locals of the inputs; empty where they stand in memory.</param>
    /// <param name="memory">The reference to the inputs.</param>
    /// <returns>The locals of the activated outputs.</returns>
    public List<string> WriteOutputsInLanes(IReadOnlyList<string> registers, string memory)
    {
        int vectors = Lanes.Vectors(stored.Outputs, dialect.Lanes);
        RegisterBroadcast? broadcast = step.BroadcastsRegisters
            ? new RegisterBroadcast(writer, dialect, memory, registers.Count > 0 ? registers : LoadInputs(memory))
            : null;
        var results = new List<string>();
        for (int first = 0; first < vectors; first += step.BlockVectors)
        {
            int count = Math.Min(step.BlockVectors, vectors - first);
            for (int input = 0; input < stored.Inputs; input++)
            {
                int chain = input % step.Chains;
                string value = broadcast?.Value(input, isShared: vectors > 1) ?? dialect.Broadcast(VectorDialect.Element(memory, CSharpLiteral.Int(input)));
                for (int vector = first; vector < first + count; vector++)
                {
                    string weight = dialect.Load("parameters", Place(_weights, (input * stored.Stride) + (vector * dialect.Lanes)));
                    string bias = dialect.Load("parameters", Place(_biases, vector * dialect.Lanes));
                    AddProduct(Sum(vector, chain), input < step.Chains, chain == 0 ? bias : "", weight, value);
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
        int vectors = Lanes.Vectors(stored.Inputs, dialect.Lanes);
        var inputs = new List<string>();
        for (int vector = 0; vector < vectors; vector++)
        {
            inputs.Add(WriteInput(vector, registers, memory));
        }

        var results = new List<string>();
        for (int first = 0; first < stored.Outputs; first += step.BlockVectors)
        {
            int count = Math.Min(step.BlockVectors, stored.Outputs - first);
            for (int vector = 0; vector < vectors; vector++)
            {
                for (int output = first; output < first + count; output++)
                {
                    string weight = dialect.Load("parameters", Place(_weights, (output * stored.Stride) + (vector * dialect.Lanes)));
                    AddProduct(Sum(output, vector % step.Chains), vector < step.Chains, "", weight, inputs[vector]);
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
        for (int vector = 0; vector < Lanes.Vectors(stored.Inputs, dialect.Lanes); vector++)
        {
            string local = memory + "Lanes" + (vector == 0 ? "" : CSharpLiteral.Int(vector));
            writer.Line($"var {local} = {LoadInput(vector, memory)};");
            locals.Add(local);
        }

        return locals;
    }

    private string LoadInput(int vector, string memory) =>
        dialect.LoadFirst(memory, CSharpLiteral.Int(vector * dialect.Lanes), Filled(vector));

    /// <summary>The inputs in one vector of them.</summary>
    private int Filled(int vector) => Math.Min(dialect.Lanes, stored.Inputs - (vector * dialect.Lanes));

    private static string Place(string start, int offset) => Offsets.Sum(start, CSharpLiteral.Int(offset));

    private string Sum(int index, int chain) =>
        $"{name}Sum{CSharpLiteral.Int(index)}{(step.Chains == 1 ? "" : ((char)('a' + chain)).ToString())}";

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
        Chains.WriteJoined(writer, step.Chains, chain => Sum(index, chain));
        return Sum(index, 0);
    }

    private string Finish(int vector, string sum)
    {
        string result = name + "Lanes" + (vector == 0 ? "" : CSharpLiteral.Int(vector));
        writer.Line($"var {result} = {ActivationFormula.Of(activation).Value(sum)};");
        if (!step.StaysInRegisters)
        {
            writer.Line(dialect.Store(result, name, CSharpLiteral.Int(vector * dialect.Lanes)));
        }

        return result;
    }

    private void WriteReduced(int first, int count, List<string> results)
    {
        if (dialect.IsScalar)
        {
            for (int output = first; output < first + count; output++)
            {
                results.Add(Finish(output, $"{Sum(output, 0)} + {dialect.Load("parameters", Place(_biases, output))}"));
            }

            return;
        }

        IEnumerable<string> sums = Enumerable.Range(first, 4).Select(output => output < first + count ? Sum(output, 0) : dialect.Zero);
        string group = name + "Reduced" + CSharpLiteral.Int(first);
        string biases = VectorDialect.LoadFour("parameters", Place(_biases, first));
        writer.Line($"var {group} = VectorLanes.SumTogether({string.Join(", ", sums)}) + {biases};");
        string value = ActivationFormula.Of(activation).Value(group);
        if (step.StaysInRegisters)
        {
            writer.Line($"var {name}Lanes = {(step.IsNarrow ? value : dialect.FromVector128(value))};");
            results.Add(name + "Lanes");
        }
        else
        {
            writer.Line($"{value}.StoreUnsafe(ref {VectorDialect.Element(name, CSharpLiteral.Int(first))});");
        }
    }
}
