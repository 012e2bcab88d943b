using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Postmortems.Domain.Writing.Together;

namespace Postmortems.Web.Writing.Together;

/// <summary>Server-sent events, written out as they go over the wire.</summary>
internal static class Events
{
    /// <summary>Changes in the order of their versions; none says only that the line is alive.</summary>
    public static byte[] OfChanges(IReadOnlyList<ChangeRow> changes, int version) =>
        Say($"id: {version.ToString(CultureInfo.InvariantCulture)}\ndata: ", changes);

    /// <summary>Something of another kind than a change of the text.</summary>
    public static byte[] Of<T>(string kind, T said) => Say($"event: {kind}\ndata: ", said);

    private static byte[] Say<T>(string head, T said)
    {
        var bytes = new ArrayBufferWriter<byte>();
        Encoding.UTF8.GetBytes(head, bytes);

        using (var json = new Utf8JsonWriter(bytes))
        {
            JsonSerializer.Serialize(json, said, JsonSerializerOptions.Web);
        }

        bytes.Write("\n\n"u8);
        return bytes.WrittenSpan.ToArray();
    }
}
