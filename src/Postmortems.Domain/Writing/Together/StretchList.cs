namespace Postmortems.Domain.Writing.Together;

/// <summary>Gathers the stretches of a change in their one shortest form, so that equal changes are told alike.</summary>
internal sealed class StretchList
{
    private readonly List<Stretch> stretches = [];

    public void Keep(int length)
    {
        if (length == 0)
        {
            return;
        }

        if (stretches is [.., { Stays: true } last])
        {
            stretches[^1] = last with { Length = last.Length + length };
        }
        else
        {
            stretches.Add(new Stretch(length, null));
        }
    }

    public void Replace(int length, string insert)
    {
        if (length == 0 && insert.Length == 0)
        {
            return;
        }

        if (insert.Length == 0 && stretches is [.., { Insert: "" } gone])
        {
            stretches[^1] = gone with { Length = gone.Length + length };
        }
        else if (length == 0 && stretches is [.., { Length: 0 } put])
        {
            stretches[^1] = put with { Insert = put.Insert + insert };
        }
        else
        {
            stretches.Add(new Stretch(length, insert));
        }
    }

    public ChangeSet ToChangeSet() => new(stretches);
}
