using System;

namespace Mlp.Samples;

/// <summary>
/// The section "Service" of the configuration: appsettings.json, then environment variables such as Service__ModelPath, then
/// arguments such as --Service:ModelPath=….
/// </summary>
/// <remarks>What binds it without reflection sets properties after construction: one that can only be initialised would keep its default.</remarks>
internal sealed record ServiceOptions
{
    /// <summary>The weight file.</summary>
    public string ModelPath { get; set; } = "iris.safetensors";

    /// <summary>How often the file is looked at where no event tells of a change.</summary>
    public TimeSpan PollingInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the file must rest before it is read; short where it is always replaced by a rename.</summary>
    public TimeSpan QuietTime { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The most samples in one request.</summary>
    public int MaximumBatch { get; set; } = 1024;

    /// <summary>The longest body of a request, in bytes.</summary>
    public int MaximumBodyLength { get; set; } = 1 << 20;

    /// <summary>The longest weight file, in bytes.</summary>
    public int MaximumFileLength { get; set; } = 1 << 20;
}
