import Turndown from "turndown";
import { clean } from "./richTextClean";
import { pictureSign, takePictures } from "./richTextPictures";
import { tableRows } from "./richTextTables";

const turndown = new Turndown({ headingStyle: "atx", bulletListMarker: "-", codeBlockStyle: "fenced", emDelimiter: "*", hr: "---", br: "\\" });

/** Snake_case is one word and needs no backslash. */
const escaped = turndown.escape.bind(turndown);
turndown.escape = (text) => escaped(text).replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, "_");

turndown.addRule("item", {
  filter: "li",
  replacement: (content, item) => {
    const list = item.parentElement;
    const place = list ? [...list.children].indexOf(item as Element) : 0;
    const sign = list?.nodeName === "OL" ? `${Number(list.getAttribute("start") ?? 1) + place}. ` : "- ";
    const words = content.replace(/^\n+/, "").replace(/\n+$/, "\n").replace(/\n(?=.)/g, `\n${" ".repeat(sign.length)}`);
    return sign + words.replace(/\n{2,}(\s*(?:[-*+]|\d+\.) )/g, "\n$1") + (item.nextSibling && !words.endsWith("\n") ? "\n" : "");
  },
});

turndown.addRule("tick", {
  filter: (node) => node.nodeName === "INPUT" && node.getAttribute("type") === "checkbox",
  replacement: (_, box) => ((box as Element).hasAttribute("checked") ? "[x]" : "[ ]") + (/^\s/.test(box.nextSibling?.textContent ?? "") ? "" : " "),
});

turndown.addRule("struck", { filter: ["del", "s"], replacement: (content) => (content.trim() ? `~~${content}~~` : content) });

turndown.addRule("block of code", {
  filter: "pre",
  replacement: (_, block) => {
    const text = (block.textContent ?? "").replace(/\n$/, "");
    const fence = "`".repeat(Math.max(2, ...[...text.matchAll(/^\s*(`{3,})/gm)].map((run) => run[1]!.length)) + 1);
    const language = /\b(?:language|lang|brush)[-:] ?(\w+)/.exec(`${(block as Element).className} ${(block as Element).firstElementChild?.className ?? ""}`)?.[1] ?? "";
    return `\n\n${fence}${language}\n${text}\n${fence}\n\n`;
  },
});

turndown.addRule("table", {
  filter: "table",
  replacement: (_, table) => `\n\n${tableRows(table as HTMLTableElement, (cell) => turndown.turndown(cell.innerHTML)).join("\n")}\n\n`,
});

export interface Converted {
  /** With a sign where each of the pictures belongs. */
  markdown: string;
  pictures: File[];
  /** How many pictures did not come along. */
  missing: number;
}

/** @returns null when words would be lost on the way, so that the plain text is taken. */
export function toMarkdown(html: string): Converted | null {
  const body = clean(html.replaceAll(pictureSign, ""));
  const { carried, missing } = takePictures(body);
  const before = lettersOf(body.textContent ?? "");
  const markdown = turndown.turndown(body).replace(/\u00a0/g, " ").replace(/(?:\\\n){2,}/g, "\n\n").trim();
  return lettersOf(markdown) >= before ? { markdown, pictures: carried, missing } : null;
}

function lettersOf(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
