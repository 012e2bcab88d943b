import { styleOf } from "./inertHtml";

/** Lists as programs write them, put in one another as HTML means it. */
export function nestLists(body: HTMLElement): void {
  ofWord(body);
  ofSlack(body);

  // Google Docs puts the inner list beside its item instead of into it.
  for (const list of body.querySelectorAll("ul > ul, ul > ol, ol > ul, ol > ol")) {
    const item = list.previousElementSibling;
    if (item?.nodeName === "LI") item.append(list);
  }
}

/** Word writes paragraphs, each with its depth in a style and its sign in the text. */
function ofWord(body: HTMLElement): void {
  const items = [...body.querySelectorAll<HTMLElement>("p")].flatMap((line) => {
    const depth = Number(/level(\d+)/.exec(styleOf(line, "mso-list"))?.[1] ?? 0);
    return depth > 0 ? [{ line, depth }] : [];
  });

  for (const { line, depth } of items) {
    const sign = [...line.querySelectorAll("span")].find((span) => /^ignore$/i.test(styleOf(span, "mso-list")));
    const isNumbered = /^\s*[\da-z]{1,4}[.)]/i.test(sign?.textContent ?? "");
    sign?.remove();
    add(line, depth, isNumbered ? "ol" : "ul");
  }
}

/** Slack writes one flat list after another, each with its depth. */
function ofSlack(body: HTMLElement): void {
  for (const list of [...body.querySelectorAll<HTMLElement>("ul[data-indent], ol[data-indent]")]) {
    const depth = Number(list.dataset.indent) + 1;
    if (depth === 1) {
      list.dataset.depth = "1";
      continue;
    }
    const name = list.nodeName.toLowerCase();
    for (const item of [...list.children]) add(item as HTMLElement, depth, name, list);
    list.remove();
  }
}

/** Makes it an item of the list that stands before it, as deep as it says. */
function add(line: HTMLElement, depth: number, name: string, where: HTMLElement = line): void {
  const item = document.createElement("li");
  item.append(...line.childNodes);
  const before = where.previousElementSibling;
  let list: Element | null = before instanceof HTMLElement && before.dataset.depth ? before : null;

  if (!list) {
    list = begin(depth === 1 ? name : "ul");
    where.before(list);
  }

  for (let level = 1; level < depth; level++) {
    const last: Element = list.lastElementChild ?? list.appendChild(document.createElement("li"));
    const inner: Element | null = last.querySelector(":scope > ul, :scope > ol");
    list = inner ?? last.appendChild(begin(name));
  }

  list.append(item);
  if (line !== where || line.nodeName === "P") line.remove();
}

function begin(name: string): HTMLElement {
  const list = document.createElement(name);
  list.dataset.depth = "1";
  return list;
}
