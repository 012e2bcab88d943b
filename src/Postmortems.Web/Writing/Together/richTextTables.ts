/** The rows of a pipe table. Its first row is its head, as Markdown knows no table without; a cell is one line. */
export function tableRows(table: HTMLTableElement, wordsOf: (cell: HTMLTableCellElement) => string): string[] {
  const grid: string[][] = [];

  [...table.rows].forEach((row, number) => {
    let place = 0;
    for (const cell of row.cells) {
      const line = (grid[number] ??= []);
      while (line[place] !== undefined) place++;
      line[place] = oneLine(wordsOf(cell));
      spread(grid, number, place, cell);
      place += 1;
    }
  });

  const width = Math.max(1, ...grid.map((row) => row.length));
  const lines = grid.map((row) => `| ${Array.from({ length: width }, (_, i) => row[i] ?? "").join(" | ")} |`);
  return [lines[0] ?? "|  |", `|${" --- |".repeat(width)}`, ...lines.slice(1)];
}

/** Cells that another one covers are empty. A page may ask for any number of them. */
function spread(grid: string[][], number: number, place: number, cell: HTMLTableCellElement): void {
  const [down, across] = [Math.min(cell.rowSpan || 1, 200), Math.min(cell.colSpan, 50)];
  for (let row = number; row < number + down; row++) {
    for (let column = place; column < place + across; column++) {
      if (row !== number || column !== place) (grid[row] ??= [])[column] ??= "";
    }
  }
}

function oneLine(words: string): string {
  return words.trim().replace(/\\?\n\s*(?:[-*+]|\d+\.)\s+/g, "; ").replace(/\s*\\?\n+\s*/g, " ").replace(/^[-*+]\s+/, "").replace(/(?<!\\)\|/g, "\\|");
}
