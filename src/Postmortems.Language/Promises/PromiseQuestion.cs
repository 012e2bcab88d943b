namespace Postmortems.Language.Promises;

/// <summary>A quiet question about an action item. It asks; it never marks and never blocks.</summary>
/// <param name="Rule">Stable name, such as "care".</param>
/// <param name="Field">What it is about: "title", "done-when", "owner" or "causes".</param>
/// <param name="Match">The words that made us ask; empty when something is missing.</param>
public sealed record PromiseQuestion(string Rule, string Field, string Match, string Question);
