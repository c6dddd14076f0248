using Mlp.Onnx.Import;
using Shouldly;
using Xunit;

namespace Mlp.Onnx.Tests;

/// <summary>A refused file says why, as an exception too.</summary>
public sealed class OnnxFaultTests
{
    [Fact]
    public void An_exception_carries_the_fault()
    {
        var exception = new OnnxFileException(OnnxFaultCode.Version, "Opset 99 is not known.");

        exception.Fault.ShouldBe(new OnnxFault(OnnxFaultCode.Version, "Opset 99 is not known."));
        exception.Message.ShouldBe("Opset 99 is not known.");
    }
}
