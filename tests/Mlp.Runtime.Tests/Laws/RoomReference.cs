namespace Mlp.Runtime.Tests.Laws;

/// <summary>One place where the code of a room names a type of another room, or a member of it.</summary>
/// <param name="From">The room of the code: a folder below the runtime's, "" for the runtime's own.</param>
/// <param name="To">The room of what is named.</param>
/// <param name="File">The file that names it, from the runtime's folder.</param>
/// <param name="Type">The type that is named, or that has what is named.</param>
internal readonly record struct RoomReference(string From, string To, string File, string Type);
