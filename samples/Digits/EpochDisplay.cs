using System;
using Mlp.Training;
using Spectre.Console;

namespace Mlp.Samples;

/// <summary>Shows a training while it runs: one moving bar on a terminal, a line every few epochs elsewhere.</summary>
internal static class EpochDisplay
{
    private const int EpochsPerLine = 5;

    public static TrainingResult Watch(IAnsiConsole console, int epochs, Func<IProgress<EpochReport>, TrainingResult> train)
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            return train(new EpochProgress(report =>
            {
                if (report.Epoch == 1 || report.Epoch % EpochsPerLine == 0)
                {
                    console.WriteLine(Line(report));
                }
            }));
        }

        return console.Progress().Columns(new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }).Start(context =>
        {
            ProgressTask bar = context.AddTask("epoch 0", maxValue: epochs);
            return train(new EpochProgress(report =>
            {
                bar.Value = report.Epoch;
                bar.Description = Line(report);
            }));
        });
    }

    private static string Line(EpochReport report) =>
        $"epoch {report.Epoch,3}   loss {report.TrainingLoss:F4}   validation loss {report.ValidationLoss:F4}   accuracy {report.Accuracy:F3}";
}
