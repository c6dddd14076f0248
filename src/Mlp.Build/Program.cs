using System;
using System.Collections.Generic;
using System.IO;
using Mlp.Build;

// What the package's targets ask for stands in a file: a shell between them and this program has no names of files to take apart.
if (args is not [{ Length: > 0 } path])
{
    Console.Error.WriteLine($"usage: dotnet Mlp.Build.dll REQUEST, a file of lines as {nameof(FileRequest)} reads them");
    return 2;
}

try
{
    FileRequest request = FileRequest.Read(path);
    var texts = new List<string>();
    int failures = 0;
    foreach (RequestedFile file in request.Files)
    {
        try
        {
            FileConversion.Run(file, Path.Combine(request.Folder, file.TextName));
            texts.Add(file.TextName);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{file.Path}: {exception.Message}");
            failures++;
        }
    }

    FileConversion.WriteWhereDifferent(Path.Combine(request.Folder, FileRequest.ListName), string.Concat(texts.ConvertAll(text => text + "\n")));
    return failures == 0 ? 0 : 1;
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
{
    Console.Error.WriteLine(exception.Message);
    return exception is FormatException ? 2 : 1;
}
