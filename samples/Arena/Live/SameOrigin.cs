using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Mlp.Samples;

/// <summary>
/// Lets only the server's own page drive the world: browsers open WebSockets and post files for pages of any origin, and say which one it is. The
/// page in turn may load nothing from elsewhere.
/// </summary>
internal static class SameOrigin
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static Task Require(HttpContext context, RequestDelegate next)
    {
        StringValues origin = context.Request.Headers.Origin;
        bool isOwn = origin.Count == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? page)
                && string.Equals(page.Authority, Authority(context.Request), StringComparison.OrdinalIgnoreCase));
        if (!isOwn)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return next(context);
    }

    // As a URI has it: without the port that the scheme has anyway.
    private static string Authority(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out Uri? server) ? server.Authority : "";
}
