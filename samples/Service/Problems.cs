using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Mlp.Samples;

/// <summary>Turns what a client did wrong before a handler was called, such as a body that is no JSON, into a problem that says what.</summary>
internal static class Problems
{
    /// <summary>A client's mistake has its own status, and is nothing to log as an error.</summary>
    public static ExceptionHandlerOptions Handling { get; } = new()
    {
        StatusCodeSelector = exception => (exception as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError,
        SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
    };

    /// <summary>Adds what was wrong; a fault of the service itself tells nothing of itself.</summary>
    public static void Explain(ProblemDetailsContext context)
    {
        if (context.HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException mistake)
        {
            context.ProblemDetails.Detail = mistake.InnerException is JsonException json ? json.Message : mistake.Message;
        }
    }
}
