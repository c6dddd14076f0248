Imports System
Imports System.Globalization
Imports System.IO
Imports Mlp
Imports Mlp.Serving
Imports Mlp.Training

Module Program
    Private Const Samples As Integer = 64

    Sub Main()
        Dim inputs(2 * Samples - 1) As Single
        Dim labels(Samples - 1) As Integer
        Dim targets(Samples - 1) As Single
        For sample = 0 To Samples - 1
            inputs(2 * sample) = CSng(Math.Sin(1.7 * sample))
            inputs(2 * sample + 1) = CSng(Math.Cos(2.3 * sample))
            labels(sample) = If(inputs(2 * sample) > 0, 1, 0)
            targets(sample) = CSng(0.5 + 0.4 * inputs(2 * sample))
        Next

        Classify(Dataset.FromLabels(inputs, 2, labels, {"left", "right"}))
        Fit(Dataset.FromTargets(inputs, 2, targets))
    End Sub

    Private Sub Classify(data As Dataset)
        Dim network As New Sides(1)
        Dim scaler = StandardScaler.Fit(data)
        Dim scaled = scaler.Transform(data)
        Dim first = network.Accuracy(scaled)
        Dim options As New TrainerOptions With {.Epochs = 200, .Schedule = 0.2, .ClassWeights = ClassWeights.Balanced}
        Dim epochs = 0
        Dim result = Trainer.Fit(network, scaled, options, New EpochProgress(Sub(report) epochs = report.Epoch))
        If result.StopReason <> StopReason.Completed OrElse epochs <> result.History.Count Then Throw New InvalidOperationException(result.ToString())

        ' One by one, and saved.
        Dim outputs(Sides.OutputSize - 1) As Single
        network.Forward({0.5F, 0.2F}, outputs)
        If network.Classify({0.5F, 0.2F}) <> If(outputs(1) > outputs(0), 1, 0) Then Throw New InvalidOperationException("Classify")
        Dim holder As New ModelHolder(Of Sides)(network)
        Using stream As New MemoryStream()
            network.Save(stream)
            stream.Position = 0
            Print("Sides", "accuracy", first, Sides.Load(stream).Accuracy(scaled))
        End Using
    End Sub

    Private Sub Fit(data As Dataset)
        Dim network As New Heights(2)
        Dim first = network.MeanLoss(data)
        Trainer.Fit(Of Heights)(network, data)
        Trainer.FitInPlace(network, data, New TrainerOptions With {.Epochs = 50})
        Print("Heights", "loss", first, network.MeanLoss(data))
    End Sub

    Private Sub Print(network As String, measure As String, first As Double, last As Double)
        Console.WriteLine(String.Format(CultureInfo.InvariantCulture, "{0}: {1} {2:F4} -> {3:F4}", network, measure, first, last))
    End Sub
End Module
