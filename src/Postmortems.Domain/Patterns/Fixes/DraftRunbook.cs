using System.Globalization;
using System.Text;
using Postmortems.Domain.Timeline;

namespace Postmortems.Domain.Patterns.Fixes;

/// <summary>Writes down what people did, as Markdown to begin a runbook from. It invents nothing: what was not recorded is asked.</summary>
public static class DraftRunbook
{
    private const int MostIncidents = 10;

    public static string Of(int number, string name, IReadOnlyList<HandStepRow> steps)
    {
        var text = new StringBuilder();
        var incidents = steps.GroupBy(step => step.Incident).Take(MostIncidents).ToList();
        text.AppendLine(CultureInfo.InvariantCulture, $"# Runbook draft: {OneLine(name)}\n");
        text.AppendLine(CultureInfo.InvariantCulture, $"Drafted from PAT-{number}: what people did by hand in {(incidents.Count == 1 ? "one incident" : $"{incidents.Count} incidents")}. Nobody has tried it as a whole; check each step.\n");
        text.AppendLine("## When to use it\n");

        foreach (var incident in incidents)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- INC-{incident.Key}: {OneLine(incident.First().IncidentTitle)}");
        }

        text.AppendLine("\n## Steps, as they were done\n");

        foreach (var incident in incidents)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"In INC-{incident.Key}:\n");
            var at = 0;

            foreach (var step in incident)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{++at}. {OneLine(step.Text)} ({Minutes(step)}; {Effect(step)})");

                if (step.Evidence.Length > 0)
                {
                    text.AppendLine(CultureInfo.InvariantCulture, $"   - Recorded: {OneLine(step.Evidence)}");
                }
            }

            text.AppendLine();
        }

        text.AppendLine("## Checks\n");
        text.AppendLine("- [ ] Before: what shows that this is the same condition, and not one that looks like it?");
        text.AppendLine("- [ ] After each step: which number should move, how far, and within how many minutes?\n");
        text.AppendLine("## Stop conditions\n");
        text.AppendLine("- [ ] Stop when a step has not helped after the time it took above, and call the owner of the service.");
        text.AppendLine("- [ ] Stop when anything else gets worse. Say here how each step is taken back.");
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Minutes(HandStepRow step) => step.Minutes is { } minutes ? string.Create(CultureInfo.InvariantCulture, $"{minutes} min") : "nobody wrote down how long it took";

    private static string Effect(HandStepRow step) => step.Effect is FixEffect.StoppedImpact ? "it stopped the impact" : "it helped in part";

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
