// Learns how many bicycles are hired in an hour: Poisson regression, which an Exp output is, against a linear fit.
// An argument is the seed of the data and of the order of the samples.

using System.Globalization;
using System.Linq;
using Mlp.Samples;
using Mlp.Training;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
IAnsiConsole console = Terminal.Open();
return Command.Run(args, seed =>
{
    Dataset hours = Rentals.Draw(hours: 20_000, seed);
    (Dataset training, Dataset heldOut) = hours.Split(heldOutFraction: 0.25, seed);
    console.WriteLine($"{training.Count} hours to learn from, {heldOut.Count} held out");

    // Both are one layer of five weights and a bias; only the output and the loss that belongs to it differ.
    const int Epochs = 40;
    var options = new TrainerOptions { Epochs = Epochs, BatchSize = 32, Schedule = new CosineSchedule(initialRate: 0.01, Epochs), Seed = seed };
    var poisson = new RateNet(seed);
    var linear = new LinearNet(seed);
    Trainer.Fit(poisson, training, options).ThrowIfDiverged();
    Trainer.Fit(linear, training, options).ThrowIfDiverged();

    Fit truth = Fit.Of(heldOut, [.. Enumerable.Range(0, heldOut.Count).Select(hour => (float)Rentals.RateOf(heldOut.Features(hour)))]);
    Fit byPoisson = Fit.Of(heldOut, poisson.Predict(heldOut));
    Fit byLine = Fit.Of(heldOut, linear.Predict(heldOut));
    Table fits = new Table().RoundedBorder().AddColumns("rates of", "deviance", "log-likelihood", "below 0", "smallest");
    AddFit("Exp", byPoisson);
    AddFit("Identity", byLine);
    AddFit("truth", truth);
    console.Write(fits);
    console.WriteLine($"rates below {Fit.LeastRate} are measured as {Fit.LeastRate}");

    float[] parameters = new float[RateNet.ParameterCount];
    poisson.CopyParametersTo(parameters);
    Table coefficients = new Table().RoundedBorder().AddColumns("coefficient", "learnt", "true");
    AddCoefficient("bias", parameters[^1], Rentals.Bias);
    for (int feature = 0; feature < RateNet.InputSize; feature++)
    {
        AddCoefficient(Rentals.Truth[feature].Feature, parameters[feature], Rentals.Truth[feature].Coefficient);
    }

    console.Write(coefficients);
    console.WriteLine($"deviance: {byPoisson.Deviance:F3}");

    void AddFit(string name, Fit fit) =>
        fits.AddRow(name, $"{fit.Deviance:F3}", $"{fit.LogLikelihood:F3}", $"{fit.Negative}", $"{fit.Smallest:F2}");

    void AddCoefficient(string name, double learnt, double actual) => coefficients.AddRow(name, $"{learnt:F3}", $"{actual:F3}");
});
