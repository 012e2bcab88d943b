namespace Postmortems.Formats.Tests;

/// <summary>Pieces of markup that only one tool writes.</summary>
public class ReadingToolsTests
{
    [Fact]
    public void Reads_what_Confluence_folds_without_its_arrow()
    {
        var read = Read("<h2>Root causes</h2><div class=\"expand-container\"><div class=\"expand-control\"><span class=\"expand-control-icon\"><img class=\"expand-control-image\" src=\"arrow.png\"></span><span class=\"expand-control-text\">All of them</span></div>"
            + "<div class=\"expand-content\"><ol><li>The pool was too small</li><li>Nobody knew its limit</li></ol></div></div>");

        read.Causes.Select(cause => cause.Text).ShouldBe(["The pool was too small", "Nobody knew its limit"]);
        read.Body.ShouldContain("**All of them**");
        read.Body.ShouldNotContain("arrow.png");
    }

    [Fact]
    public void Reads_lozenges_dates_people_tickets_and_boxes_in_a_table_of_Confluence()
    {
        var items = Read("<h2>Action items</h2><table class=\"confluenceTable\"><tr><th>#</th><th>Action</th><th>Owner</th><th>Due date</th><th>Status</th><th>Jira</th></tr>"
            + "<tr><td>1</td><td><p>Grow the pool</p></td><td><a class=\"user-mention\" href=\"#\">Ada Okafor</a></td><td><time datetime=\"2026-06-20\">20 Jun 2026</time></td><td><span class=\"status-macro aui-lozenge\">IN PROGRESS</span></td><td><a href=\"https://jira.example.org/OPS-9\" class=\"jira-issue-key\"><img class=\"icon\" src=\"x.png\">OPS-9</a></td></tr>"
            + "<tr><td>2</td><td><ul class=\"inline-task-list\"><li class=\"checked\">Test its limit</li></ul></td><td></td><td></td><td></td><td></td></tr></table>").ActionItems;

        items.Select(item => (item.Title, item.Owner, item.Due, item.Status, item.Link)).ShouldBe(
        [
            ("Grow the pool", "Ada Okafor", new DateOnly(2026, 6, 20), "in-progress", "https://jira.example.org/OPS-9"),
            ("Test its limit", null, null, "done", null),
        ]);
    }

    [Fact]
    public void Parts_the_chosen_values_of_Notion() =>
        Read("<table class=\"properties\"><tr><th>Services</th><td><span class=\"selected-value\">images</span><span class=\"selected-value\">cdn</span></td></tr></table>").Services.ShouldBe(["images", "cdn"]);

    [Fact]
    public void Reads_who_and_when_from_a_to_do_of_Notion_and_its_table_of_tasks()
    {
        var items = Read("<h2>Action items</h2><ul class=\"to-do-list\"><li><div class=\"checkbox checkbox-off\"></div> <span class=\"to-do-children-unchecked\">Alert on dead workers <span class=\"user\">@Grace Lind</span> <time>@June 30, 2026</time></span></li></ul>"
            + "<h3>Tasks</h3><table class=\"collection-content\"><thead><tr><th>Name</th><th>Done</th><th>Assignee</th></tr></thead><tbody><tr><td><a href=\"Tasks/a.html\">Limit the size</a></td><td><div class=\"checkbox checkbox-on\"></div></td><td><span class=\"user\">Ada Okafor</span></td></tr></tbody></table>").ActionItems;

        items.Select(item => (item.Title, item.Owner, item.Due, item.Status)).ShouldBe(
        [
            ("Alert on dead workers", "Grace Lind", new DateOnly(2026, 6, 30), "open"),
            ("[Limit the size](Tasks/a.html)", "Ada Okafor", null, "done"),
        ]);
    }

    [Fact]
    public void Reads_the_boxes_that_Google_Docs_writes_as_signs() =>
        Read("<h2>Action items</h2><ul class=\"lst-kix_a-0\"><li>☐ Give the lock a limit (@ada)</li><li><span style=\"text-decoration:line-through\">☑ Restart the workers</span></li></ul>").ActionItems
            .Select(item => (item.Title, item.Owner, item.Status)).ShouldBe([("Give the lock a limit", "@ada", "open"), ("Restart the workers", null, "done")]);

    [Theory]
    [InlineData("<pre>first<br>second</pre>", "first\nsecond")]
    [InlineData("<pre>see <img alt=\"the graph\" src=\"a.png\"></pre>", "see ![the graph](a.png)")]
    [InlineData("<table><tr><td>1<td><table><tr><td>two<td>three</table></table>", "| 1 | two three |")]
    [InlineData("<table><tr><th>#<th>Name<tr><td>1<td>a</table>", "| # | Name |")]
    public void Keeps_lines_pictures_and_gaps_where_structure_is_lost(string html, string markdown) => Read(html).Body.ShouldContain(markdown);

    private static ReadDocument Read(string html) => DocumentReader.Read("a.html", $"<h1>Workers stood still</h1>{html}");
}
