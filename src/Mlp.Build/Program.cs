using System;
using System.IO;
using Mlp.Build;

// What the package's targets ask for stands in a file: a shell between them and this program has no names of files to take apart.
if (args is not [{ Length: > 0 } path])
{
    Console.Error.WriteLine("usage: dotnet Mlp.Build.dll REQUEST, a file of the lines: weight file, text file, what is accepted");
    return 2;
}

try
{
    if (File.ReadAllLines(path) is not [{ Length: > 0 } source, { Length: > 0 } destination, var types, ..])
    {
        Console.Error.WriteLine($"{path} is no request.");
        return 2;
    }

    if (!WeightText.Convert(source, destination, allowDouble: types.Contains("double", StringComparison.Ordinal), zeroBiases: types.Contains("zero-biases", StringComparison.Ordinal)))
    {
        // A file may change without a word from its time: the next build must ask again.
        File.Delete(path);
    }

    return 0;
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
