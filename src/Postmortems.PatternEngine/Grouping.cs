using Postmortems.PatternEngine.Explaining;
using Postmortems.PatternEngine.Groups;

namespace Postmortems.PatternEngine;

/// <summary>
/// Puts statements that say the same thing into groups. The order of the statements never matters, and the line
/// between alike and not alike is drawn from the statements themselves.
/// </summary>
public static class Grouping
{
    /// <returns>Groups of two or more, the largest first; statements that stand alone are left out.</returns>
    public static IReadOnlyList<Group> Of(IReadOnlyList<Statement> statements) => Of(statements, Decisions.None);

    /// <inheritdoc cref="Of(IReadOnlyList{Statement})"/>
    /// <exception cref="ArgumentException">Two statements are to be together and apart.</exception>
    public static IReadOnlyList<Group> Of(IReadOnlyList<Statement> statements, Decisions decisions) =>
        new Explanation(new Grouped(statements, decisions)).Groups();
}
