// Runs a sample: its name, then its own arguments. The names are literals, by which the compiler knows which entry points to keep.

using System;
using System.Reflection;

const string EntryPoint = "<Main>$";
const BindingFlags Hidden = BindingFlags.Static | BindingFlags.NonPublic;

MethodInfo? sample = args switch
{
    ["Counts", ..] => Type.GetType("Program, Counts")!.GetMethod(EntryPoint, Hidden),
    ["Iris", ..] => Type.GetType("Program, Iris")!.GetMethod(EntryPoint, Hidden),
    ["Xor", ..] => Type.GetType("Program, Xor")!.GetMethod(EntryPoint, Hidden),
    _ => null,
};
if (sample is null)
{
    Console.Error.WriteLine("usage: Counts | Iris | Xor, and the sample's arguments");
    return 1;
}

return (int)sample.Invoke(null, [args[1..]])!;
