using Postmortems.Domain.Writing.History;

namespace Postmortems.Tests.Writing.History;

public class AuthorshipTests
{
    private static readonly Guid[] People = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];
    private static readonly DateTimeOffset Began = new(2026, 11, 17, 13, 0, 0, TimeSpan.Zero);

    /// <summary>Beside the product's stretches runs the plainest way to know: one writer for each character.</summary>
    [Fact]
    public void Agrees_with_asking_every_single_character()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var authorship = new Authorship();
            var (text, letters, at, sitting) = ("", new List<(Guid By, int Sitting)>(), Began, 1);

            for (var version = 1; version < 60; version++)
            {
                var pause = TimeSpan.FromMinutes(random.Next(20));
                at += pause;
                sitting = version == 1 || pause > Authorship.LongestPause ? version : sitting;
                var by = People[random.Next(People.Length)];
                var (from, until) = Stretch(random, text.Length);
                var put = string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => (char)('a' + random.Next(26))));
                var after = text[..from] + put + text[until..];

                var change = WordChanges.ChangeBetween(text, after);
                letters = Naively(letters, change.Stretches.Select(stretch => (stretch.Length, stretch.Insert)), (by, sitting));
                authorship.Take(version, by, at, change);
                authorship = random.Next(5) == 0 ? Authorship.Parse(authorship.ToJson()) : authorship;
                text = after;

                authorship.Stretches.SelectMany(stretch => Enumerable.Repeat((stretch.Writing.By, stretch.Writing.Sitting), stretch.Length)).ShouldBe(letters, $"seed {seed}, version {version}");
            }
        }
    }

    [Fact]
    public void Tells_from_when_to_when_somebody_wrote()
    {
        var authorship = new Authorship();
        authorship.Take(1, People[0], Began, WordChanges.ChangeBetween("", "The pool"));
        authorship.Take(2, People[0], Began.AddMinutes(14), WordChanges.ChangeBetween("The pool", "The pool ran out"));
        authorship.Take(3, People[1], Began.AddMinutes(30), WordChanges.ChangeBetween("The pool ran out", "The small pool ran out"));

        authorship.Stretches.Select(stretch => (stretch.Length, stretch.Writing)).ShouldBe(
        [
            (4, new WrittenAt(People[0], 1, Began, Began.AddMinutes(14))),
            (6, new WrittenAt(People[1], 3, Began.AddMinutes(30), Began.AddMinutes(30))),
            (12, new WrittenAt(People[0], 1, Began, Began.AddMinutes(14))),
        ]);
    }

    private static List<(Guid By, int Sitting)> Naively(List<(Guid By, int Sitting)> before, IEnumerable<(int Length, string? Insert)> stretches, (Guid By, int Sitting) writer)
    {
        var after = new List<(Guid By, int Sitting)>();
        var at = 0;

        foreach (var (length, insert) in stretches)
        {
            after.AddRange(insert is null ? before.Skip(at).Take(length) : Enumerable.Repeat(writer, insert.Length));
            at += length;
        }

        return after;
    }

    private static (int From, int Until) Stretch(Random random, int length)
    {
        var from = random.Next(length + 1);
        return (from, Math.Min(length, from + random.Next(4)));
    }
}
