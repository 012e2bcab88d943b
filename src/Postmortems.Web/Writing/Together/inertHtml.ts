/** Our own policy forbids styles and handlers in attributes even here, and a browser complains of each; so they come under another name. */
const renamed = "data-pasted-";

/** HTML from elsewhere, of which nothing is loaded or run. */
export function parseInert(html: string): HTMLElement {
  const renamedHtml = html.replace(/([\s"'/])(style|on[a-z]+)(?=\s*=)/gi, `$1${renamed}$2`).replace(/<(\/?)style(?=[\s/>])/gi, "<$1noembed");
  const { body } = new DOMParser().parseFromString(renamedHtml, "text/html");
  if (body.textContent?.includes(renamed)) giveBack(body);
  return body;
}

export function styleOf(element: Element, name: string): string {
  const style = element.getAttribute(`${renamed}style`) ?? "";
  const found = style.split(";").find((part) => part.slice(0, part.indexOf(":")).trim().toLowerCase() === name);
  return found?.slice(found.indexOf(":") + 1).trim() ?? "";
}

/** Words that only looked like an attribute. */
function giveBack(body: HTMLElement): void {
  const words = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) words.currentNode.nodeValue = words.currentNode.nodeValue?.replaceAll(renamed, "") ?? "";
}
