using System;
using Mlp.Training;

namespace Mlp.Runtime.Tests.Training.Checkpoints;

/// <summary>A schedule of one's own that follows from time and losses.</summary>
internal sealed class FallingSchedule(Func<TrainingTime, double, double> rate) : LearningRateSchedule
{
    private double _loss = 1;

    public override double RateAt(TrainingTime time) => rate(time, _loss);

    public override void Observe(double loss) => _loss = loss;

    public override LearningRateSchedule Start() => new FallingSchedule(rate);
}

/// <summary>A schedule that counts how often it is asked, which none may.</summary>
internal sealed class CountingSchedule : LearningRateSchedule
{
    private int _calls;

    public override double RateAt(TrainingTime time) => 0.1 / ++_calls;

    public override LearningRateSchedule Start() => new CountingSchedule();
}
