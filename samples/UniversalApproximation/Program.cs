// Fits one function with one hidden layer of 1, 2, 4, … 64 units: the wider it is, the smaller the error can be [Cybenko 1989].
// Whether a training gets there is another matter. All widths are trained alike, with Adam; ReLU with 64 units is still falling
// when it ends.
// Arguments: the seed of the starts; a folder for the picture.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Mlp.Samples;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string folder = args.Length > 1 ? args[1] : "output";
IAnsiConsole console = Terminal.Open();
return Command.Run(args, seed =>
{
    // Each width is a type of its own; what trains and measures them is written once.
    List<Approximation> relu = [];
    List<Approximation> sigmoid = [];
    console.Status().Start("training", status =>
    {
        Add(Approximation.By(new Relu1(), seed), Approximation.By(new Sigmoid1(), seed));
        Add(Approximation.By(new Relu2(), seed), Approximation.By(new Sigmoid2(), seed));
        Add(Approximation.By(new Relu4(), seed), Approximation.By(new Sigmoid4(), seed));
        Add(Approximation.By(new Relu8(), seed), Approximation.By(new Sigmoid8(), seed));
        Add(Approximation.By(new Relu16(), seed), Approximation.By(new Sigmoid16(), seed));
        Add(Approximation.By(new Relu32(), seed), Approximation.By(new Sigmoid32(), seed));
        Add(Approximation.By(new Relu64(), seed), Approximation.By(new Sigmoid64(), seed));

        void Add(Approximation byRelu, Approximation bySigmoid)
        {
            relu.Add(byRelu);
            sigmoid.Add(bySigmoid);
            status.Status($"trained up to width {byRelu.Width}");
        }
    });

    Table table = new Table().RoundedBorder().AddColumns("width", "RMSE ReLU", "RMSE Sigmoid");
    foreach ((Approximation byRelu, Approximation bySigmoid) in relu.Zip(sigmoid))
    {
        table.AddRow($"{byRelu.Width}", $"{byRelu.Error:F4}", $"{bySigmoid.Error:F4}");
    }

    console.Write(table);
    Directory.CreateDirectory(folder);
    string picture = Path.Combine(folder, "universal-approximation.svg");
    ApproximationPicture.Draw(relu, sigmoid).SaveSvg(picture);
    console.WriteLine($"written: {picture}");

    bool falls = Falls(relu) && Falls(sigmoid);
    console.WriteLine($"the error falls with every doubling: {(falls ? "yes" : "no")}");
    if (!falls)
    {
        throw new InvalidOperationException("A wider layer should fit better.");
    }
});

static bool Falls(List<Approximation> approximations) => approximations.Zip(approximations.Skip(1)).All(pair => pair.Second.Error < pair.First.Error);
