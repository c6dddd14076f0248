// Prints what networks of every kind of layer, trained and frozen, and a crowd compute on this platform: "name: hash / first values", line by line. Where two
// platforms compute the same bits, they print the same lines.
// "save" and a folder: writes the weight files there that the frozen networks are compiled from.

using System;
using System.IO;
using System.Linq;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Mlp;
using Mlp.PlatformProbe;

if (args is ["save", var folder])
{
    new Pictures(seed: 2).Save(Path.Combine(folder, "pictures.safetensors"));
    new Signals(seed: 3).Save(Path.Combine(folder, "signals.safetensors"));
    return;
}

int width = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
Console.Out.Write($"vectors: {width} bits, {(Fma.IsSupported || AdvSimd.IsSupported ? "fused" : "not fused")}\n");
Console.Out.Write($"kinds: {Kinds(Flowers.Description, Pictures.Description, Signals.Description)}\n");
Console.Out.Write($"frozen kinds: {Kinds(FrozenPictures.Description, FrozenSignals.Description)}\n");

NetworkProbe.Run("4-16-3", new Flowers(seed: 1));
NetworkProbe.Run("8-32-32-4", new Controller(seed: 1));
NetworkProbe.Run("8-32-32-4, fast", new FastController(seed: 1));
NetworkProbe.Run("curves", new Curves(seed: 1));
NetworkProbe.Run("rates", new Rates(seed: 1));
NetworkProbe.Run("pictures", new Pictures(seed: 1));
NetworkProbe.Run("signals", new Signals(seed: 1));
NetworkProbe.Run("depths", new Depths(seed: 1));
NetworkProbe.Run("exported norm", new ExportedNorm());
PredictionProbe.Run("frozen pictures", FrozenPictures.InputSize, FrozenPictures.OutputSize, FrozenPictures.Forward, FrozenPictures.ForwardBatch);
PredictionProbe.Run("frozen signals", FrozenSignals.InputSize, FrozenSignals.OutputSize, FrozenSignals.Forward, FrozenSignals.ForwardBatch);
PredictionProbe.Run("exported pictures", ExportedPictures.InputSize, ExportedPictures.OutputSize, ExportedPictures.Forward, ExportedPictures.ForwardBatch);
PredictionProbe.Run("exported slopes", ExportedSlopes.InputSize, ExportedSlopes.OutputSize, ExportedSlopes.Forward, ExportedSlopes.ForwardBatch);

// A network that was saved and loaded again computes what it did.
using var stream = new MemoryStream();
new Pictures(seed: 4).Save(stream);
stream.Position = 0;
Pictures loaded = Pictures.Load(stream);
PredictionProbe.Run("pictures, saved and loaded", Pictures.InputSize, Pictures.OutputSize, loaded.Forward, loaded.ForwardBatch);

// Those that compute the same bits on every platform: a crowd, and networks whose bits are recorded.
CrowdProbe.Run();
foreach (string line in Mlp.Lockstep.LockstepHashes.Lines())
{
    Console.Out.Write($"lockstep: {line}\n");
}

static string Kinds(params NetworkDescription[] descriptions) => string.Join(' ', descriptions
    .SelectMany(description => description.Layers)
    .Select(layer => layer.Kind)
    .Distinct()
    .Order(StringComparer.Ordinal));
