using System.Text.RegularExpressions;

namespace Postmortems.Domain.Writing.Attachments;

/// <summary>Where a Markdown text links to pictures that this product keeps.</summary>
public static partial class PictureLinks
{
    public static bool AreIn(string text) => Links().IsMatch(text);

    public static IReadOnlyList<Guid> Of(string text) => [.. Links().Matches(text).Select(IdOf).Distinct()];

    /// <param name="address">What shall stand there instead, given the picture and what stands there.</param>
    public static string Replace(string text, Func<Guid, string, string> address) => Links().Replace(text, link => address(IdOf(link), link.Value));

    private static Guid IdOf(Match link) => Guid.Parse(link.Groups["id"].Value);

    // Behind "](" or "]: ", with or without pointed brackets; any other mention of such an address is only words.
    [GeneratedRegex("(?<=\\]\\(\\s?<?|\\]:\\s?<?)/attachments/(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})(#[0-9]{1,5}x[0-9]{1,5})?(?![\\w/-])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();
}
