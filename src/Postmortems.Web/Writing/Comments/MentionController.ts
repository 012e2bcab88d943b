import { Controller } from "@hotwired/stimulus";

/** "@" and some letters of a name offer people; what is chosen stands in the text as the name. Without an answer one types it oneself. */
export default class MentionController extends Controller<HTMLFormElement> {
  private list: HTMLUListElement | null = null;
  private asked = 0;
  private taking = false;

  override connect(): void {
    this.element.addEventListener("input", this.look);
    this.element.addEventListener("keydown", this.press, { capture: true });
    this.element.addEventListener("focusout", this.close);
  }

  override disconnect(): void {
    this.element.removeEventListener("input", this.look);
    this.element.removeEventListener("keydown", this.press, { capture: true });
    this.element.removeEventListener("focusout", this.close);
    this.close();
  }

  private readonly look = (event: Event): void => {
    const field = event.target as HTMLTextAreaElement;
    const words = field.name === "Form.Text" && !this.taking ? begunIn(field) : null;
    if (words === null) {
      this.close();
      return;
    }
    void this.offer(field, words);
  };

  private async offer(field: HTMLTextAreaElement, words: string): Promise<void> {
    const asked = ++this.asked;
    const answer = await fetch(`${this.element.dataset.mentionAddress ?? ""}?words=${encodeURIComponent(words)}`).catch(() => null);
    const people = answer?.ok ? ((await answer.json()) as { name: string }[]) : [];
    if (asked !== this.asked || document.activeElement !== field || begunIn(field) !== words) return;
    this.close();
    if (people.length > 0) this.show(field, people.map(({ name }) => name));
  }

  private show(field: HTMLTextAreaElement, names: string[]): void {
    const list = (this.list = document.createElement("ul"));
    list.className = "callable";
    list.role = "listbox";
    list.id = "callable";
    list.ariaLabel = "People to call";
    names.slice(0, 8).forEach((name, i) => {
      const option = document.createElement("li");
      option.role = "option";
      option.id = `callable-${i}`;
      option.textContent = name;
      option.addEventListener("mousedown", (event) => {
        event.preventDefault();
        this.take(field, name);
      });
      list.append(option);
    });
    const place = field.getBoundingClientRect();
    list.style.top = `${window.scrollY + place.bottom + 4}px`;
    list.style.left = `${Math.max(8, Math.min(place.left, window.innerWidth - 220))}px`;
    document.body.append(list);
    field.setAttribute("aria-controls", list.id);
    field.setAttribute("aria-autocomplete", "list");
    this.choose(field, 0);
  }

  private readonly press = (event: KeyboardEvent): void => {
    const field = event.target as HTMLTextAreaElement;
    if (!this.list || event.ctrlKey || event.metaKey) return;
    const options = [...this.list.children];
    const at = options.findIndex((option) => option.ariaSelected === "true");
    if (event.key === "ArrowDown") this.choose(field, (at + 1) % options.length);
    else if (event.key === "ArrowUp") this.choose(field, (at + options.length - 1) % options.length);
    else if (event.key === "Enter" || event.key === "Tab") this.take(field, options[at]?.textContent ?? "");
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  private choose(field: HTMLTextAreaElement, at: number): void {
    [...(this.list?.children ?? [])].forEach((option, i) => (option.ariaSelected = String(i === at)));
    field.setAttribute("aria-activedescendant", `callable-${at}`);
  }

  private take(field: HTMLTextAreaElement, name: string): void {
    const words = begunIn(field) ?? "";
    field.setRangeText(`${name} `, field.selectionStart - words.length, field.selectionStart, "end");
    this.taking = true;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    this.taking = false;
  }

  private readonly close = (): void => {
    this.list?.remove();
    this.list = null;
    for (const field of this.element.querySelectorAll("textarea")) field.removeAttribute("aria-activedescendant");
  };
}

/** What stands between an "@" and the cursor, at most two words of a name. */
function begunIn(field: HTMLTextAreaElement): string | null {
  const match = /(?:^|[\s(])@([\p{L}\p{M}'.-]*(?: [\p{L}\p{M}'.-]*)?)$/u.exec(field.value.slice(0, field.selectionStart));
  return match ? match[1]! : null;
}
