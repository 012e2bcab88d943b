using System.Diagnostics;
using System.Text.Json;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Writing.Together;

/// <summary>The browser's side, run by Node: it makes up a history from dice and says what becomes of it.</summary>
public sealed class CodeMirror : IDisposable
{
    private readonly Process node;

    public CodeMirror()
    {
        var packages = Path.Combine(SourceTree.Root, "src/Postmortems.Web/Client/package.json");
        var script = Path.Combine(SourceTree.Root, "tests/Postmortems.Tests/Writing/Together/codemirror.mjs");
        var product = Path.Combine(SourceTree.Root, "src/Postmortems.Web/Writing/Together/sharing.ts");
        node = Process.Start(new ProcessStartInfo("node", [script, packages, product]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
    }

    public History Play(int[] dice)
    {
        node.StandardInput.WriteLine(JsonSerializer.Serialize(dice));
        node.StandardInput.Flush();
        return JsonSerializer.Deserialize<History>(node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Node ended; its complaint stands above."), JsonSerializerOptions.Web)!;
    }

    public void Dispose()
    {
        node.StandardInput.Close();
        node.WaitForExit();
        node.Dispose();
    }
}

public sealed record History(string Raw, string Begun, IReadOnlyList<Round> Rounds);

/// <param name="IsFirst">Whether its words stand first where others put words in at the same place.</param>
/// <param name="Sent">What one window changed in the text, one upon the other.</param>
/// <param name="Accepted">What others changed in the same text meanwhile.</param>
/// <param name="Rebased">What the window makes of its own changes after those of the others.</param>
public sealed record Round(bool IsFirst, IReadOnlyList<ChangedText> Sent, IReadOnlyList<ChangedText> Accepted, IReadOnlyList<JsonElement> Rebased, string Text);

/// <param name="Places">Some places before it, each with where it stands after it when it sticks to what is before it, and when to what comes next.</param>
public sealed record ChangedText(JsonElement Changes, string Text, IReadOnlyList<IReadOnlyList<int>> Places);
