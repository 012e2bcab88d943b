import type { Completion, CompletionContext, CompletionResult, CompletionSource } from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import { isInCode } from "./inCode";

interface Asking {
  path: string;
  /** What was typed so far, sign included, its words in the group "words". */
  typed: RegExp;
  sign: string;
  options: (answer: never[]) => Completion[];
}

/** Behind a word "@" is an address, and at the beginning of a line "#" may become a heading. */
const before = "(?:^|[\\s(\\[\"'“‘*_>|—–-])";
export const people = asks({
  path: "people",
  sign: "@",
  typed: new RegExp(`${before}@(?<words>\\p{L}[\\p{L}\\p{M}\\p{N}'’.-]*(?: [\\p{L}\\p{M}\\p{N}'’.-]*){0,3})?$`, "u"),
  options: (answer: { name: string }[]) => answer.map(({ name }) => ({ label: name, apply: put(`@${name}`) })),
});

export const things = asks({
  path: "references",
  sign: "#",
  typed: new RegExp(`(?:^\\s*#(?=[\\p{L}\\p{N}])|(?<=\\S.*)${before}#(?! ))(?<words>[\\p{L}\\p{N}][^#\\n\`]{0,40})?$`, "u"),
  options: (answer: { reference: string; title: string }[]) => answer.map(({ reference, title }) => ({ label: reference, detail: title, type: "thing", apply: put(reference) })),
});

function asks(asking: Asking): CompletionSource {
  // Nothing goes on from what found nothing.
  let fruitless: string | null = null;

  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const line = context.state.doc.lineAt(context.pos);
    const upTo = line.text.slice(0, context.pos - line.from);
    const found = asking.typed.exec(upTo) ?? (context.explicit && upTo.trim() === asking.sign ? [] : null);
    if (!found || isInCode(context.state, context.pos)) return null;

    const words = ("groups" in found && found.groups?.["words"]) || "";
    if (fruitless && words.startsWith(fruitless)) return null;

    const answer = await ask(`/api/suggestions/${asking.path}?words=${encodeURIComponent(words.trim())}`, context);
    if (!answer || context.aborted) return null;

    fruitless = answer.length === 0 && words ? words : null;
    const options = asking.options(answer as never[]);
    const isChosen = options.length === 1 && options[0]!.label === words.trim();
    return options.length === 0 || isChosen ? null : { from: context.pos - words.length - 1, options, filter: false };
  };
}

/** Offline nothing is offered; the words stay as they are typed. */
async function ask(address: string, context: CompletionContext): Promise<unknown[] | null> {
  const stop = new AbortController();
  context.addEventListener("abort", () => stop.abort(), { onDocChange: true });
  const answer = await fetch(address, { signal: stop.signal }).catch(() => null);
  return answer?.ok ? ((await answer.json().catch(() => null)) as unknown[] | null) : null;
}

function put(words: string): (view: EditorView, completion: Completion, from: number, to: number) => void {
  return (view, _, from, to) => {
    const follows = view.state.sliceDoc(to, to + 1);
    const insert = /^[ \t\p{P}]/u.test(follows) ? words : `${words} `;
    view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, userEvent: "input.complete", scrollIntoView: true });
  };
}
