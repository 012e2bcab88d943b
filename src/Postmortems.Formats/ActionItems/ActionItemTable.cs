using Postmortems.Formats.Blocks;
using Postmortems.Formats.Facts;
using Postmortems.Formats.Headings;
using Postmortems.Formats.Times;

namespace Postmortems.Formats.ActionItems;

/// <summary>Action items written as a table.</summary>
internal static class ActionItemTable
{
    private static readonly string[] TitleWords = ["action", "item", "task", "title", "description", "what", "todo", "follow", "improvement", "measure", "massnahme", "aufgabe", "accion", "acao", "azione", "actie", "tache", "アクション", "行动项"];
    private static readonly string[] OwnerWords = ["owner", "who", "assignee", "assigned", "responsible", "dri", "team", "lead", "verantwortlich", "responsable", "responsavel", "zustandig", "eigenaar", "担当", "负责人"];
    private static readonly string[] DueWords = ["due", "deadline", "target", "eta", "when", "date", "fallig", "frist", "echeance", "fecha", "prazo", "期限", "截止日期"];
    private static readonly string[] StatusWords = ["status", "state", "done", "progress", "estado", "statut", "etat", "stato", "状態", "状态"];
    private static readonly string[] TypeWords = ["type", "kind", "category", "typ", "tipo", "categorie", "kategorie"];
    private static readonly string[] PriorityWords = ["priority", "prio", "prioritat", "priorite", "prioridad", "prioridade", "優先度", "优先级"];
    private static readonly string[] LinkWords = ["bug", "link", "ticket", "issue", "tracking", "jira", "pr", "url", "reference", "id", "チケット"];

    /// <returns>Nothing when no column names the promise.</returns>
    public static IEnumerable<ReadActionItem> ItemsOf(Table table, Func<int, int, LineSpan> span)
    {
        var headings = table.Header.Select(cell => HeadingWords.Fold(PlainText.Of(cell))).ToArray();
        var taken = new HashSet<int>();
        var owner = Column(OwnerWords);
        var due = Column(DueWords);
        var status = Column(StatusWords);
        var type = Column(TypeWords);
        var priority = Column(PriorityWords);
        var title = Column(TitleWords) is >= 0 and var named ? named : Column(["name"]);
        var link = Column(LinkWords);

        if (title < 0)
        {
            yield break;
        }

        foreach (var row in table.Rows.Where(row => !Placeholder.Is(Cell(row, title))))
        {
            var isTicked = TakeBox(Cell(row, title), out var words) ?? TakeBox(Cell(row, status), out _);
            var read = ItemWords.Read(words, isTicked, [], ItemGroup.None, span(row.Line, row.Line));

            yield return read with
            {
                Owner = Plain(row, owner) ?? read.Owner,
                Due = DateScanner.FirstIn(Cell(row, due))?.In(null) ?? read.Due,
                Status = ItemStatus.Of(Cell(row, status)) ?? read.Status,
                Type = Plain(row, type),
                Priority = Plain(row, priority) ?? read.Priority,
                Link = Link.In(Cell(row, link)) ?? read.Link ?? row.Cells.Select(Link.In).FirstOrDefault(found => found is not null),
            };
        }

        int Column(string[] words)
        {
            var column = Array.FindIndex(headings, heading => heading.Split(' ').Any(word => words.Contains(word) || words.Contains(word.TrimEnd('s'))));

            if (column >= 0 && taken.Add(column))
            {
                return column;
            }

            return column < 0 ? -1 : Enumerable.Range(0, headings.Length).Where(i => !taken.Contains(i) && headings[i].Split(' ').Any(words.Contains)).Cast<int?>().FirstOrDefault() is { } other && taken.Add(other) ? other : -1;
        }
    }

    // A task of its own in a cell, or a column of boxes.
    private static bool? TakeBox(string cell, out string words)
    {
        if (Checkbox.TryTake(cell.StartsWith("- ", StringComparison.Ordinal) ? cell[2..] : cell, out var ticked, out words))
        {
            return ticked;
        }

        words = cell;
        return null;
    }

    private static string? Plain(TableRow row, int column)
    {
        var text = PlainText.Of(Cell(row, column));

        return Placeholder.Is(text) ? null : text;
    }

    private static string Cell(TableRow row, int column) => column >= 0 && column < row.Cells.Length ? row.Cells[column] : "";
}
