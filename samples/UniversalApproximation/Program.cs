// Fits one function with one hidden layer of 1, 2, 4, … 32 units: the wider it is, the smaller the error can be [Cybenko 1989].
// Whether a training gets there is another matter. With 64 units, plain SGD needs so small a learning rate that these epochs
// no longer suffice: ReLU ends about where it does with 32.
// Arguments: the seed of the starts; a folder for the picture.

using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Mlp.Samples;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
ulong seed = args.Length > 0 ? ulong.Parse(args[0]) : 0;
string folder = args.Length > 1 ? args[1] : "output";
IAnsiConsole console = Terminal.Open();

// Each width is a type of its own; what trains and measures them is written once.
List<Approximation> relu = [];
List<Approximation> tanh = [];
console.Status().Start("training", status =>
{
    Add(Approximation.By(new Relu1(), Recipe.Relu, seed), Approximation.By(new Tanh1(), Recipe.Tanh, seed));
    Add(Approximation.By(new Relu2(), Recipe.Relu, seed), Approximation.By(new Tanh2(), Recipe.Tanh, seed));
    Add(Approximation.By(new Relu4(), Recipe.Relu, seed), Approximation.By(new Tanh4(), Recipe.Tanh, seed));
    Add(Approximation.By(new Relu8(), Recipe.Relu, seed), Approximation.By(new Tanh8(), Recipe.Tanh, seed));
    Add(Approximation.By(new Relu16(), Recipe.Relu, seed), Approximation.By(new Tanh16(), Recipe.Tanh, seed));
    Add(Approximation.By(new Relu32(), Recipe.Relu, seed), Approximation.By(new Tanh32(), Recipe.Tanh, seed));

    void Add(Approximation byRelu, Approximation byTanh)
    {
        relu.Add(byRelu);
        tanh.Add(byTanh);
        status.Status($"trained up to width {byRelu.Width}");
    }
});

Table table = new Table().RoundedBorder().AddColumns("width", "RMSE ReLU", "RMSE Tanh");
foreach ((Approximation byRelu, Approximation byTanh) in relu.Zip(tanh))
{
    table.AddRow($"{byRelu.Width}", $"{byRelu.Error:F4}", $"{byTanh.Error:F4}");
}

console.Write(table);
Directory.CreateDirectory(folder);
string picture = Path.Combine(folder, "universal-approximation.svg");
ApproximationPicture.Draw(relu, tanh).Save(picture);
console.WriteLine($"written: {picture}");

bool falls = Falls(relu) && Falls(tanh);
console.WriteLine($"the error falls with every doubling: {(falls ? "yes" : "no")}");
return falls ? 0 : 1;

static bool Falls(List<Approximation> approximations) => approximations.Zip(approximations.Skip(1)).All(pair => pair.Second.Error < pair.First.Error);
