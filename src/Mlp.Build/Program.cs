using System;
using System.IO;
using System.Linq;
using Mlp.Build;

const string AllowDouble = "--allow-double";
string[] paths = [.. args.Where(argument => argument != AllowDouble)];
if (paths is not [{ Length: > 0 } source, { Length: > 0 } destination])
{
    Console.Error.WriteLine($"usage: dotnet Mlp.Build.dll WEIGHTS.safetensors TEXT [{AllowDouble}]");
    return 2;
}

try
{
    WeightText.Convert(Path.GetFullPath(source), destination, allowDouble: args.Contains(AllowDouble));
    return 0;
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
