import { Controller } from "@hotwired/stimulus";
import { isForPage } from "../Shell/keys";

/** Moves cards by [ and ] and by dragging. Both press the buttons that stand on the card anyway. */
export default class BoardController extends Controller<HTMLElement> {
  static override targets = ["card"];

  private dragged: HTMLElement | null = null;

  override connect(): void {
    this.element.addEventListener("keydown", this.key);
    this.element.addEventListener("dragstart", this.lift);
    this.element.addEventListener("dragover", this.over);
    this.element.addEventListener("drop", this.drop);
  }

  override disconnect(): void {
    this.element.removeEventListener("keydown", this.key);
    this.element.removeEventListener("dragstart", this.lift);
    this.element.removeEventListener("dragover", this.over);
    this.element.removeEventListener("drop", this.drop);
  }

  cardTargetConnected(card: HTMLElement): void {
    card.draggable = card.querySelector("details.move") !== null;

    // Who moved it goes on from there, and not from the top of the page.
    if (card.matches(".moved") && document.activeElement === document.body) card.querySelector<HTMLElement>("a.title")?.focus();
  }

  private readonly key = (event: KeyboardEvent): void => {
    const way = event.key === "]" ? "on" : event.key === "[" ? "back" : null;
    const from = event.target as Element;
    if (!way || !isForPage(event)) return;

    event.preventDefault();
    press(from.closest("li")?.querySelector<HTMLElement>(`[data-move="${way}"]`));
  };

  private readonly lift = (event: DragEvent): void => {
    this.dragged = (event.target as Element).closest<HTMLElement>("li");
  };

  private readonly over = (event: DragEvent): void => {
    if (this.moveTo(event)) event.preventDefault();
  };

  private readonly drop = (event: DragEvent): void => {
    const move = this.moveTo(event);
    if (!move) return;
    event.preventDefault();
    press(move);
    this.dragged = null;
  };

  private moveTo(event: DragEvent): HTMLElement | null | undefined {
    const column = (event.target as Element).closest<HTMLElement>("[data-column]")?.dataset.column;
    return this.dragged?.querySelector<HTMLElement>(`[data-to="${column}"]`);
  }
}

/** A button is pressed; a question is opened, because some moves ask for words. */
function press(move: HTMLElement | null | undefined): void {
  if (!move) return;
  if (move.localName !== "summary") return move.click();

  for (let around = move.closest("details"); around; around = around.parentElement?.closest("details") ?? null) around.open = true;
  move.parentElement?.querySelector("textarea")?.focus();
}
