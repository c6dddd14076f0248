namespace Mlp.Onnx.Export;

/// <summary>Where the channels of a sample stand. A sample without a shape has its values in one order only.</summary>
internal enum SampleLayout
{
    /// <summary>[height, width, channels], as samples of networks here.</summary>
    ChannelsLast,

    /// <summary>[channels, height, width], as ONNX' convolutions and pools take it.</summary>
    ChannelsFirst,
}
