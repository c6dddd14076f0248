// Runs a sample: its name, then its own arguments. The names are literals, by which the compiler knows which entry points to keep.

using System;
using System.Reflection;

const string EntryPoint = "<Main>$";
const BindingFlags Hidden = BindingFlags.Static | BindingFlags.NonPublic;

MethodInfo? sample = args switch
{
    ["Arena", ..] => Type.GetType("Program, Arena")!.GetMethod(EntryPoint, Hidden),
    ["CartPole", ..] => Type.GetType("Program, CartPole")!.GetMethod(EntryPoint, Hidden),
    ["Counts", ..] => Type.GetType("Program, Counts")!.GetMethod(EntryPoint, Hidden),
    ["Digits", ..] => Type.GetType("Program, Digits")!.GetMethod(EntryPoint, Hidden),
    ["Iris", ..] => Type.GetType("Program, Iris")!.GetMethod(EntryPoint, Hidden),
    ["MackeyGlass", ..] => Type.GetType("Program, MackeyGlass")!.GetMethod(EntryPoint, Hidden),
    ["Service", ..] => Type.GetType("Program, Service")!.GetMethod(EntryPoint, Hidden),
    ["UniversalApproximation", ..] => Type.GetType("Program, UniversalApproximation")!.GetMethod(EntryPoint, Hidden),
    ["Xor", ..] => Type.GetType("Program, Xor")!.GetMethod(EntryPoint, Hidden),
    _ => null,
};
if (sample is null)
{
    Console.Error.WriteLine("usage: the name of a sample, and its arguments");
    return 1;
}

return (int)sample.Invoke(null, [args[1..]])!;
