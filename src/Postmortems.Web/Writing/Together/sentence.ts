import type { EditorState } from "@codemirror/state";

/** What stands before the first word of a line: a sign of a list, a task, a heading. */
const signs = /^\s*(?:(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?|#{1,6}\s+|>\s*)?/;
const ended = /[.!?…]["”’')]*\s+|\|\s*/g;

/** The sentence in which a place stands, within its line or lines, without the signs of Markdown before it. */
export function sentenceAround(state: EditorState, from: number, to: number): { from: number; to: number; words: string } {
  const first = state.doc.lineAt(from);
  const last = state.doc.lineAt(to);
  const before = state.sliceDoc(first.from, from);
  const after = state.sliceDoc(to, last.to);
  const begins = [...before.matchAll(ended)].at(-1);
  const start = first.from + (begins ? begins.index + begins[0].length : Math.min(signs.exec(before)![0].length, before.length));
  const stop = /[.!?…]["”’')]*(?=\s|$)|\s*\|/.exec(after);
  const end = !stop ? after.length : stop[0].trim().startsWith("|") ? stop.index : stop.index + stop[0].length;
  return { from: start, to: to + end, words: state.sliceDoc(start, to + end) };
}
