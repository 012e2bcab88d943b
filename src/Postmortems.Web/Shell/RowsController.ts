import { Controller } from "@hotwired/stimulus";
import { isForPage } from "./keys";

/** Goes through the rows of a table: j and k move, o opens (as Enter does), x selects, e edits. Where somebody is, is where the focus is. */
export default class RowsController extends Controller<HTMLTableElement> {
  override connect(): void {
    document.addEventListener("keydown", this.press);
  }

  override disconnect(): void {
    document.removeEventListener("keydown", this.press);
  }

  private readonly press = (event: KeyboardEvent): void => {
    if (!isForPage(event)) return;

    const row = this.current;
    if (event.key === "j" || event.key === "k") this.move(row, event.key === "j" ? 1 : -1, event);
    else if (event.key === "o") use(row?.querySelector<HTMLElement>("a.title"), event);
    else if (event.key === "x") use(row?.querySelector<HTMLElement>("input[type=checkbox]"), event);
    else if (event.key === "e") use(row?.querySelector<HTMLElement>("a[data-edit]"), event);
  };

  private get rows(): HTMLTableRowElement[] {
    return [...this.element.querySelectorAll<HTMLTableRowElement>("tbody tr:has(a.title)")];
  }

  private get current(): HTMLTableRowElement | undefined {
    return this.rows.find((row) => row.contains(document.activeElement));
  }

  private move(from: HTMLTableRowElement | undefined, step: number, event: Event): void {
    const rows = this.rows;
    const next = from ? rows[rows.indexOf(from) + step] : rows[0];
    event.preventDefault();
    next?.querySelector<HTMLElement>("a.title")?.focus();
  }
}

function use(element: HTMLElement | null | undefined, event: Event): void {
  if (!element) return;
  event.preventDefault();
  element.click();
}
