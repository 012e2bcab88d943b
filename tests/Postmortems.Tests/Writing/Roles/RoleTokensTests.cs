using Postmortems.Domain.Writing.Roles;

namespace Postmortems.Tests.Writing.Roles;

public class RoleTokensTests
{
    private readonly RoleTokens roles = new(
        [Person("Ada Okafor"), Person("Mark Stone"), Person("Mark Ellis"), Person("Lin Wu", "the facilitator")],
        [Person("Grace Lindqvist"), Person("O'Neil (SRE)")]);

    [Theory]
    [InlineData("Then Ada Okafor restarted it.", "Then engineer A restarted it.")]
    [InlineData("Ada restarted it, and Ada's change held.", "Engineer A restarted it, and engineer A's change held.")]
    [InlineData("- Ada looked\n- asked Lin Wu", "- Engineer A looked\n- asked the facilitator")]
    [InlineData("It was Mark, or @Mark Ellis.", "It was an engineer, or engineer C.")]
    [InlineData("Grace Lindqvist knew; the Grace period ended.", "Engineer D knew; the Grace period ended.")]
    [InlineData("O'Neil (SRE) came, O''Neil (SRE) went.", "Engineer E came, engineer E went.")]
    [InlineData("Adamant and ada.example.org and /Ada stay.", "Adamant and ada.example.org and /Ada stay.")]
    [InlineData("(Ada, Lin Wu) @Ada: Ada-led, Ada.", "(Engineer A, the facilitator) engineer A: Ada-led, engineer A.")]
    [InlineData("mail ada@Ada and @@Ada, Ada\u0301 and _Ada_ stay", "mail ada@Ada and @@Ada, Ada\u0301 and _Ada_ stay")]
    [InlineData("😀Ada", "😀engineer A")]
    [InlineData("", "")]
    public void Put_the_same_role_for_the_same_person_and_leave_other_words(string text, string shown) => roles.In(text).ShouldBe(shown);

    [Fact]
    public void Leave_everything_where_nobody_is_known() => new RoleTokens([], []).In("Ada came.").ShouldBe("Ada came.");

    [Fact]
    public void Take_the_longest_of_names_that_begin_alike() =>
        new RoleTokens([Person("Ann Lee"), Person("Ann Lee Moss")], []).In("Ann Lee Moss asked Ann Lee.").ShouldBe("Engineer B asked engineer A.");

    private static NamedPerson Person(string name, string? role = null) => new(Guid.CreateVersion7(), name, role);
}
