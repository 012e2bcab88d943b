using System.Globalization;
using System.Text.RegularExpressions;

namespace Postmortems.Domain.Timeline;

/// <summary>A fix step in words: "paused the price preview job, by hand, 3m, no effect".</summary>
internal static partial class QuickFix
{
    /// <summary>The first word that stands in the text decides, so the telling ones come first.</summary>
    private static readonly (string Words, string Kind)[] Kinds =
    [
        (@"roll(ed|ing)? ?back (the )?(config|configuration|flag|setting)|flag off|switch(ed)? off .*flag", "rollback-config"),
        (@"roll(ed|ing)? ?back|revert(ed)?", "rollback-code"),
        (@"fail(ed|ing)? ?over|switch(ed)? region", "failover"),
        (@"re-?run|ran .* again|backfill(ed)?|reprint(ed)?|replay(ed)?", "re-run"),
        (@"restart(ed)?|reboot(ed)?|recycl(e|ed)|bounce(d)?", "restart"),
        (@"restor(e|ed)", "restore-data"),
        (@"throttl(e|ed)|shed|rate limit", "throttle"),
        (@"limit|quota|maximum|raised", "raise-limit"),
        (@"scal(e|ed)|capacity|added (pods|nodes|instances|replicas)", "scale-up"),
        (@"drain(ed)?|isolat(e|ed)|quarantin(e|ed)|cordon(ed)?", "drain"),
        (@"block(ed)?|bann?ed", "block-traffic"),
        (@"purg(e|ed)", "purge-queue"),
        (@"clear(ed)? (the )?cache|flush(ed)?", "clear-cache"),
        (@"kill(ed)?|ended (the )?(job|query)", "kill-job"),
        (@"renew(ed)?|rotat(e|ed)", "renew-secret"),
        (@"grant(ed)?|permission|policy", "fix-permission"),
        (@"paus(e|ed)|fr(ee|o)ze(n)?", "pause-automation"),
        (@"disabl(e|ed)|switch(ed)? off|turn(ed)? off|degrad(e|ed)", "degrade-feature"),
        (@"replac(e|ed)", "replace"),
        (@"hotfix|patch(ed)?|deployed a fix", "fix-code"),
    ];

    public static (string Text, FixStep Fix) Read(string words)
    {
        var parts = words.Split(',').Select(part => part.Trim()).ToList();
        var actor = FixActor.Person;
        var effect = FixEffect.Unknown;
        int? minutes = null;

        // Only what stands at the end is about the step; the sentence itself may hold commas too.
        while (parts.Count > 1)
        {
            var part = parts[^1];

            if (ActorOf(part) is { } by)
            {
                actor = by;
            }
            else if (EffectOf(part) is { } did)
            {
                effect = did;
            }
            else if (MinutesOf(part) is { } took)
            {
                minutes = took;
            }
            else
            {
                break;
            }

            parts.RemoveAt(parts.Count - 1);
        }

        var text = string.Join(", ", parts);
        return (text, new FixStep(KindOf(text), actor, minutes, effect));
    }

    private static string KindOf(string text) =>
        Kinds.Where(kind => Regex.IsMatch(text, $@"\b({kind.Words})\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            .Select(kind => kind.Kind)
            .FirstOrDefault("unknown");

    private static FixActor? ActorOf(string part) => part.ToUpperInvariant() switch
    {
        "BY HAND" or "MANUALLY" or "MANUAL" => FixActor.Person,
        "AUTOMATICALLY" or "AUTOMATIC" or "BY AUTOMATION" or "AUTOMATED" => FixActor.Automation,
        _ => null,
    };

    private static FixEffect? EffectOf(string part) => part.ToUpperInvariant() switch
    {
        "NO EFFECT" or "DID NOT HELP" or "DIDN'T HELP" => FixEffect.None,
        "HELPED IN PART" or "HELPED" or "PARTLY" or "PARTIAL" => FixEffect.Partial,
        "STOPPED IT" or "STOPPED THE IMPACT" or "FIXED IT" => FixEffect.StoppedImpact,
        "MADE IT WORSE" or "WORSE" => FixEffect.MadeWorse,
        _ => null,
    };

    private static int? MinutesOf(string part)
    {
        var match = Length().Match(part);
        return match.Success && int.TryParse(match.Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? match.Groups["unit"].Value is ['h' or 'H', ..] ? count * 60 : count
            : null;
    }

    [GeneratedRegex(@"^(?<count>\d{1,4})\s*(?<unit>m|min|mins|minutes?|h|hours?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Length();
}
