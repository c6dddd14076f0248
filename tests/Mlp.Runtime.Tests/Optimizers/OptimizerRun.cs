using System;
using System.Collections.Generic;
using System.Runtime.Intrinsics;
using Mlp.CompilerServices;

namespace Mlp.Runtime.Tests.Optimizers;

/// <summary>Storage that an optimizer steps on, and the calls of each optimizer: the emitted one, and those at a given width.</summary>
internal sealed class OptimizerRun
{
    /// <summary>What a call steps with, in the order of its parameters.</summary>
    public delegate void Call(OptimizerRun run, in OptimizerConstants constants, int[] turns, int start, int end);

    public const double Momentum = 0.9;
    public const double Rho = 0.99;
    public const double Beta1 = 0.95;
    public const double Beta2 = 0.999;
    public const double Epsilon = 1e-8;

    /// <summary>What every test steps with: a bias that is corrected in both moments.</summary>
    public static readonly OptimizerStep Step = new(LearningRate: 0.01f, Size: 0.013f, RootScale: 1.7f);

    public static readonly string[] Kinds = ["SGD", "Momentum", "Nesterov", "RMSProp", "Adam", "AdamW"];

    public OptimizerRun(int floats, int seed = 5)
    {
        Parameters = new float[floats];
        Gradient = new float[floats];
        Moments = new float[2 * floats];
        var random = new Random(seed);
        for (int index = 0; index < floats; index++)
        {
            Parameters[index] = (float)(2 * random.NextDouble() - 1);
            Gradient[index] = (float)(2 * random.NextDouble() - 1);

            // A mean of squares is never below zero, and first moments that are not either serve as well.
            Moments[index] = (float)random.NextDouble();
            Moments[floats + index] = (float)random.NextDouble();
        }
    }

    private OptimizerRun(OptimizerRun other) =>
        (Parameters, Gradient, Moments) = ([.. other.Parameters], [.. other.Gradient], [.. other.Moments]);

    public float[] Parameters { get; }

    public float[] Gradient { get; }

    /// <summary>The first moment of all parameters, then the second.</summary>
    public float[] Moments { get; }

    public int Floats => Parameters.Length;

    /// <summary>Every width, also those that the machine has to put together from smaller ones.</summary>
    public static IReadOnlyDictionary<string, Call> WidthsOf(string kind) => new Dictionary<string, Call>
    {
        ["scalar"] = At<float, ScalarLanes>(kind),
        ["128"] = At<Vector128<float>, Lanes128>(kind),
        ["256"] = At<Vector256<float>, Lanes256>(kind),
        ["512"] = At<Vector512<float>, Lanes512>(kind),
    };

    /// <summary>What emitted code calls.</summary>
    public static Call Emitted(string kind) => kind switch
    {
        "SGD" => (OptimizerRun run, in OptimizerConstants constants, int[] turns, int start, int end) =>
            OptimizerKernels.SGD(ref run.Parameters[0], ref run.Gradient[0], Step, in constants, turns, start, end),
        "Momentum" => (OptimizerRun run, in OptimizerConstants constants, int[] turns, int start, int end) =>
            OptimizerKernels.Momentum(ref run.Parameters[0], ref run.Gradient[0], ref run.Moments[0], run.Floats, Step, in constants, turns, start, end),
        "Nesterov" => (OptimizerRun run, in OptimizerConstants constants, int[] turns, int start, int end) =>
            OptimizerKernels.Nesterov(ref run.Parameters[0], ref run.Gradient[0], ref run.Moments[0], run.Floats, Step, in constants, turns, start, end),
        "RMSProp" => (OptimizerRun run, in OptimizerConstants constants, int[] turns, int start, int end) =>
            OptimizerKernels.RMSProp(ref run.Parameters[0], ref run.Gradient[0], ref run.Moments[0], run.Floats, Step, in constants, turns, start, end),
        "Adam" => (OptimizerRun run, in OptimizerConstants constants, int[] turns, int start, int end) =>
            OptimizerKernels.Adam(ref run.Parameters[0], ref run.Gradient[0], ref run.Moments[0], run.Floats, Step, in constants, turns, start, end),
        _ => (OptimizerRun run, in OptimizerConstants constants, int[] turns, int start, int end) =>
            OptimizerKernels.AdamW(ref run.Parameters[0], ref run.Gradient[0], ref run.Moments[0], run.Floats, Step, in constants, turns, start, end),
    };

    public static OptimizerConstants Constants(string kind, double weightDecay, double l1) => kind switch
    {
        "SGD" => new OptimizerConstants(weightDecay: weightDecay, l1: l1),
        "Momentum" or "Nesterov" => new OptimizerConstants(momentum: Momentum, weightDecay: weightDecay, l1: l1),
        "RMSProp" => new OptimizerConstants(rho: Rho, epsilon: Epsilon, weightDecay: weightDecay, l1: l1),
        _ => new OptimizerConstants(beta1: Beta1, beta2: Beta2, epsilon: Epsilon, weightDecay: weightDecay, l1: l1),
    };

    /// <summary>A copy of this after a step on a part of it.</summary>
    public OptimizerRun After(Call call, in OptimizerConstants constants, int[] turns, int start, int end)
    {
        var run = new OptimizerRun(this);
        call(run, in constants, turns, start, end);
        return run;
    }

    /// <summary>All that a step may change, bit for bit.</summary>
    public int[] Bits() => Array.ConvertAll<float, int>([.. Parameters, .. Moments], BitConverter.SingleToInt32Bits);

    private static Call At<TVector, TLanes>(string kind)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        return kind switch
        {
            "SGD" => At<DescentRule, TVector, TLanes>,
            "Momentum" => At<VelocityRule<Off>, TVector, TLanes>,
            "Nesterov" => At<VelocityRule<On>, TVector, TLanes>,
            "RMSProp" => At<SquareRule, TVector, TLanes>,
            "Adam" => At<AdamRule<Off>, TVector, TLanes>,
            _ => At<AdamRule<On>, TVector, TLanes>,
        };
    }

    private static void At<TRule, TVector, TLanes>(OptimizerRun run, in OptimizerConstants constants, int[] turns, int start, int end)
        where TRule : struct, IOptimizerRule
        where TVector : struct
        where TLanes : struct, ILanes<TVector> =>
        OptimizerKernels.Run<TRule, TVector, TLanes>(
            ref run.Parameters[0], ref run.Gradient[0], ref run.Moments[0], run.Floats, Step, in constants, turns, start, end);
}
