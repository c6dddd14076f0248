using System;
using System.Reflection.Emit;

namespace Mlp.JitProbe;

/// <summary>A method so long that the just-in-time compiler gives up optimising it: the listing must show that it did.</summary>
internal static class Control
{
    private const int Instructions = 70_000;

    public static void RunTooLong()
    {
        var method = new DynamicMethod("TooLong", typeof(int), [], typeof(Control).Module);
        ILGenerator body = method.GetILGenerator();
        body.Emit(OpCodes.Ldc_I4_1);
        for (int instruction = 0; instruction < Instructions; instruction++)
        {
            body.Emit(OpCodes.Ldc_I4_1);
            body.Emit(OpCodes.Add);
        }

        body.Emit(OpCodes.Ret);
        _ = method.CreateDelegate<Func<int>>()();
    }
}
