import { syntaxTree } from "@codemirror/language";
import type { ChangeSpec, EditorState, Line, StateCommand } from "@codemirror/state";
import { around, treeOf } from "./inlineMarks";

/** A sign at the beginning of a line. */
export interface LineMark {
  is: (sign: string) => boolean;
  put: (count: number) => string;
}

export const heading = (level: number): LineMark => ({ is: (sign) => sign.trim() === "#".repeat(level), put: () => `${"#".repeat(level)} ` });
export const bullets: LineMark = { is: (sign) => /^[-*+]\s+$/.test(sign), put: () => "- " };
export const numbers: LineMark = { is: (sign) => /^\d+[.)]\s+$/.test(sign), put: (count) => `${count}. ` };
export const tasks: LineMark = { is: (sign) => sign.includes("["), put: () => "- [ ] " };

const parts = /^((?:\s*>)*\s*)(#{1,6}\s+|(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?)?/;

export function isLine(state: EditorState, mark: LineMark): boolean {
  const lines = chosen(state);
  return lines.length > 0 && lines.every((line) => mark.is(signOf(line).sign));
}

/** Makes every chosen line one of these, or plain again when all of them are. */
export function toggleLines(mark: LineMark): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const tree = treeOf(state);
    const lines = chosen(state).filter((line) => !around(tree, line, "FencedCode"));
    const takesAway = lines.every((line) => mark.is(signOf(line).sign));
    const counts = new Map<string, number>();

    const changes = lines.map((line): ChangeSpec => {
      const { before, sign } = signOf(line);
      const count = (counts.get(before) ?? 0) + 1;
      counts.set(before, count);
      const from = line.from + before.length;
      return { from, to: from + sign.length, insert: takesAway ? "" : mark.put(count) };
    });

    const made = state.changes(changes);
    dispatch(state.update({ changes: made, selection: state.selection.map(made, 1), userEvent: "input", scrollIntoView: true }));
    return true;
  };
}

export function isQuote(state: EditorState): boolean {
  return everyLine(state).every((line) => /^\s*>/.test(line.text));
}

export const toggleQuote: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const lines = everyLine(state);
  const changes = isQuote(state)
    ? lines.map((line): ChangeSpec => ({ from: line.from, to: line.from + (/^\s*> ?/.exec(line.text)?.[0].length ?? 0) }))
    : lines.map((line): ChangeSpec => ({ from: line.from, insert: "> " }));
  const made = state.changes(changes);
  dispatch(state.update({ changes: made, selection: state.selection.map(made, 1), userEvent: "input", scrollIntoView: true }));
  return true;
};

export function isCodeBlock(state: EditorState): boolean {
  return around(syntaxTree(state), state.selection.main, "FencedCode") !== null;
}

export const toggleCodeBlock: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const { main } = state.selection;
  const block = around(treeOf(state), main, "FencedCode");
  const [first, last] = [state.doc.lineAt(block?.from ?? main.from), state.doc.lineAt(block?.to ?? main.to)];

  if (block) {
    const closes = last.number > first.number && /^\s*(```|~~~)/.test(last.text);
    const changes = [
      { from: first.from, to: Math.min(first.to + 1, state.doc.length) },
      ...(closes ? [{ from: last.number === first.number + 1 ? last.from : last.from - 1, to: last.to }] : []),
    ];
    dispatch(state.update({ changes, userEvent: "delete", scrollIntoView: true }));
    return true;
  }

  const fence = "`".repeat(Math.max(2, ...[...state.sliceDoc(first.from, last.to).matchAll(/^\s*(`{3,})/gm)].map((run) => run[1]!.length)) + 1);
  const made = state.changes([
    { from: first.from, insert: `${fence}\n` },
    { from: last.to, insert: `\n${fence}` },
  ]);
  const moved = state.selection.ranges.map((range) => made.mapPos(range.head, range.head === first.from && range.head < last.to ? 1 : -1));
  const anchor = main.empty && first.from === last.to ? first.from + fence.length + 1 : moved[state.selection.mainIndex]!;
  dispatch(state.update({ changes: made, selection: { anchor }, userEvent: "input", scrollIntoView: true }));
  return true;
};

export function signOf(line: Line): { before: string; sign: string } {
  const found = parts.exec(line.text);
  return { before: found?.[1] ?? "", sign: found?.[2] ?? "" };
}

/** Empty lines between are left alone; an empty line on its own becomes the first of what is begun. */
function chosen(state: EditorState): Line[] {
  const lines = everyLine(state);
  const said = lines.filter((line) => line.text.trim() !== "");
  return said.length > 0 ? said : lines.slice(0, 1);
}

function everyLine(state: EditorState): Line[] {
  const numbers = new Set<number>();
  for (const range of state.selection.ranges) {
    const last = state.doc.lineAt(range.to);
    // A selection that ends before the first letter of a line does not mean this line.
    const end = !range.empty && last.from === range.to && range.from < last.from ? last.number - 1 : last.number;
    for (let number = state.doc.lineAt(range.from).number; number <= end; number++) numbers.add(number);
  }
  return [...numbers].sort((a, b) => a - b).map((number) => state.doc.line(number));
}
