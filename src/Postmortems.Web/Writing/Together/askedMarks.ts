import { StateEffect, StateField, type ChangeDesc, type EditorState } from "@codemirror/state";
import { Decoration, EditorView, showTooltip, type DecorationSet, type Tooltip } from "@codemirror/view";
import type { Asked } from "./questionCard";

interface Questions {
  marks: DecorationSet;
  open: { id: string; from: number; to: number; tip: Tooltip } | null;
}

/** Where questions stand now; the open one closes when it is not among them, unless somebody types in its card. */
export const tell = StateEffect.define<{ at: Asked[]; keep: boolean }>();
export const choose = StateEffect.define<{ asked: Asked; tip: Tooltip } | null>();

export const questionsField = StateField.define<Questions>({
  create: () => ({ marks: Decoration.none, open: null }),
  update(before, transaction) {
    let { marks, open } = before;
    if (transaction.docChanged) {
      // A phrase that is being written anew is not asked about before it is read anew.
      marks = marks.map(transaction.changes).update({ filter: (from, to, mark) => transaction.newDoc.sliceString(from, to) === askedIn(mark.spec).words });
      open = moved(open, transaction.changes);
    }
    for (const effect of transaction.effects) {
      if (effect.is(tell)) {
        marks = Decoration.set(effect.value.at.map((asked) => Decoration.mark({ class: "asks", asked }).range(asked.from, asked.to)));
        const [from, to] = [open?.from ?? 0, open?.to ?? -1];
        if (!effect.value.keep && !effect.value.at.some((asked) => asked.from < to && asked.to > from)) open = null;
      } else if (effect.is(choose)) {
        const chosen = effect.value;
        open = chosen && { id: chosen.asked.id, from: chosen.asked.from, to: chosen.asked.to, tip: chosen.tip };
      }
    }
    return marks === before.marks && open === before.open ? before : { marks, open };
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ marks }) => marks),
    EditorView.decorations.from(field, ({ open }) => (open ? Decoration.set(Decoration.mark({ class: "asks-now" }).range(open.from, open.to)) : Decoration.none)),
    showTooltip.from(field, ({ open }) => open && { ...open.tip, pos: open.from, end: open.to }),
  ],
});

export function allAsked(state: EditorState): Asked[] {
  const all: Asked[] = [];
  for (const cursor = state.field(questionsField).marks.iter(); cursor.value; cursor.next()) all.push({ ...askedIn(cursor.value.spec), from: cursor.from, to: cursor.to });
  return all;
}

export function askedAt(state: EditorState, at: number): Asked | null {
  return allAsked(state).find(({ from, to }) => from <= at && at <= to) ?? null;
}

export function rangeOf(state: EditorState): { from: number; to: number } | null {
  return state.field(questionsField).open;
}

function askedIn(spec: unknown): Asked {
  return (spec as { asked: Asked }).asked;
}

function moved(open: Questions["open"], changes: ChangeDesc): Questions["open"] {
  if (!open) return null;
  const from = changes.mapPos(open.from, 1);
  const to = changes.mapPos(open.to, -1);
  return from < to ? { ...open, from, to } : null;
}
