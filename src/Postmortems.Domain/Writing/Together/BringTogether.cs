namespace Postmortems.Domain.Writing.Together;

/// <summary>
/// Two changes of one text, made at the same time: the first as it applies after the second. What the second took out is not
/// taken out twice; what the first put in stays, at the edge of a stretch that went. Of two changes that begin at one place,
/// the one that takes out less is applied first. The rules are those of CodeMirror's ChangeSet.map.
/// </summary>
internal static class BringTogether
{
    public static ChangeSet Follow(ChangeSet mine, ChangeSet theirs, bool mineFirst)
    {
        if (mine.Length != theirs.Length)
        {
            throw new ArgumentException($"The changes are for texts of {mine.Length} and {theirs.Length} units.", nameof(theirs));
        }

        var follow = new StretchList();
        var my = new StretchWalk(mine);
        var their = new StretchWalk(theirs);

        // The stretch of mine whose words were put in already, though not all that it covers is behind us.
        var told = -1;

        while (!my.IsDone || !their.IsDone)
        {
            if (my.Stays && their.Stays)
            {
                var both = Math.Min(my.Ahead, their.Ahead);
                follow.Keep(both);
                my.Forward(both);
                their.Forward(both);
            }
            else if (their.Changes && ComeFirst(their, my, told, mineFirst))
            {
                told = PassTheirs(follow, ref my, ref their, told);
            }
            else
            {
                told = PassMine(follow, ref my, ref their, told);
            }
        }

        return follow.ToChangeSet();
    }

    private static bool ComeFirst(StretchWalk their, StretchWalk my, int told, bool mineFirst) =>
        !my.Changes
        || told == my.Index
        || (my.Passed == 0 && (their.Ahead < my.Ahead || (their.Ahead == my.Ahead && !mineFirst)));

    /// <summary>Their words stay; of mine, what lies within the stretch that they took out is told on the way.</summary>
    private static int PassTheirs(StretchList follow, ref StretchWalk my, ref StretchWalk their, int told)
    {
        var left = their.Ahead;
        follow.Keep(their.Insert.Length);

        while (left > 0)
        {
            var piece = Math.Min(my.Ahead, left);

            if (my.Changes && told < my.Index && my.Ahead <= piece)
            {
                follow.Replace(0, my.Insert);
                told = my.Index;
            }

            my.Forward(piece);
            left -= piece;
        }

        their.Next();
        return told;
    }

    /// <summary>My stretch, up to where they begin to put words in; what they took out of it already is not taken out again.</summary>
    private static int PassMine(StretchList follow, ref StretchWalk my, ref StretchWalk their, int told)
    {
        var stands = 0;
        var left = my.Ahead;

        while (left > 0)
        {
            if (their.Stays)
            {
                var piece = Math.Min(left, their.Ahead);
                stands += piece;
                left -= piece;
                their.Forward(piece);
            }
            else if (their.Insert.Length == 0 && their.Ahead < left)
            {
                left -= their.Ahead;
                their.Next();
            }
            else
            {
                break;
            }
        }

        follow.Replace(stands, told < my.Index ? my.Insert : "");
        told = my.Index;
        my.Forward(my.Ahead - left);
        return told;
    }
}
