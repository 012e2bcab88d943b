import { RangeSet, StateEffect, StateField, type EditorState, type Extension } from "@codemirror/state";
import { Decoration, EditorView, keymap, showTooltip, ViewPlugin, type DecorationSet, type Tooltip } from "@codemirror/view";
import { hear, say, type Said, type ToldThread } from "../Comments/marked";
import type { Versions } from "./versions";

/** Passages that threads are about, the one that is open, and the words that somebody is about to comment on. */
interface Marks {
  threads: DecorationSet;
  open: string | null;
  fresh: { from: number; to: number } | null;
}

const tell = StateEffect.define<ToldThread[]>();
const open = StateEffect.define<string | null>();
const begin = StateEffect.define<{ from: number; to: number } | null>();

const marks = StateField.define<Marks>({
  create: () => ({ threads: Decoration.none, open: null, fresh: null }),
  update(before, transaction) {
    let after = before;
    if (transaction.docChanged) after = { ...after, threads: after.threads.map(transaction.changes), fresh: moved(after.fresh, transaction.changes) };
    for (const effect of transaction.effects) {
      if (effect.is(tell)) after = { ...after, threads: marksOf(effect.value) };
      else if (effect.is(open)) after = { ...after, open: effect.value };
      else if (effect.is(begin)) after = { ...after, fresh: effect.value };
    }
    return after;
  },
  provide: (field) => [
    EditorView.decorations.from(field, (now) => now.threads),
    EditorView.decorations.from(field, (now) => {
      const opened = now.open === null ? null : passageOf(now.threads, now.open);
      const extra = [now.fresh, opened].flatMap((range) => (range ? [range] : [])).sort((one, other) => one.from - other.from);
      return Decoration.set(extra.map(({ from, to }) => Decoration.mark({ class: "commented-now" }).range(from, to)));
    }),
  ],
});

/** The passages that are commented on, as they move with the text; and how to say something about one. */
export function passages(versions: Versions): Extension {
  return [
    marks,
    EditorView.theme({ ".cm-tooltip.comment-tip": { border: "none", background: "none" } }),
    showTooltip.compute(["selection", "doc", marks], (state) => tipOf(state)),
    keymap.of([{ key: "Mod-Alt-m", run: comment, preventDefault: true }]),
    EditorView.domEventHandlers({
      click: (event, view) => {
        const at = view.posAtCoords(event);
        const id = at === null || !view.state.selection.main.empty ? null : threadAt(view.state, at);
        if (id === view.state.field(marks).open) return;
        view.dispatch({ effects: open.of(id) });
        if (id) say("comments:open", { id });
      },
    }),
    ViewPlugin.define((view) => follow(view, versions)),
  ];
}

function follow(view: EditorView, versions: Versions): { destroy: () => void } {
  let told: Said["comments:threads"] | null = null;

  /** Threads come from the server at a version that this window may have passed, or not have reached. */
  const settle = (): void => {
    if (!told) return;
    const { version, threads } = told;
    const here = threads.map(({ id, from, to }) => ({ id, from: versions.here(view.state, from, 1, version), to: versions.here(view.state, to, -1, version) }));
    if (here.some(({ from, to }) => from === "later" || to === "later")) return;
    told = null;
    view.dispatch({ effects: tell.of(here.flatMap(({ id, from, to }) => (typeof from === "number" && typeof to === "number" && from < to ? [{ id, from, to }] : []))) });
  };

  const ends = [
    versions.listen(settle),
    hear("comments:threads", (threads) => {
      told = threads;
      settle();
    }),
    hear("comments:left", () => view.dispatch({ effects: begin.of(null) })),
    hear("comments:open", ({ id }) => view.state.field(marks).open === id || view.dispatch({ effects: open.of(id) })),
    hear("comments:show", (asked) => {
      const passage = passageOf(view.state.field(marks).threads, asked.id);
      if (!passage) return;
      asked.shown = true;
      view.dispatch({ effects: [open.of(asked.id), EditorView.scrollIntoView(passage.from, { y: "center" })] });
    }),
    hear("comments:place", (asked) => {
      const { fresh } = view.state.field(marks);
      if (!fresh) return;
      const from = versions.there(view.state, fresh.from, 1);
      const to = versions.there(view.state, fresh.to, -1);
      if (from.at < to.at) asked.place = { from: from.at, to: to.at, version: from.version };
    }),
  ];
  queueMicrotask(() => say("comments:wanted", undefined));
  return { destroy: () => ends.forEach((end) => end()) };
}

/** Says something about the selected words; without any, opens what is said where the cursor stands. */
function comment(view: EditorView): boolean {
  const range = wordsOf(view.state);
  if (range) {
    view.dispatch({ effects: begin.of(range) });
    say("comments:begin", { quote: view.state.sliceDoc(range.from, range.to) });
    return true;
  }

  const id = threadAt(view.state, view.state.selection.main.head);
  if (id) say("comments:open", { id });
  return true;
}

function tipOf(state: EditorState): Tooltip | null {
  const range = wordsOf(state);
  if (!range || state.field(marks).fresh) return null;
  return {
    pos: state.selection.main.head,
    clip: false,
    create: (view) => {
      const dom = document.createElement("div");
      dom.className = "comment-tip";
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button small";
      button.textContent = "Comment";
      button.title = "Ctrl-Alt-M";
      // The selection stays while the button is pressed.
      button.addEventListener("mousedown", (event) => event.preventDefault());
      button.addEventListener("click", () => comment(view));
      dom.append(button);
      return { dom };
    },
  };
}

/** The selection without the blanks around it. */
function wordsOf(state: EditorState): { from: number; to: number } | null {
  const { from, to } = state.selection.main;
  const words = state.sliceDoc(from, to);
  const begins = from + words.length - words.trimStart().length;
  const ends = begins + words.trim().length;
  return begins < ends ? { from: begins, to: ends } : null;
}

function marksOf(threads: ToldThread[]): DecorationSet {
  const ranges = threads.map(({ id, from, to }) => Decoration.mark({ class: "commented", attributes: { "data-thread": id }, id }).range(from, to));
  return RangeSet.of(ranges, true);
}

function passageOf(threads: DecorationSet, id: string): { from: number; to: number } | null {
  for (const cursor = threads.iter(); cursor.value; cursor.next()) {
    if ((cursor.value.spec as { id?: string }).id === id) return { from: cursor.from, to: cursor.to };
  }
  return null;
}

/** The shortest passage there, for one may lie within another. */
function threadAt(state: EditorState, at: number): string | null {
  let found: { id: string; length: number } | null = null;
  state.field(marks).threads.between(at, at, (from, to, mark) => {
    if (!found || to - from < found.length) found = { id: (mark.spec as { id: string }).id, length: to - from };
  });
  return (found as { id: string } | null)?.id ?? null;
}

function moved(range: Marks["fresh"], changes: { mapPos: (at: number, side: number) => number }): Marks["fresh"] {
  if (!range) return null;
  const from = changes.mapPos(range.from, 1);
  const to = changes.mapPos(range.to, -1);
  return from < to ? { from, to } : null;
}
