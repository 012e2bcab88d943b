using Postmortems.Domain.Writing;

namespace Postmortems.Tests.Writing;

public class MergeTests
{
    private const string Began = "one\ntwo\nthree\nfour\nfive";

    [Fact]
    public void Puts_changes_of_different_lines_together() =>
        Merge.Of(Began, "one\nTWO\nthree\nfour\nfive", "one\ntwo\nthree\nfour\nfive\nsix").ShouldBe("one\nTWO\nthree\nfour\nfive\nsix");

    [Fact]
    public void Leaves_it_to_people_when_both_changed_the_same_line() =>
        Merge.Of(Began, "one\nTWO\nthree\nfour\nfive", "one\ndos\nthree\nfour\nfive").ShouldBeNull();

    [Fact]
    public void Leaves_it_to_people_when_both_added_at_the_same_place() =>
        Merge.Of(Began, Began + "\nsix", Began + "\nsechs").ShouldBeNull();

    [Fact]
    public void Takes_the_same_change_once() =>
        Merge.Of(Began, "one\nthree\nfour\nfive", "one\nthree\nfour\nfive").ShouldBe("one\nthree\nfour\nfive");

    [Fact]
    public void Keeps_both_additions_at_either_end() =>
        Merge.Of(Began, "zero\n" + Began, Began + "\n").ShouldBe("zero\n" + Began + "\n");
}
