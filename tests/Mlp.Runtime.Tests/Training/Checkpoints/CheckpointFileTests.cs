using System;
using System.IO;
using Mlp.Runtime.Tests.Serialization;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Checkpoints;

/// <summary>Whatever the bytes, a checkpoint is read as a training that can go on, or refused with a code and a reason.</summary>
public sealed class CheckpointFileTests
{
    private static readonly byte[] Good = CheckpointSamples.FileOf(new MaskedNet(1));

    private static readonly string[] Pieces =
    [
        "\\u0022", "\"", ",", ":", "{", "}", "[", "]", "0", "1", "-1", "1e9", "1e999", "2", "12", "0.333", "9223372036854775807", "null", "true",
        "mlp.training", "mlp.training.", "history", "moments", "previous", "initial", "columns", "layers", "losses", "settings", "declaration", "Elapsed", "R2",
        "\"F32\"", "\"F16\"", "\"F64\"", "[2,5]", "[0,5]", "[0]", "\\ud800", "\\u0000",
    ];

    public static TheoryData<string, string, WeightFileError, string> Faults => new()
    {
        { "\"mlp.training\":", "\"other\":", WeightFileError.MetadataMismatch, "The file has nothing under \"mlp.training\"" },
        { "\"mlp.training.optimizer\":", "\"other\":", WeightFileError.MetadataMismatch, "it has weights, but no training that could go on. Load it with LoadWeights" },
        { "\\u0022kind\\u0022:\\u0022Adam\\u0022", "\\u0022kind\\u0022:\\u0022SGD\\u0022", WeightFileError.OptimizerMismatch, "The file has a training by \"SGD\", but the network is trained by Adam" },
        { "\\u0022losses\\u0022:[", "\\u0022losses\\u0022:[7,8,", WeightFileError.BadMetadata, "The value of \"mlp.training\" in the __metadata__ of the file is not what this library writes there: the file is damaged. Take an older one." },
        { "\\u0022losses\\u0022:[", "\\u0022losses\\u0022:[1e999,", WeightFileError.BadMetadata, "mlp.training" },
        { "\\u0022layers\\u0022:0", "\\u0022layers\\u0022:3", WeightFileError.BadMetadata, "mlp.training" },
        { "\\u0022LearningRate\\u0022", "\\u0022R2\\u0022,\\u0022LearningRate\\u0022", WeightFileError.ShapeMismatch, "but a checkpoint of this network has [epochs, 5] there" },
        { "\\u0022Elapsed\\u0022", "\\u0022Time\\u0022", WeightFileError.BadMetadata, "mlp.training" },
        { "\\u0022declaration\\u0022:\\u0022", "\\u0022declaration\\u0022:\\u0022a", WeightFileError.NetworkMismatch, "with other layers or regularization, such as another Dropout" },
        { "\"mlp.training.parameters\"", "\"mlp.other\"", WeightFileError.MissingTensor, "The file has no tensor \"mlp.training.parameters\", which a checkpoint of this network has" },
        { "\"mlp.training.moments\"", "\"mlp.other\"", WeightFileError.MissingTensor, "moments" },
        { "\"mlp.training.initial\"", "\"mlp.other\"", WeightFileError.MissingTensor, "initial" },
        { "\"mlp.training.history\"", "\"mlp.other\"", WeightFileError.MissingTensor, "history" },
        { "\"F64\"", "\"I64\"", WeightFileError.UnsupportedDType, "Tensor \"mlp.training.history\" of a checkpoint has another dtype than F64" },
        { "\"F64\",\"shape\":[2,4]", "\"F64\",\"shape\":[4,2]", WeightFileError.ShapeMismatch, "Tensor \"mlp.training.history\" has the shape [4, 2], but a checkpoint of this network has [epochs, 4] there" },
        { "\"mlp.training.parameters\":{\"dtype\":\"F32\",\"shape\":[71]", "\"mlp.training.parameters\":{\"dtype\":\"F32\",\"shape\":[71,1]", WeightFileError.ShapeMismatch, "has the shape [71, 1], but a checkpoint of this network has [71] there" },
        { "Softmax CrossEntropy\"", "Softmax SquaredError\"", WeightFileError.NetworkMismatch, "is from a network" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_has_a_code_and_a_reason(string text, string other, WeightFileError code, string reason)
    {
        string header = Safetensors.HeaderOf(Good);
        header.ShouldContain(text);
        string changed = header.Replace(text, other, StringComparison.Ordinal);
        WeightFileException exception = Should.Throw<WeightFileException>(() => CheckpointSamples.Load<MaskedNet>(With(changed, Good)));
        exception.Code.ShouldBe(code);
        exception.Message.ShouldContain(reason);
    }

    [Theory]
    [InlineData("parameters", float.NaN, false)]
    [InlineData("initial", float.PositiveInfinity, false)]
    [InlineData("moments", float.NaN, false)]
    [InlineData("moments", float.NegativeInfinity, true)]
    public void A_value_that_cannot_be_is_refused(string name, float value, bool isLast)
    {
        int end = EndOf(name);
        byte[] file = (byte[])Good.Clone();
        BitConverter.GetBytes(value).CopyTo(file, isLast ? end - 4 : end - (4 * 71));
        WeightFileException exception = Should.Throw<WeightFileException>(() => CheckpointSamples.Load<MaskedNet>(file));
        exception.Code.ShouldBe(WeightFileError.NonFinite);
        exception.Message.ShouldStartWith($"Tensor \"mlp.training.{name}\" has a");
    }

    /// <summary>A mean of squares that has overflowed stays so, and the training goes on with it as it would have.</summary>
    [Fact]
    public void A_mean_of_squares_may_be_infinite()
    {
        byte[] file = (byte[])Good.Clone();
        BitConverter.GetBytes(float.PositiveInfinity).CopyTo(file, EndOf("moments") - 4);
        CheckpointSamples.Fit(new MaskedNet(2), CheckpointSamples.Options with { Resume = CheckpointSamples.Load<MaskedNet>(file) }).ShouldContain(nameof(StopReason.Completed));
    }

    [Fact]
    public void Reports_that_cannot_be_are_refused()
    {
        for (int column = 0; column < 4; column++)
        {
            byte[] file = (byte[])Good.Clone();
            BitConverter.GetBytes(double.NaN).CopyTo(file, file.Length - (8 * 4) + (8 * column));
            if (column != 2)
            {
                Should.Throw<WeightFileException>(() => CheckpointSamples.Load<MaskedNet>(file)).Code.ShouldBe(WeightFileError.NonFinite);
            }
        }
    }

    [Fact]
    public void Weights_alone_are_no_training_and_another_network_is_none()
    {
        using var weights = new MemoryStream();
        new MaskedNet(1).SaveWeights(weights, new WeightFileOptions { OptimizerState = true });
        CodeOf<MaskedNet>(weights.ToArray()).ShouldBe(WeightFileError.MetadataMismatch);
        CodeOf<PlainNet>(Good).ShouldBe(WeightFileError.NetworkMismatch);
        CodeOf<OtherMaskedNet>(CheckpointSamples.FileOf(new PlainMaskedNet(1))).ShouldBe(WeightFileError.NetworkMismatch);
        CodeOf<PlainDecayedNet>(CheckpointSamples.FileOf(new PlainNet(1))).ShouldBe(WeightFileError.NetworkMismatch);
        CodeOf<MaskedNet>("GIF89a, and so on"u8.ToArray()).ShouldBe(WeightFileError.NotSafetensors);
        CodeOf<MaskedNet>([]).ShouldBe(WeightFileError.TooShort);
    }

    [Fact]
    public void Any_byte_may_be_flipped_and_any_end_missing()
    {
        int read = 0;
        for (int at = 0; at < Good.Length; at++)
        {
            read += Read(FileEdits.Flipped(Good, Good.Length, (at, 1 << (at % 8)))) ? 1 : 0;
            Read(Good[..at]).ShouldBeFalse();
        }

        // Most bits of the values are no faults.
        read.ShouldBeGreaterThan(71 * 4 * 5 * 3 / 4);
    }

    [Fact]
    public void Edits_of_the_text_are_read_or_refused() => ManyFiles.Read(FileEdits.OfText(Good, Pieces), file => Read(file));

    [Fact]
    public void Times_are_the_same_to_the_tick_however_often_they_are_read()
    {
        for (int attempt = 0; attempt < 20; attempt++)
        {
            byte[] saved = CheckpointSamples.FileOf(new MaskedNet(1));
            CheckpointSamples.Saved(CheckpointSamples.Load<MaskedNet>(saved)).ShouldBe(saved);
        }
    }

    [Fact]
    public void A_stream_may_be_slow_and_must_be_open()
    {
        CheckpointSamples.Saved(TrainingCheckpoint.Load<MaskedNet>(new SlowStream(Good))).ShouldBe(Good);
        TrainingCheckpoint loaded = CheckpointSamples.Load<MaskedNet>(Good);
        Should.Throw<ArgumentException>(() => loaded.Save(new MemoryStream(Good, writable: false))).Message.ShouldContain("open it for writing");
        Should.Throw<ArgumentException>(() => loaded.Save(string.Empty));
        Should.Throw<FileNotFoundException>(() => TrainingCheckpoint.Load<MaskedNet>("no such file"));
    }

    /// <summary>Whether a file is read; what is read is a training that saves again.</summary>
    private static bool Read(byte[] file)
    {
        TrainingCheckpoint? loaded = null;
        if (ManyFiles.CodeOf(() => loaded = CheckpointSamples.Load<MaskedNet>(file)) is not null)
        {
            return false;
        }

        loaded!.Epoch.ShouldBeGreaterThan(0);
        loaded.BestEpoch.ShouldBeInRange(1, loaded.Epoch);
        CheckpointSamples.Load<MaskedNet>(CheckpointSamples.Saved(loaded)).BestLoss.ShouldBe(loaded.BestLoss);
        return true;
    }

    private static WeightFileError? CodeOf<TNetwork>(byte[] file)
        where TNetwork : INetwork<TNetwork> => ManyFiles.CodeOf(() => CheckpointSamples.Load<TNetwork>(file));

    private static byte[] With(string header, byte[] good)
    {
        int data = 8 + BitConverter.ToInt32(good);
        return Safetensors.File(System.Text.Encoding.UTF8.GetBytes(header), good[data..]);
    }

    private static int EndOf(string name)
    {
        string header = Safetensors.HeaderOf(Good);
        string entry = header[header.IndexOf($"\"mlp.training.{name}\":", StringComparison.Ordinal)..];
        string offsets = entry[(entry.IndexOf("data_offsets\":[", StringComparison.Ordinal) + 15)..];
        return 8 + BitConverter.ToInt32(Good) + int.Parse(offsets[(offsets.IndexOf(',', StringComparison.Ordinal) + 1)..offsets.IndexOf(']', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);
    }
}
