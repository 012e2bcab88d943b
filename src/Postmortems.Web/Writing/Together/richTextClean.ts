import { parseInert, styleOf } from "./inertHtml";
import { nestLists } from "./richTextLists";

const gone = "script, noembed, meta, link, title, head, template, iframe, object, embed, noscript, [hidden]";

const blocks = new Set(["P", "DIV", "UL", "OL", "LI", "TABLE", "TD", "TH", "PRE", "BLOCKQUOTE", "HR", "H1", "H2", "H3", "H4", "H5", "H6", "SECTION", "ARTICLE"]);

/** What programs put on the clipboard, as the plain HTML that they mean. Nothing of it is loaded or run. */
export function clean(html: string): HTMLElement {
  const body = parseInert(html);
  for (const element of body.querySelectorAll(gone)) element.remove();
  for (const element of body.querySelectorAll("*")) if (styleOf(element, "display") === "none" || styleOf(element, "mso-hide")) element.remove();
  // Google Docs wraps everything in a bold that is none.
  for (const element of body.querySelectorAll("b, strong")) if (/^(normal|400)$/.test(styleOf(element, "font-weight"))) unwrap(element);
  for (const line of body.querySelectorAll("br.Apple-interchange-newline")) line.remove();
  for (const summary of body.querySelectorAll("summary")) block(summary, "p");
  for (const line of body.querySelectorAll("pre br")) line.replaceWith("\n");
  nestLists(body);
  preformat(body);
  dropIdleBreaks(body);
  for (const element of body.querySelectorAll("span, font")) dress(element);
  for (const table of [...body.querySelectorAll("table")].reverse()) if (table.querySelectorAll("td, th").length <= 1 || table.parentElement?.closest("table")) flatten(table);
  for (const link of body.querySelectorAll("a")) lead(link);
  return body;
}

/** A break beside a block or at an end of one breaks nothing; in Markdown it would be a backslash that everybody sees. */
function dropIdleBreaks(body: HTMLElement): void {
  const breaks = [...body.querySelectorAll("br")];
  // Of several in a row, those at the end are idle only once the ones behind them are gone.
  for (const line of [...breaks, ...breaks.reverse()]) {
    if (isEdge(line, "previousSibling") || isEdge(line, "nextSibling")) line.remove();
  }
}

function isEdge(line: Element, side: "previousSibling" | "nextSibling"): boolean {
  let beside = line[side];
  while (beside && beside.nodeName !== "BR" && !beside.textContent?.trim() && !(beside instanceof Element)) beside = beside[side];
  if (beside) return blocks.has(beside.nodeName);
  return line.parentElement !== null && (blocks.has(line.parentElement.nodeName) || line.parentElement.nodeName === "BODY");
}

/** Editors and terminals copy their lines as blocks in a font of one width. */
function preformat(body: HTMLElement): void {
  for (const element of body.querySelectorAll("div, p")) {
    if (!styleOf(element, "white-space").startsWith("pre") || !isMono(element) || element.closest("pre")) continue;
    for (const line of element.querySelectorAll("div, br")) line.before("\n");
    const block = document.createElement("pre");
    block.textContent = (element.textContent ?? "").replace(/^\n/, "");
    element.replaceWith(block);
  }
}

/** Programs that know no elements say by style what is bold, italic, struck or code. */
function dress(element: Element): void {
  const weight = styleOf(element, "font-weight");
  const isHeading = element.closest("h1, h2, h3, h4, h5, h6") !== null;
  if (isMono(element) && !element.closest("pre, code")) wrap(element, "code");
  if ((weight === "bold" || Number(weight) >= 600) && !isHeading && !element.closest("b, strong")) wrap(element, "strong");
  if (styleOf(element, "font-style") === "italic" && !element.closest("i, em")) wrap(element, "em");
  if (/line-through/.test(styleOf(element, "text-decoration") + styleOf(element, "text-decoration-line"))) wrap(element, "del");
}

function isMono(element: Element): boolean {
  return /mono|courier|consolas|menlo|source code/i.test(styleOf(element, "font-family"));
}

/** A link that does not lead to a page or a mailbox is only its words. Google's detours are undone. */
function lead(link: HTMLAnchorElement): void {
  const address = link.getAttribute("href") ?? "";
  const beyond = /^https:\/\/www\.google\.com\/url\?/i.test(address) ? new URL(address).searchParams.get("q") : null;
  const target = (beyond ?? address).trim();
  if (!/^(?:https?:\/\/|mailto:)/i.test(target) || !link.textContent?.trim()) unwrap(link);
  else link.setAttribute("href", target.replace(/[\s<>]/g, encodeURIComponent));
  link.removeAttribute("title");
}

/** Layout, not data: its cells become paragraphs. */
function flatten(table: HTMLTableElement): void {
  const cells = [...table.querySelectorAll("td, th")].map((cell) => block(cell, "div"));
  table.replaceWith(...cells);
}

function block(element: Element, name: string): HTMLElement {
  const made = document.createElement(name);
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
}

function wrap(element: Element, name: string): void {
  const mark = document.createElement(name);
  mark.append(...element.childNodes);
  element.append(mark);
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}
