import { startCompletion, type Completion, type CompletionContext, type CompletionResult, type CompletionSection } from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import { isInCode } from "./inCode";
import { use } from "./tools";

const live: CompletionSection = { name: "Live blocks", rank: 0 };
const text: CompletionSection = { name: "Text", rank: 1 };
const link: CompletionSection = { name: "Links", rank: 2 };

const options: Completion[] = [
  block("Timeline", "timeline", "what happened when"),
  block("Causes", "causes", "the contributing causes"),
  block("Action items", "action-items", "what was promised"),
  block("Impact", "impact", "when it hurt whom"),
  block("People", "people", "who took part"),
  block("Similar postmortems", "similar", "where it was alike"),
  tool("Heading", "heading2", "##"),
  tool("Smaller heading", "heading3", "###"),
  tool("List", "bullets", "-"),
  tool("Numbered list", "numbers", "1."),
  tool("Task", "tasks", "- [ ]"),
  tool("Table", "table", "| |"),
  tool("Quote", "quote", ">"),
  tool("Code", "codeblock", "```"),
  { label: "Dividing line", detail: "---", section: text, apply: putting(divider) },
  tool("Link", "link", "[ ]( )", link),
  tool("Picture", "picture", "from this device", link),
  { label: "Person", detail: "@", section: link, apply: putting((view, at) => ask(view, at, "@")) },
  { label: "Incident, postmortem, action item, pattern", detail: "#", section: link, apply: putting((view, at) => ask(view, at, "#")) },
].map((option, place) => ({ ...option, boost: -place }));

/** "/" at the beginning of a line. What is typed behind it narrows the menu. */
export function slashMenu(context: CompletionContext): CompletionResult | null {
  const line = context.state.doc.lineAt(context.pos);
  const typed = /^\s*\/((?:\p{L}[\p{L} -]{0,30})?)$/u.exec(line.text.slice(0, context.pos - line.from));
  if (!typed || isInCode(context.state, context.pos)) return null;
  return { from: context.pos - typed[1]!.length, options, validFor: /^[\p{L} -]*$/u };
}

function block(label: string, name: string, detail: string): Completion {
  return { label, detail, section: live, apply: putting((view, at) => putBlock(view, at, `:::${name}\n:::`)) };
}

function tool(label: string, name: string, detail: string, section = text): Completion {
  return { label, detail, section, apply: putting((view) => use(name, view)) };
}

/** Takes away "/" and what was typed behind it, then does what was chosen. */
function putting(then: (view: EditorView, at: number) => void): (view: EditorView, completion: Completion, from: number, to: number) => void {
  return (view, _, from, to) => {
    const line = view.state.doc.lineAt(from);
    view.dispatch({ changes: { from: line.from, to }, selection: { anchor: line.from }, userEvent: "input.complete" });
    then(view, line.from);
  };
}

/** The caret goes on below the block. */
function putBlock(view: EditorView, at: number, words: string): void {
  const line = view.state.doc.lineAt(at);
  const isBlankBelow = line.number < view.state.doc.lines && view.state.doc.line(line.number + 1).text.trim() === "";
  put(view, at, isBlankBelow ? words : `${words}\n`, words.length + 1);
}

/** Right below words it would make a heading of them. */
function divider(view: EditorView, at: number): void {
  const { number } = view.state.doc.lineAt(at);
  const isBelowWords = number > 1 && view.state.doc.line(number - 1).text.trim() !== "";
  putBlock(view, at, `${isBelowWords ? "\n" : ""}---`);
}

function put(view: EditorView, at: number, insert: string, caret: number): void {
  view.dispatch({ changes: { from: at, insert }, selection: { anchor: at + caret }, userEvent: "input.complete", scrollIntoView: true });
}

function ask(view: EditorView, at: number, sign: string): void {
  put(view, at, sign, 1);
  startCompletion(view);
}
