import type { ChangeSpec, EditorState, Line, StateCommand } from "@codemirror/state";
import { signOf } from "./lineMarks";

/** Tab puts list items under the one above. Outside of lists it is not ours, so that the keyboard gets on. */
export const indentItems: StateCommand = (view) => moveItems(view, (state, line) => under(state, line));

export const outdentItems: StateCommand = (view) => moveItems(view, (state, line) => beside(state, line));

/** Enter in an empty item ends the list, with an empty line: without one, Markdown takes what follows into the last item. */
export const endList: StateCommand = ({ state, dispatch }) => {
  const { main } = state.selection;
  const line = state.doc.lineAt(main.head);
  const isEmptyItem = /^(?:[-*+]|\d+[.)])(?: \[[ xX]\])?\s*$/.test(line.text);
  if (state.readOnly || !main.empty || state.selection.ranges.length > 1 || main.head < line.to || !isEmptyItem || line.number === 1) return false;
  if (state.doc.line(line.number - 1).text.trim() === "") return false;
  dispatch(state.update({ changes: { from: line.from, to: line.to, insert: state.lineBreak }, selection: { anchor: line.from + 1 }, userEvent: "input", scrollIntoView: true }));
  return true;
};

function moveItems({ state, dispatch }: Parameters<StateCommand>[0], target: (state: EditorState, line: Line) => string): boolean {
  const lines = linesOf(state);
  if (state.readOnly || !lines.every(isItem)) return false;

  // All move as far as the first of them, so that what stands under one another stays so.
  const first = lines[0]!;
  const depth = target(state, first).length;
  const by = depth - signOf(first).before.length;
  const changes = lines.map((line): ChangeSpec => (by >= 0 ? { from: line.from, insert: " ".repeat(by) } : { from: line.from, to: line.from + Math.min(-by, /^\s*/.exec(line.text)![0].length) }));
  if (lines.length === 1 && by !== 0) changes.push(...numbered(state, first, depth));
  dispatch(state.update({ changes, userEvent: by >= 0 ? "input.indent" : "delete.dedent", scrollIntoView: true }));
  return true;
}

/** Where the words of the nearest item above begin that stands as deep as this. */
function under(state: EditorState, line: Line): string {
  const depth = signOf(line).before.length;
  for (const above of itemsAbove(state, line)) {
    const { before, sign } = signOf(above);
    if (before.length < depth) break;
    if (before.length === depth) return " ".repeat(depth + sign.replace(/\[.*$/, "").length);
  }
  return " ".repeat(depth);
}

/** Where the item begins under which this stands. */
function beside(state: EditorState, line: Line): string {
  const depth = signOf(line).before.length;
  for (const above of itemsAbove(state, line)) {
    const { before } = signOf(above);
    if (before.length < depth) return before;
  }
  return "";
}

/** A numbered item counts on from the one it now follows. */
function numbered(state: EditorState, line: Line, depth: number): ChangeSpec[] {
  const { before, sign } = signOf(line);
  const number = /^\d+/.exec(sign)?.[0];
  if (!number) return [];

  let follows = 0;
  for (const above of itemsAbove(state, line)) {
    const place = signOf(above);
    if (place.before.length > depth) continue;
    if (place.before.length === depth) follows = Number(/^\d+/.exec(place.sign)?.[0] ?? 0);
    break;
  }
  const from = line.from + before.length;
  return [{ from, to: from + number.length, insert: String(follows + 1) }];
}

function* itemsAbove(state: EditorState, line: Line): Iterable<Line> {
  for (let number = line.number - 1; number > 0; number--) {
    const above = state.doc.line(number);
    if (isItem(above)) yield above;
    else if (/^\S/.test(above.text)) return;
  }
}

function isItem(line: Line): boolean {
  return /^(?:[-*+]|\d+[.)])/.test(signOf(line).sign);
}

function linesOf(state: EditorState): Line[] {
  const { from, to } = state.selection.main;
  const lines: Line[] = [];
  for (let number = state.doc.lineAt(from).number; number <= state.doc.lineAt(to).number; number++) {
    const line = state.doc.line(number);
    if (line.text.trim() !== "" || lines.length === 0) lines.push(line);
  }
  return lines;
}
