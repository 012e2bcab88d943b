import { isolateHistory } from "@codemirror/commands";
import { syntaxTree } from "@codemirror/language";
import type { EditorState, Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { around } from "./inlineMarks";
import { PictureOnItsWay } from "./pictureOnItsWay";
import { comingPlaces, holdPlace, placeOf, release } from "./places";
import { pictureSign } from "./richTextPictures";
import { say } from "./say";

/** HTML is mostly attributes: this many characters of it are a very long document. */
const mostHtml = 5_000_000;

/** Formatted text from elsewhere becomes Markdown. With Shift, and in code, it comes as plain text. */
export function pasting(): Extension {
  let plainWanted = false;
  return [
    comingPlaces(),
    EditorView.domEventHandlers({
      keydown: (event) => {
        plainWanted = event.shiftKey && event.key.toLowerCase() === "v";
      },
      paste: (event, view) => {
        const html = event.clipboardData?.getData("text/html") ?? "";
        const plain = event.clipboardData?.getData("text/plain") ?? "";
        if (plainWanted || !html.trim() || view.state.readOnly || isInCode(view.state) || isAddressOverWords(view.state, plain)) return false;
        if (html.replace(/data:image\/[^"'\s>]*/g, "").length > mostHtml) {
          say(view, "What you pasted has more than 5 MB of formatting. It came as plain text.");
          return false;
        }

        event.preventDefault();
        void putRichText(view, html, plain);
        return true;
      },
    }),
  ];
}

/** The place is held while what converts is fetched, for others may write meanwhile. */
async function putRichText(view: EditorView, html: string, plain: string): Promise<void> {
  const id = crypto.randomUUID();
  holdPlace(view, id);
  const converted = await import("./richText").then(({ toMarkdown }) => toMarkdown(html)).catch(() => null);
  const [first = "", ...parts] = (converted?.markdown ? withEdges(converted.markdown, plain) : plain).split(pictureSign);
  const start = put(view, id, [first, ...parts].join(""));
  if (start === null || !converted) return;

  let at = start + first.length;
  for (const [i, picture] of converted.pictures.entries()) {
    new PictureOnItsWay(view, picture, Math.min(at, view.state.doc.length));
    at += parts[i]?.length ?? 0;
  }
  if (converted.missing > 0) say(view, `${converted.missing === 1 ? "1 picture stays" : `${converted.missing} pictures stay`} behind: what was pasted names where it lies, and a browser may not fetch it from there. Put it in with the picture button.`);
}

/** Words that were copied with the space before or behind them keep it, or they would stick to their neighbours. */
function withEdges(markdown: string, plain: string): string {
  if (markdown.includes("\n")) return markdown;
  const [before, after] = [/^[ \u00a0]/.test(plain), /[ \u00a0]$/.test(plain)];
  return `${before ? " " : ""}${markdown}${after ? " " : ""}`;
}

/**
 * One step to undo, whatever was typed just before.
 * @returns Where the text begins; null when its place is gone.
 */
function put(view: EditorView, id: string, text: string): number | null {
  const place = placeOf(view.state, id);
  if (!place) return null;
  const words = text.includes("\n") ? apart(view.state, place, text) : text;
  const insert = view.state.toText(words);
  const end = place.from + insert.length;
  view.dispatch({
    changes: { ...place, insert },
    effects: release.of(id),
    selection: { anchor: end },
    annotations: isolateHistory.of("full"),
    userEvent: "input.paste",
    scrollIntoView: true,
  });
  return place.from + words.indexOf(text);
}

/** Several lines do not become part of the line before or after them. */
function apart(state: EditorState, { from, to }: { from: number; to: number }, text: string): string {
  const [first, last] = [state.doc.lineAt(from), state.doc.lineAt(to)];
  const before = state.sliceDoc(first.from, from).trim() === "" ? "" : "\n\n";
  const after = state.sliceDoc(to, last.to).trim() === "" ? "" : "\n\n";
  return before + text + after;
}

function isInCode(state: EditorState): boolean {
  const tree = syntaxTree(state);
  return ["FencedCode", "CodeBlock", "InlineCode"].some((name) => around(tree, state.selection.main, name) !== null);
}

/** An address over selected words makes a link of them, which is not ours to do. */
function isAddressOverWords(state: EditorState, plain: string): boolean {
  return !state.selection.main.empty && /^https?:\/\/\S+$/.test(plain.trim());
}
