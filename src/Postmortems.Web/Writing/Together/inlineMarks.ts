import { ensureSyntaxTree, syntaxTree } from "@codemirror/language";
import { EditorSelection, type ChangeSpec, type EditorState, type SelectionRange, type StateCommand } from "@codemirror/state";
import type { SyntaxNode, Tree } from "@lezer/common";

/** A sign on both sides of some words. */
interface Mark {
  node: string;
  sign: string;
}

export const bold: Mark = { node: "StrongEmphasis", sign: "**" };
export const italic: Mark = { node: "Emphasis", sign: "*" };
export const code: Mark = { node: "InlineCode", sign: "`" };

export interface Piece {
  from: number;
  to: number;
}

/** What stands before the words of a line: quote, list, heading. */
const lead = /^(?:\s*>)*\s*(?:#{1,6}\s+|(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?)?/;

export function treeOf(state: EditorState): Tree {
  const end = Math.max(...state.selection.ranges.map((range) => range.to));
  return ensureSyntaxTree(state, Math.min(end + 1, state.doc.length), 200) ?? syntaxTree(state);
}

export function around(tree: Tree, { from, to }: Piece, name: string): SyntaxNode | null {
  for (const start of [tree.resolveInner(from, 1), tree.resolveInner(to, -1)]) {
    for (let node: SyntaxNode | null = start; node; node = node.parent) {
      if (node.name === name && node.from <= from && node.to >= to) return node;
    }
  }
  return null;
}

export function isMarked(state: EditorState, { node }: Mark): boolean {
  const tree = syntaxTree(state);
  const pieces = state.selection.ranges.flatMap((range) => piecesOf(state, tree, range));
  return pieces.length > 0 && pieces.every((piece) => around(tree, piece, node) !== null);
}

/** Puts the sign around what is selected, line by line, or around the word at the caret; takes it away where it stands already. */
export function toggleMark(mark: Mark): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const tree = treeOf(state);
    const pieces = state.selection.ranges.flatMap((range) => piecesOf(state, tree, range));

    if (pieces.length === 0) {
      const { main } = state.selection;
      if (main.empty) dispatch(state.update(begun(state, main.head, mark), { userEvent: "input", scrollIntoView: true }));
      return true;
    }

    const takesAway = pieces.every((piece) => around(tree, piece, mark.node) !== null);
    const changes = state.changes(takesAway ? withoutMarks(tree, pieces, mark) : pieces.flatMap((piece) => withMarks(state, tree, piece, mark)));
    const selection = EditorSelection.create(
      state.selection.ranges.map((range) => {
        if (!range.empty) return EditorSelection.range(changes.mapPos(range.from, 1), changes.mapPos(range.to, -1));
        return EditorSelection.cursor(changes.mapPos(range.head, pieces.some((piece) => piece.to === range.head) ? -1 : 1));
      }),
      state.selection.mainIndex,
    );
    dispatch(state.update({ changes, selection, userEvent: "input", scrollIntoView: true }));
    return true;
  };
}

/** With nothing to mark, both signs come and the caret between them; pressed again they go. */
function begun(state: EditorState, at: number, { sign }: Mark): { changes: ChangeSpec; selection?: { anchor: number } } {
  const letter = sign.charAt(0);
  const line = state.doc.lineAt(at);
  const before = runAtEnd(state.sliceDoc(line.from, at), letter);
  const after = runAtEnd([...state.sliceDoc(at, line.to)].reverse().join(""), letter);
  const stands = before === after && (sign.length === 2 ? before >= 2 : before % 2 === 1);
  return stands
    ? { changes: { from: at - sign.length, to: at + sign.length } }
    : { changes: { from: at, insert: sign + sign }, selection: { anchor: at + sign.length } };
}

function runAtEnd(text: string, letter: string): number {
  return text.length - [...text].reduceRight((end, found, i) => (found === letter && i === end - 1 ? i : end), text.length);
}

function withoutMarks(tree: Tree, pieces: Piece[], { node }: Mark): ChangeSpec[] {
  const nodes = new Map(pieces.map((piece) => around(tree, piece, node)).filter((found) => found !== null).map((found) => [found.from, found]));
  return [...nodes.values()].flatMap(signsOf);
}

function withMarks(state: EditorState, tree: Tree, piece: Piece, { node, sign }: Mark): ChangeSpec[] {
  const inner: SyntaxNode[] = [];
  tree.iterate({ ...piece, enter: (found) => void (found.name === node && inner.push(found.node)) });
  const from = Math.min(piece.from, ...inner.map((found) => found.from));
  const to = Math.max(piece.to, ...inner.map((found) => found.to));
  const [open, close] = node === code.node && inner.length === 0 ? fence(state.sliceDoc(from, to)) : [sign, sign];
  return [{ from, insert: open }, ...inner.flatMap(signsOf), { from: to, insert: close }];
}

function signsOf(node: SyntaxNode): ChangeSpec[] {
  return [node.firstChild, node.lastChild].flatMap((sign) => (sign?.name.endsWith("Mark") ? [{ from: sign.from, to: sign.to }] : []));
}

/** Words that hold backticks themselves stand between more of them. */
function fence(words: string): [string, string] {
  const longest = Math.max(0, ...[...words.matchAll(/`+/g)].map((run) => run[0].length));
  const sign = "`".repeat(longest + 1);
  return longest === 0 ? [sign, sign] : [`${sign} `, ` ${sign}`];
}

function piecesOf(state: EditorState, tree: Tree, range: SelectionRange): Piece[] {
  if (range.empty) {
    const word = state.wordAt(range.head);
    return word && !around(tree, word, "FencedCode") ? [word] : [];
  }

  const pieces: Piece[] = [];
  for (let at = range.from; at <= range.to; at = state.doc.lineAt(at).to + 1) {
    const line = state.doc.lineAt(at);
    const begin = line.from + (lead.exec(line.text)?.[0].length ?? 0);
    const piece = trimmed(state, { from: Math.max(range.from, begin), to: Math.min(range.to, line.to) });
    if (!piece || around(tree, piece, "FencedCode")) continue;
    if (around(tree, piece, "Table")) pieces.push(...cellsOf(state, tree, piece));
    else pieces.push(piece);
  }
  return pieces;
}

function cellsOf(state: EditorState, tree: Tree, piece: Piece): Piece[] {
  const cells: Piece[] = [];
  tree.iterate({
    ...piece,
    enter: ({ name, from, to }) => {
      const cell = name === "TableCell" && trimmed(state, { from: Math.max(from, piece.from), to: Math.min(to, piece.to) });
      if (cell) cells.push(cell);
    },
  });
  return cells;
}

export function trimmed(state: EditorState, { from, to }: Piece): Piece | null {
  if (from >= to) return null;
  const words = state.sliceDoc(from, to);
  const begin = from + words.length - words.trimStart().length;
  const end = to - words.length + words.trimEnd().length;
  return begin < end ? { from: begin, to: end } : null;
}
