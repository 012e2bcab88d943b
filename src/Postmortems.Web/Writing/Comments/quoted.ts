/** The letters of a page, and where each of them stands. */
export class PageLetters {
  private readonly places: { node: Text; at: number }[] = [];
  private readonly letters: string;

  /** Live blocks are no words of the text, so they are left out. */
  constructor(root: Element) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let letters = "";
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (node.parentElement?.closest(".live-block, button")) continue;
      for (let at = 0; at < node.data.length; at++) {
        if (isMark(node.data[at]!)) continue;
        letters += node.data[at]!;
        this.places.push({ node, at });
      }
    }
    this.letters = letters;
  }

  /**
   * Where words of the Markdown stand on the page, whatever marks are among them.
   * @param share How far down the text they stand, from 0 to 1: of the same words twice the nearer ones are meant.
   */
  find(quote: string, share: number): Range | null {
    const wanted = lettersOf(quote);
    if (!wanted) return null;

    let best = -1;
    for (let at = this.letters.indexOf(wanted); at >= 0; at = this.letters.indexOf(wanted, at + 1)) {
      if (best < 0 || Math.abs(at / this.letters.length - share) < Math.abs(best / this.letters.length - share)) best = at;
    }
    if (best < 0) return null;

    const range = document.createRange();
    const [first, last] = [this.places[best]!, this.places[best + wanted.length - 1]!];
    range.setStart(first.node, first.at);
    range.setEnd(last.node, last.at + 1);
    return range;
  }
}

function lettersOf(markdown: string): string {
  const shown = markdown
    .replace(/…$/, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^\s*(?:\d+[.)]|[-*+] \[[ xX]\])\s/gm, "");
  return [...shown].filter((letter) => !isMark(letter)).join("");
}

/** Blanks and the signs of the keyboard: some of them are marks that the page does not show. */
function isMark(letter: string): boolean {
  return /^[\s!-/:-@[-`{-~]$/.test(letter);
}
