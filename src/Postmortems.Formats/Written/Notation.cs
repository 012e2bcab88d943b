using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Postmortems.Formats.Written;

/// <summary>How the fields of a postmortem are named in files that this product writes, in JSON and in front matter alike.</summary>
internal static class Notation
{
    public const string Format = "postmortems/1";

    /// <summary>First line of the front matter, by which the reader knows its own files.</summary>
    public const string Signature = "format: " + Format;

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 16,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        WriteIndented = true,
        NewLine = "\n",
    };
}
