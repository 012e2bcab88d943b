import { Controller } from "@hotwired/stimulus";
import { hear, say, type Said } from "./marked";
import { PageLetters } from "./quoted";

/** On a page that is only read: shows which passages are talked about, and leads from each to its thread and back. */
export default class CommentedController extends Controller<HTMLElement> {
  static override values = { length: Number };
  /** Of the text in UTF-16 units, to which the places of passages refer. */
  declare readonly lengthValue: number;

  private ranges = new Map<string, Range>();
  private chosen: string | null = null;
  private readonly ends: (() => void)[] = [];

  override connect(): void {
    if (!("highlights" in CSS)) return;
    this.chosen = new URL(location.href).searchParams.get("thread");
    this.element.addEventListener("click", this.open);
    this.ends.push(
      hear("comments:threads", (told) => this.mark(told)),
      hear("comments:open", ({ id }) => this.choose(id)),
      hear("comments:show", (asked) => {
        asked.shown = this.show(asked.id);
      }),
    );
    say("comments:wanted", undefined);
  }

  override disconnect(): void {
    this.element.removeEventListener("click", this.open);
    for (const end of this.ends.splice(0)) end();
    this.ranges.clear();
    this.draw();
  }

  private mark({ threads }: Said["comments:threads"]): void {
    const letters = new PageLetters(this.element);
    const found = threads.map(({ id, quote, from }) => [id, letters.find(quote, from / Math.max(1, this.lengthValue))] as const);
    const isFirst = this.ranges.size === 0;
    this.ranges = new Map(found.filter((pair): pair is readonly [string, Range] => pair[1] !== null));
    this.draw();
    if (isFirst && this.chosen) this.show(this.chosen);
  }

  private choose(id: string | null): void {
    this.chosen = id;
    this.draw();
  }

  private show(id: string): boolean {
    const range = this.ranges.get(id);
    if (!range) return false;
    this.choose(id);
    const place = range.getBoundingClientRect();
    window.scrollTo({ top: window.scrollY + place.top - window.innerHeight / 2, behavior: "instant" });
    return true;
  }

  private draw(): void {
    const open = this.chosen === null ? undefined : this.ranges.get(this.chosen);
    CSS.highlights.set("commented", new Highlight(...this.ranges.values()));
    CSS.highlights.set("commented-now", new Highlight(...(open ? [open] : [])));
  }

  /** The shortest passage there, for one may lie within another. */
  private readonly open = (event: MouseEvent): void => {
    if (!document.getSelection()?.isCollapsed || (event.target as Element).closest("a, button")) return;
    const hits = [...this.ranges].filter(([, range]) => [...range.getClientRects()].some((box) => isWithin(box, event)));
    const id = hits.sort(([, one], [, other]) => one.toString().length - other.toString().length)[0]?.[0] ?? null;
    if (id === this.chosen) return;
    if (id) say("comments:open", { id });
    else this.choose(null);
  };
}

function isWithin(box: DOMRect, { clientX, clientY }: MouseEvent): boolean {
  return clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom;
}
