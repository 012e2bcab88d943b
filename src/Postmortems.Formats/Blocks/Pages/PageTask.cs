using System.Globalization;
using AngleSharp.Dom;
using Postmortems.Formats.Times;

namespace Postmortems.Formats.Blocks.Pages;

/// <summary>A task of a wiki: the first person it mentions does it, by the first day it holds.</summary>
internal sealed class PageTask
{
    private bool hasOwner;
    private bool hasDue;

    /// <summary>The words that say so; null for other elements.</summary>
    public string? Of(IElement element)
    {
        if (!hasDue && element.LocalName == "time" && DayOf(element) is { Length: > 0 } day)
        {
            hasDue = true;

            return $"(due {day})";
        }

        if (!hasOwner && (element.HasClass("user-mention") || element.HasClass("user")) && element.TextContent.Trim().TrimStart('@') is { Length: > 0 } name)
        {
            hasOwner = true;

            return $"(owner: {string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))})";
        }

        return null;
    }

    // Notion states the day in words alone.
    private static string? DayOf(IElement time) => time.GetAttribute("datetime") is { Length: 10 } day ? day : time.HasAttribute("datetime") ? null : DateScanner.FirstIn(time.TextContent)?.In(null)?.ToString("O", CultureInfo.InvariantCulture);
}
