using System;
using System.Collections.Generic;
using System.Linq;
using Google.Protobuf.Reflection;

namespace Mlp.Onnx.Reading;

/// <summary>A field of a message, as a scan has to know it.</summary>
/// <param name="Kind">What stands in it.</param>
/// <param name="IsRepeated">Whether it may stand there more than once.</param>
/// <param name="Message">The fields of the message that it is.</param>
/// <param name="Name">Its name in the format.</param>
internal sealed record ScannedField(ScannedKind Kind, bool IsRepeated, ScannedMessage? Message, string Name);

/// <summary>What stands in a field.</summary>
internal enum ScannedKind
{
    Integer,
    Fixed32,
    Fixed64,
    Text,
    Bytes,
    Message,
}

/// <summary>A kind of message: its fields by their numbers, taken from what the protocol compiler made of the format.</summary>
internal sealed class ScannedMessage
{
    private readonly ScannedField?[] _fields;

    private ScannedMessage(MessageDescriptor descriptor, Dictionary<string, ScannedMessage> known)
    {
        known.Add(descriptor.FullName, this);
        Name = descriptor.Name;
        IList<FieldDescriptor> fields = descriptor.Fields.InFieldNumberOrder();
        _fields = new ScannedField?[fields.Max(static field => field.FieldNumber) + 1];
        foreach (FieldDescriptor field in fields)
        {
            ScannedMessage? message = field.FieldType == FieldType.Message ? Of(field.MessageType, known) : null;
            _fields[field.FieldNumber] = new ScannedField(KindOf(field.FieldType), field.IsRepeated, message, field.Name);
        }
    }

    /// <summary>Its name in the format.</summary>
    internal string Name { get; }

    /// <summary>The field of a number; none where nothing is known of it.</summary>
    internal ScannedField? this[uint number] => number < _fields.Length ? _fields[number] : null;

    /// <summary>A kind of message with all that are in it.</summary>
    internal static ScannedMessage Of(MessageDescriptor descriptor) => Of(descriptor, []);

    private static ScannedMessage Of(MessageDescriptor descriptor, Dictionary<string, ScannedMessage> known) =>
        known.TryGetValue(descriptor.FullName, out ScannedMessage? message) ? message : new ScannedMessage(descriptor, known);

    private static ScannedKind KindOf(FieldType type) => type switch
    {
        FieldType.Int32 or FieldType.Int64 or FieldType.UInt64 => ScannedKind.Integer,
        FieldType.Float => ScannedKind.Fixed32,
        FieldType.Double => ScannedKind.Fixed64,
        FieldType.String => ScannedKind.Text,
        FieldType.Bytes => ScannedKind.Bytes,
        FieldType.Message => ScannedKind.Message,
        _ => throw new NotSupportedException($"Fields of type {type} are not scanned."),
    };
}
