import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { markdown, markdownLanguage } from "@codemirror/lang-markdown";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { drawSelection, EditorView, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { completions } from "./completions";
import { finding } from "./finding";
import { liveLines } from "./liveLines";
import { pasting } from "./pasting";
import { pictures } from "./pictures";
import { sectionHelp } from "./sectionHelp";
import { tools } from "./tools";

/** Markdown that already looks like the page. Colours and type come from the tokens, in Editor.css. */
const looks = HighlightStyle.define([
  { tag: tags.heading, class: "said-heading" },
  { tag: tags.strong, class: "said-strong" },
  { tag: tags.emphasis, class: "said-emphasis" },
  { tag: tags.monospace, class: "said-code" },
  { tag: tags.link, class: "said-link" },
  { tag: [tags.processingInstruction, tags.url, tags.contentSeparator], class: "syntax" },
]);

/** Ours must outweigh what CodeMirror brings, which looks like a program's text. */
const page = EditorView.theme({
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "inherit", overflowX: "visible" },
  ".cm-content": { padding: "0", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused": { outline: "none" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { background: "var(--accent-wash)" },
});

export function editor(label: string, nonce: string, picturesComing: (coming: number) => void): Extension {
  return [
    EditorView.cspNonce.of(nonce),
    EditorView.lineWrapping,
    page,
    EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "true", autocorrect: "on", autocapitalize: "sentences" }),
    history(),
    drawSelection(),
    tools(),
    finding(),
    pictures(picturesComing),
    pasting(),
    completions(),
    liveLines(),
    sectionHelp(),
    keymap.of([...defaultKeymap, ...historyKeymap]),
    markdown({ base: markdownLanguage, completeHTMLTags: false }),
    syntaxHighlighting(looks),
  ];
}
