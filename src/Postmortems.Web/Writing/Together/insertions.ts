import { EditorSelection, type Line, type StateCommand, type Text } from "@codemirror/state";
import { around, treeOf, trimmed } from "./inlineMarks";

/** Makes a link of what is selected, or of nothing yet; in a link, only its words stay. */
export const toggleLink: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const { main } = state.selection;
  const link = around(treeOf(state), main, "Link");
  const label = link && link.getChildren("LinkMark")[1];

  if (link && label) {
    const changes = [
      { from: link.from, to: link.from + 1 },
      { from: label.from, to: link.to },
    ];
    dispatch(state.update({ changes, userEvent: "delete" }));
    return true;
  }

  const range = (main.empty ? state.wordAt(main.head) : trimmed(state, main)) ?? main;
  const words = state.sliceDoc(range.from, range.to);
  const isAddress = /^(?:https?:\/\/|mailto:)\S+$/i.test(words);
  const insert = isAddress ? `[](${words})` : `[${words}](https://)`;
  const chosen = isAddress ? EditorSelection.cursor(range.from + 1) : EditorSelection.range(range.from + words.length + 3, range.from + insert.length - 1);
  const selection = words ? chosen : EditorSelection.cursor(range.from + 1);
  dispatch(state.update({ changes: { from: range.from, to: range.to, insert }, selection, userEvent: "input", scrollIntoView: true }));
  return true;
};

/** A table in a table would be neither. */
function belowTable(text: Text, line: Line): Line {
  const isRow = (one: Line) => /^\s*\|/.test(one.text);
  while (isRow(line) && line.number < text.lines && isRow(text.line(line.number + 1))) line = text.line(line.number + 1);
  return line;
}

/** A small table under the line of the caret, with its first heading selected so that it can be typed over. */
export const insertTable: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const line = belowTable(state.doc, state.doc.lineAt(state.selection.main.to));
  const follows = line.number < state.doc.lines && state.doc.line(line.number + 1).text.trim() !== "";
  const before = line.text.trim() === "" ? "" : "\n\n";
  const insert = `${before}| When | What |\n| --- | --- |\n|  |  |${follows ? "\n" : ""}`;
  const first = line.to + before.length + 2;
  dispatch(state.update({ changes: { from: line.to, insert }, selection: EditorSelection.range(first, first + 4), userEvent: "input", scrollIntoView: true }));
  return true;
};
