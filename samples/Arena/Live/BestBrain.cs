using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mlp.Samples;

/// <summary>The brain that ate most, as a weight file to keep, and a weight file as a brain to bring in. The server has no files itself.</summary>
internal sealed class BestBrain(Simulation simulation)
{
    /// <summary>The longest weight file in bytes.</summary>
    public const int MaximumLength = 64 * 1024;

    private const string FileName = "arena-best.safetensors";
    private const string FileType = "application/octet-stream";

    /// <summary>The best of the last generation.</summary>
    public Results<FileContentHttpResult, ProblemHttpResult> Save()
    {
        if (simulation.Champion is not { } champion)
        {
            return TypedResults.Problem("The first generation has not ended yet.", statusCode: StatusCodes.Status404NotFound);
        }

        var brain = new Brain();
        brain.SetParameters(champion);
        using var file = new MemoryStream();
        brain.SaveWeights(file);
        return TypedResults.File(file.ToArray(), FileType, FileName);
    }

    /// <summary>Brings the brain of a file in with the next generation.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> Load(HttpRequest request)
    {
        using var file = new MemoryStream();
        var brain = new Brain();
        try
        {
            await request.Body.CopyToAsync(file);
            file.Position = 0;
            brain.LoadWeights(file);
        }
        catch (BadHttpRequestException fault)
        {
            return TypedResults.Problem(fault.Message, statusCode: fault.StatusCode);
        }
        catch (WeightFileException fault)
        {
            return TypedResults.Problem(fault.Message, statusCode: StatusCodes.Status400BadRequest);
        }

        float[] parameters = new float[Brain.ParameterCount];
        brain.CopyParametersTo(parameters);
        simulation.Introduce(parameters);
        return TypedResults.NoContent();
    }
}
