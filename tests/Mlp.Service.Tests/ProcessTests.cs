using System;
using System.IO;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using Mlp.Testing;
using Shouldly;
using Xunit;

namespace Mlp.Service.Tests;

/// <summary>How the service begins and ends.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task Train_writes_a_model_that_can_be_served()
    {
        using var files = new ModelFiles();
        string path = files.Path + ".trained";
        await using (ServerProcess training = ServiceProcess.Run("train", "--seed=1", "--Service:ModelPath=" + path))
        {
            (await training.ExitCode()).ShouldBe(0, training.Output);
            training.Output.ShouldMatch(@"accuracy: (0\.9\d+|1\.000)");
        }

        await using ServerProcess service = await ServiceProcess.Serve(path);
        using HttpClient client = service.NewClient();
        (await client.Model()).ContentHash.ShouldBe(ModelFiles.HashOf(ModelFiles.First), "the same seed gives the same file");
        (await client.Predict([5.1f, 3.5f, 1.4f, 0.2f])).Class.ShouldBe("setosa");
    }

    [Fact]
    public async Task Without_a_file_it_says_so_and_ends()
    {
        await using ServerProcess service = ServiceProcess.Run("--Service:ModelPath=nowhere.safetensors");
        (await service.ExitCode()).ShouldBe(1);
        service.Output.ShouldContain("nowhere.safetensors");
        service.Output.ShouldContain("train");
    }

    [Fact]
    public async Task It_does_not_start_with_a_bad_file_and_says_in_a_line_what_is_wrong_with_it()
    {
        using var files = new ModelFiles();
        files.Replace(ModelFiles.First[..^1]);
        await using ServerProcess service = ServiceProcess.Run("--urls=http://127.0.0.1:0", "--Service:ModelPath=" + files.Path);
        (await service.ExitCode()).ShouldBe(1, service.Output);
        service.Output.ShouldNotContain("   at ");
        service.Output.ShouldContain(files.Path + ": ");
    }

    /// <summary>The service has asked for the body, so that the request is under way, when the signal comes.</summary>
    [Fact]
    public async Task A_request_under_way_is_answered_after_SIGTERM()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var files = new ModelFiles();
        await using ServerProcess service = await ServiceProcess.Serve(files.Path);
        using HttpClient idle = service.NewClient();
        (await idle.Health()).Status.ShouldBe("Healthy");
        using var connection = new TcpClient();
        await connection.ConnectAsync(service.Address!.Host, service.Address.Port);
        NetworkStream stream = connection.GetStream();
        using var reader = new StreamReader(stream);

        // Most of it comes now: a body of which little has come after some seconds is given up.
        string beginning = new(' ', 100_000);
        const string End = """{"input":[5.1,3.5,1.4,0.2]}""";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {beginning.Length + End.Length}\r\nExpect: 100-continue\r\n\r\n"));
        (await reader.ReadLineAsync().WaitAsync(Patience.Limit)).ShouldBe("HTTP/1.1 100 Continue");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(beginning));

        service.SendTerminate();
        await service.LineWith("Application is shutting down");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(End));

        string response = await reader.ReadToEndAsync().WaitAsync(Patience.Limit);
        response.ShouldContain("HTTP/1.1 200 OK");
        response.ShouldContain("\"class\":\"setosa\"");
        (await service.ExitCode()).ShouldBe(0, service.Output);
    }
}
