import { search, searchKeymap } from "@codemirror/search";
import type { Extension } from "@codemirror/state";
import { EditorView, keymap, panels } from "@codemirror/view";

const field = { minHeight: "1.75rem", margin: "0", border: "1px solid var(--line-firm)", borderRadius: "var(--radius)", background: "var(--paper-raised)", color: "var(--ink)" };

/** Said here and not in a stylesheet, because it must outweigh what CodeMirror brings. */
const looks = EditorView.theme({
  ".cm-panels": { background: "none", color: "var(--ink)", zIndex: "auto" },
  ".cm-panels-top": { border: "0" },
  ".cm-panel.cm-search": { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "0.35rem", padding: "0.4rem 2rem 0.4rem 0", font: "400 var(--text-xs)/1.4 var(--sans)" },
  ".cm-panel.cm-search br": { display: "none" },
  ".cm-panel.cm-search label": { display: "inline-flex", alignItems: "center", minHeight: "1.75rem", margin: "0", fontSize: "inherit" },
  ".cm-panel.cm-search .cm-textfield": { ...field, width: "11rem", padding: "0 0.5rem", fontSize: "inherit" },
  ".cm-panel.cm-search .cm-button": { ...field, padding: "0 0.55rem", backgroundImage: "none", font: "560 var(--text-xs)/1.2 var(--sans)", cursor: "pointer" },
  ".cm-panel.cm-search .cm-button:hover": { background: "var(--paper-hover)" },
  ".cm-panel.cm-search [name=close]": { width: "1.75rem", height: "1.75rem", inset: "0.4rem 0 auto auto", color: "var(--ink-soft)", fontSize: "1.1rem", cursor: "pointer" },
  ".cm-searchMatch": { background: "var(--care-wash)", outline: "1px solid var(--care-fill)" },
  ".cm-searchMatch-selected": { background: "var(--care-fill)", color: "var(--paper)" },
});

/** Ctrl-F finds in the whole text: the browser's own finds only the lines that are drawn. */
export function finding(): Extension {
  const place = document.querySelector<HTMLElement>(".find-place");
  return [search({ top: true }), keymap.of(searchKeymap), place ? panels({ topContainer: place }) : [], looks, EditorView.scrollMargins.of(underTheBar)];
}

/** The bar above the text stays in sight, and a place under it does not count as seen. What it does not cover does: menus open there. */
function underTheBar(view: EditorView): { top: number } | null {
  const bar = document.querySelector(".editor-bar")?.getBoundingClientRect().bottom;
  return bar === undefined ? null : { top: Math.min(bar, Math.max(0, bar - view.scrollDOM.getBoundingClientRect().top)) };
}
