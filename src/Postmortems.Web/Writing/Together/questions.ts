import type { ChangeDesc, EditorState, Extension } from "@codemirror/state";
import { EditorView, keymap, tooltips, ViewPlugin, type Tooltip, type ViewUpdate } from "@codemirror/view";
import { hear, questionsAbout, say, type Question, type Told } from "../Wording/wording";
import { allAsked, askedAt, choose, questionsField, rangeOf, tell } from "./askedMarks";
import { cardOf, isBusy, type Asked } from "./questionCard";

const soon = 800;
const atLatest = 4000;

/** Phrases that a question is asked about, and the card that asks it. */
export function questions(address: string): Extension {
  const plugin = ViewPlugin.define((view) => new Check(view, address));
  const use = (run: (check: Check) => boolean) => (view: EditorView) => (view.plugin(plugin) ? run(view.plugin(plugin)!) : false);

  return [
    questionsField,
    plugin,
    tooltips({ tooltipSpace: within }),
    EditorView.theme({ ".cm-tooltip.language-card": { border: "1px solid var(--line)", borderBlockStart: "2px solid var(--care-fill)", background: "var(--paper-raised)" } }),
    keymap.of([
      { key: "F8", run: use((check) => check.next(1)), shift: use((check) => check.next(-1)), preventDefault: true },
      { key: "Alt-Enter", run: use((check) => check.answerHere()) },
      { key: "Escape", run: use((check) => check.close()) },
    ]),
    EditorView.domEventHandlers({
      click: (event, view) => {
        // Where the caret went when the button went down: the text may have moved under the pointer since, when the help of another section came.
        const { head, empty } = view.state.selection.main;
        const asked = askedAt(view.state, head);
        if (asked && empty && (head < asked.to || (event.target as Element).closest(".asks"))) view.plugin(plugin)?.open(asked, false);
        else if (!isBusy()) view.plugin(plugin)?.close();
      },
    }),
  ];
}

/** What floats over the text stays as wide as the text, which cuts off what reaches beyond. */
function within(view: EditorView): { top: number; left: number; bottom: number; right: number } {
  const { left, right } = view.dom.getBoundingClientRect();
  return { top: 0, left: Math.max(0, left), bottom: window.innerHeight, right: Math.min(right, document.documentElement.clientWidth) };
}

/** Asks the server about the text when typing rests, and keeps the places of the questions meanwhile. */
class Check {
  private timer = 0;
  private due = 0;
  /** What was typed since the server was asked; null when it is not being asked. */
  private missed: ChangeDesc | null = null;
  private again = false;
  private told: Told = { coached: false, open: [], answered: [] };
  private gone = false;
  private readonly ends: (() => void)[];

  constructor(
    private readonly view: EditorView,
    private readonly address: string,
  ) {
    this.ends = [
      hear("wording:look", () => this.soon(0)),
      hear("wording:wanted", () => this.tell()),
      hear("wording:open", ({ id }) => {
        const asked = allAsked(this.view.state).find((one) => one.id === id);
        if (asked) this.open(asked, true);
      }),
    ];
    document.addEventListener("document:wording", this.look);
    document.addEventListener("visibilitychange", this.look);
    this.soon(200);
  }

  update({ docChanged, changes, startState, state }: ViewUpdate): void {
    if (docChanged) {
      this.missed = this.missed && this.missed.composeDesc(changes.desc);
      this.soon(soon);
    }
    if (startState.field(questionsField).marks !== state.field(questionsField).marks) queueMicrotask(() => this.tell());
  }

  destroy(): void {
    this.gone = true;
    window.clearTimeout(this.timer);
    document.removeEventListener("document:wording", this.look);
    document.removeEventListener("visibilitychange", this.look);
    for (const end of this.ends) end();
  }

  open(asked: Asked, enter: boolean): boolean {
    const now = this.view.state.field(questionsField).open;
    if (now?.id !== asked.id) {
      const tip: Tooltip = { pos: asked.from, end: asked.to, above: false, create: () => cardOf(this.view, asked, this.address, () => rangeOf(this.view.state), () => this.close()) };
      this.view.dispatch({ effects: [choose.of({ asked, tip }), ...(enter ? [EditorView.scrollIntoView(asked.from, { y: "center" })] : [])], selection: enter ? { anchor: asked.from } : undefined });
    }
    if (enter) requestAnimationFrame(() => this.view.dom.querySelector<HTMLElement>(".language-card")?.focus());
    return true;
  }

  close(): boolean {
    if (!this.view.state.field(questionsField).open) return false;
    const wasIn = this.view.dom.querySelector(".language-card")?.contains(document.activeElement);
    this.view.dispatch({ effects: choose.of(null) });
    if (wasIn) this.view.focus();
    return true;
  }

  next(way: 1 | -1): boolean {
    const all = allAsked(this.view.state);
    const here = this.view.state.selection.main.head;
    const asked = way === 1 ? (all.find(({ from }) => from > here) ?? all[0]) : (all.findLast(({ from }) => from < here) ?? all.at(-1));
    if (!asked) {
      say("wording:read-out", "Nothing is asked about the wording.");
      return true;
    }
    this.view.dispatch({ selection: { anchor: asked.from }, effects: EditorView.scrollIntoView(asked.from, { y: "center" }) });
    this.open(asked, false);
    say("wording:read-out", `“${asked.words}”: ${asked.told.question} Alt-Enter to answer.`);
    return true;
  }

  answerHere(): boolean {
    const { open } = this.view.state.field(questionsField);
    const asked = open ? allAsked(this.view.state).find(({ id }) => id === open.id) : askedAt(this.view.state, this.view.state.selection.main.head);
    return asked ? this.open(asked, true) : false;
  }

  private readonly look = (): void => {
    if (!document.hidden) this.soon(0);
  };

  /** Whoever types on and on is asked now and then all the same. */
  private soon(wait: number): void {
    if (this.due === 0) this.due = Date.now() + atLatest;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.check(), Math.max(0, Math.min(wait, this.due - Date.now())));
  }

  private async check(): Promise<void> {
    if (document.hidden) return;
    this.due = 0;
    if (this.missed) {
      this.again = true;
      return;
    }
    const { doc } = this.view.state;
    this.missed = this.view.state.changes().desc;
    const told = await questionsAbout(this.address, doc.toString());
    const since = this.missed;
    this.missed = null;
    if (this.gone) return;
    if (this.again) this.soon(soon);
    this.again = false;
    if (!told) return;

    this.told = told;
    const before = allAsked(this.view.state);
    const now = told.open.flatMap((question) => placed(question, since, this.view.state, before));
    this.view.dispatch({ effects: tell.of({ at: now, keep: isBusy() }) });
    this.tell();
  }

  private tell(): void {
    if (this.gone) return;
    const open = allAsked(this.view.state).map(({ id, words, told }) => ({ id, phrase: words, question: told.question, weight: told.weight }));
    say("wording:told", { coached: this.told.coached, open, answered: this.told.answered });
  }
}

/** Where a question of an earlier text stands in this one, if its phrase is still there. */
function placed(told: Question, since: ChangeDesc, state: EditorState, before: Asked[]): Asked[] {
  const from = since.mapPos(told.start, 1);
  const to = since.mapPos(told.start + told.length, -1);
  if (from >= to || since.touchesRange(told.start, told.start + told.length) === "cover" || to - from !== told.length) return [];
  const known = before.find((one) => one.from === from && one.to === to && one.told.rule === told.rule);
  return [{ id: known?.id ?? crypto.randomUUID(), from, to, words: state.sliceDoc(from, to), told }];
}
