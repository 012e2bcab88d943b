import { EditorView, type TooltipView } from "@codemirror/view";
import { answer, say as tellOthers, type Kind, type Question } from "../Wording/wording";
import { say } from "./say";
import { sentenceAround } from "./sentence";

/** A question at its place in the text of this window. */
export interface Asked {
  id: string;
  from: number;
  to: number;
  words: string;
  told: Question;
}

type Range = { from: number; to: number } | null;

/** Whether somebody types in the card. */
export function isBusy(): boolean {
  const field = document.activeElement?.closest(".language-card") && document.activeElement;
  return field instanceof HTMLTextAreaElement;
}

/** The card under a phrase. Its words and icons are in WordingCard.razor. */
export function cardOf(view: EditorView, asked: Asked, address: string, range: () => Range, close: () => void): TooltipView {
  const template = document.querySelector<HTMLTemplateElement>("template[data-wording-card]")!;
  const dom = template.content.firstElementChild!.cloneNode(true) as HTMLElement;
  const part = <Part extends HTMLElement>(name: string): Part => dom.querySelector<Part>(`[data-part="${name}"]`)!;
  const { told } = asked;
  // The same answer, however often it is sent.
  const id = crypto.randomUUID();
  let sentence: { from: number; to: number; words: string } | null = null;

  part("phrase").textContent = asked.words;
  part("why").textContent = told.why;
  part("question").textContent = told.question;
  const sure = sureEdit(view, told, range());
  part("sure").hidden = sure === null;
  part("sureWords").textContent = sure?.sentence ?? "";
  dom.querySelector('[data-opens="reword"]')?.classList.toggle("main", sure === null);
  part("suggested").hidden = sure !== null || told.suggestion === null;
  part("suggestion").textContent = told.suggestion ?? "";

  const fault = (words: string): void => {
    part("fault").textContent = words;
    part("fault").hidden = words === "";
  };

  const show = (name: string): void => {
    fault("");
    for (const panel of dom.querySelectorAll<HTMLElement>("[data-panel]")) panel.hidden = panel.dataset.panel !== name || !panel.hidden;
    for (const button of dom.querySelectorAll<HTMLElement>("[data-opens]")) button.ariaExpanded = String(button.dataset.opens === name && !dom.querySelector<HTMLElement>(`[data-panel="${name}"]`)!.hidden);
    // One main button at a time: that of the panel, once one is open.
    dom.querySelector('[data-opens="reword"]')?.classList.toggle("main", sure === null && dom.querySelector("[data-panel]:not([hidden])") === null);
    part("sure").hidden = sure === null || dom.querySelector("[data-panel]:not([hidden])") !== null;
    const field = dom.querySelector<HTMLTextAreaElement>(`[data-panel="${name}"]:not([hidden]) textarea`);
    if (name === "reword" && field) begin(field);
    field?.focus();
  };

  /** The whole sentence, for a phrase seldom fits in the grammar of another. */
  const begin = (field: HTMLTextAreaElement): void => {
    const at = range();
    if (!at || sentence) return;
    sentence = sentenceAround(view.state, at.from, at.to);
    field.value = sentence.words;
    field.setSelectionRange(at.from - sentence.from, at.to - sentence.from);
  };

  const putIn = (): void => {
    const at = range();
    const now = at && sentenceAround(view.state, at.from, at.to);
    const words = part<HTMLTextAreaElement>("rewording").value.replace(/\s*\n\s*/g, " ").trim();
    if (!now || words === "") return fault(now ? "Write the sentence anew first." : "The phrase is no longer in the text.");
    if (now.words !== sentence?.words) {
      sentence = now;
      return fault(`Somebody changed this sentence while you wrote. It says now: “${now.words}” Press again to put yours in its place.`);
    }
    write(now.from, now.to, words);
  };

  const write = (from: number, to: number, words: string): void => {
    view.dispatch({ changes: { from, to, insert: words }, selection: { anchor: from + words.length }, userEvent: "input.reword", scrollIntoView: true });
    close();
    view.focus();
    say(view, "Reworded. Ctrl-Z brings the words before back.");
  };

  const putSure = (): void => {
    const now = sureEdit(view, told, range());
    if (!now) return fault("These words are no longer in the text.");
    write(now.from, now.to, now.words);
  };

  const give = async (kind: Kind, reason: string): Promise<void> => {
    const refused = await answer(address, { id, kind, rule: told.rule, phrase: told.phrase, before: told.before, after: told.after, reason });
    if (refused) return fault(refused);
    const wasIn = dom.contains(document.activeElement);
    close();
    if (wasIn) view.focus();
    tellOthers("wording:read-out", kind === "off" ? "This question is off for this document." : "Answered. The question rests.");
    tellOthers("wording:look", undefined);
  };

  const lead = (): void => {
    const words = part<HTMLTextAreaElement>("answer").value.trim();
    // The question rests once what is noted there is stored.
    const about = JSON.stringify({ id, rule: told.rule, phrase: told.phrase, before: told.before, after: told.after });
    for (const link of dom.querySelectorAll<HTMLAnchorElement>("a[data-address]")) link.href = `${link.dataset.address}${encodeURIComponent(words)}&asked=${encodeURIComponent(about)}`;
  };

  const act: Record<string, () => unknown> = {
    close,
    putIn,
    putSure,
    keep: () => give("kept", part<HTMLTextAreaElement>("reason").value),
    notBlame: () => give("notBlame", ""),
    off: () => give("off", ""),
  };

  dom.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-opens], [data-does]");
    if (button?.dataset.opens) show(button.dataset.opens);
    else if (button?.dataset.does) void act[button.dataset.does]?.();
  });
  dom.addEventListener("input", lead);
  dom.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) (event.target as Element).closest("[data-panel]")?.querySelector<HTMLElement>("[data-does]")?.click();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  lead();
  return { dom, offset: { x: 0, y: 4 } };
}

/** The sure rewording where the phrase stands now, with the sentence that it makes; null when other words stand there. */
function sureEdit(view: EditorView, told: Question, at: Range): { from: number; to: number; words: string; sentence: string } | null {
  if (!told.rewording || !at) return null;
  const { start, was, words } = told.rewording;
  const from = at.from + start - told.start;
  const to = from + was.length;
  if (from < 0 || view.state.sliceDoc(from, to) !== was) return null;
  const around = sentenceAround(view.state, Math.min(from, at.from), Math.max(to, at.to));
  const before = view.state.sliceDoc(around.from, from);
  const after = view.state.sliceDoc(to, Math.max(to, around.to));
  return { from, to, words, sentence: `${before}${words}${after}`.replace(/\s*\n\s*/g, " ").trim() };
}
