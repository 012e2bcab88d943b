using System.Text.RegularExpressions;

namespace Postmortems.Web.Writing.Attachments;

/// <summary>Addresses of pictures that this product keeps, as they stand in documents: /attachments/ID#640x480.</summary>
public static partial class OwnPicture
{
    public static bool Is(string address) => Address().IsMatch(address);

    /// <returns>Where the picture is, and how large it is shown when the text says so.</returns>
    public static (string Address, string? Width, string? Height)? Of(string address) =>
        Address().Match(address) is { Success: true } found
            ? (found.Groups["path"].Value, Said(found.Groups["width"]), Said(found.Groups["height"]))
            : null;

    private static string? Said(Group group) => group.Success ? group.Value : null;

    [GeneratedRegex("^(?<path>/attachments/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:#(?<width>[1-9][0-9]{0,4})x(?<height>[1-9][0-9]{0,4}))?\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
