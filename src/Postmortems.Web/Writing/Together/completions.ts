import { autocompletion } from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { people, things } from "./mentions";
import { slashMenu } from "./slashMenu";

/** Ours must outweigh what CodeMirror brings; colours and type come from the tokens. */
const looks = EditorView.theme({
  ".cm-tooltip.cm-tooltip-autocomplete": {
    background: "var(--paper-raised)",
    color: "var(--ink)",
    border: "1px solid var(--line)",
    borderRadius: "var(--radius)",
    boxShadow: "var(--lift)",
    zIndex: "20",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {
    font: "var(--weight-text) var(--text-s)/1.4 var(--sans)",
    maxHeight: "min(20rem, 45vh)",
    minWidth: "15rem",
    maxWidth: "min(30rem, calc(100vw - 2rem))",
    padding: "0.25rem",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li, .cm-tooltip.cm-tooltip-autocomplete > ul > completion-section": {
    padding: "0.3rem 0.5rem",
    lineHeight: "1.4",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": {
    display: "flex",
    gap: "0.7rem",
    alignItems: "baseline",
    borderRadius: "3px",
    minHeight: "1.75rem",
    boxSizing: "border-box",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > completion-section": {
    color: "var(--ink-soft)",
    fontSize: "var(--text-xs)",
    borderBottom: "none",
    opacity: "1",
    padding: "0.45rem 0.5rem 0.1rem",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { background: "var(--accent-wash)", color: "var(--ink)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li:hover": { background: "var(--paper-sunk)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]:hover": { background: "var(--accent-wash)" },
  ".cm-completionLabel": { flex: "none" },
  ".thing > .cm-completionLabel": { minWidth: "3.6rem", color: "var(--ink-soft)" },
  ".cm-tooltip .thing > .cm-completionDetail": { marginLeft: "0", color: "var(--ink)" },
  ".cm-completionDetail": {
    marginLeft: "auto",
    fontStyle: "normal",
    color: "var(--ink-soft)",
    overflow: "hidden",
    textOverflow: "ellipsis",
    minWidth: "0",
  },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "640" },
});

/** A long menu scrolls, and what scrolls must be reachable by keyboard. */
const reachable = EditorView.updateListener.of(({ view }) => {
  view.dom.querySelector(".cm-tooltip-autocomplete > ul:not([tabindex])")?.setAttribute("tabindex", "0");
});

/** The menu behind "/", people behind "@", and things to refer to behind "#". */
export function completions(): Extension {
  return [looks, reachable, autocompletion({ override: [slashMenu, people, things], icons: false, optionClass: ({ type }) => type ?? "", activateOnTypingDelay: 80, maxRenderedOptions: 40 })];
}
