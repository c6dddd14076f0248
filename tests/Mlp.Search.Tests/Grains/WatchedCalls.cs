using System;
using System.Reflection;
using Orleans;

namespace Mlp.Searching.Tests.Grains;

/// <summary>A finder of grains, or a grain, that passes calls on and may do something with what one of them returns.</summary>
public class WatchedCalls : DispatchProxy
{
    private object _target = null!;
    private string _method = "";
    private Func<object?, object?> _after = static answer => answer;

    /// <summary>Finds grains, one of whose calls is watched.</summary>
    internal static IGrainFactory Of<TGrain>(IGrainFactory grains, string method, Func<object?, object?> after)
        where TGrain : class => Around(grains, nameof(IGrainFactory.GetGrain), answer => answer is TGrain grain ? Around(grain, method, after) : answer);

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        object? answer = targetMethod!.Invoke(_target, args);
        return targetMethod.Name == _method ? _after(answer) : answer;
    }

    private static T Around<T>(T target, string method, Func<object?, object?> after)
        where T : class
    {
        T proxy = Create<T, WatchedCalls>();
        var calls = (WatchedCalls)(object)proxy;
        (calls._target, calls._method, calls._after) = (target, method, after);
        return proxy;
    }
}
