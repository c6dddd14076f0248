using Microsoft.CodeAnalysis;

namespace Mlp.Generator.Parsing;

/// <summary>Steps of the incremental pipeline that occur more than once.</summary>
internal static class PipelineSteps
{
    /// <summary>Goes on with what is there, under a name by which tests find the step.</summary>
    public static IncrementalValuesProvider<T> WhereNotNull<T>(this IncrementalValuesProvider<T?> values, string trackingName)
        where T : class =>
        values.Where(static value => value is not null).Select(static (value, _) => value!).WithTrackingName(trackingName);
}
