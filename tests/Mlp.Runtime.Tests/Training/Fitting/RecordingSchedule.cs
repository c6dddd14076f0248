using System.Collections.Generic;
using Mlp.Training;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>A rate of a thousandth for each step before, and a list of what it was asked and told.</summary>
internal sealed class RecordingSchedule : LearningRateSchedule
{
    internal List<TrainingTime> Times { get; } = [];

    internal List<double> Losses { get; } = [];

    internal int Starts { get; private set; }

    public override double RateAt(TrainingTime time)
    {
        Times.Add(time);
        return time.Step / 1000.0;
    }

    public override void Observe(double loss) => Losses.Add(loss);

    public override LearningRateSchedule Start()
    {
        Starts++;
        return this;
    }
}
