import { Controller } from "@hotwired/stimulus";
import { say } from "./marked";

/** On a page that is only read: selected words can be commented on. */
export default class QuoteController extends Controller<HTMLElement> {
  private tip: HTMLElement | null = null;

  override connect(): void {
    document.addEventListener("selectionchange", this.chosen);
  }

  override disconnect(): void {
    document.removeEventListener("selectionchange", this.chosen);
    this.tip?.remove();
    this.tip = null;
  }

  private readonly chosen = (): void => {
    const selection = document.getSelection();
    const words = selection && selection.rangeCount > 0 ? selection.toString().trim() : "";
    const range = words ? selection!.getRangeAt(0) : null;
    if (!range || !this.element.contains(range.commonAncestorContainer) || !document.querySelector("[data-comments-target=begin]")) {
      this.tip?.remove();
      this.tip = null;
      return;
    }

    const place = range.getBoundingClientRect();
    this.tip ??= this.tipOf();
    if (!this.tip.isConnected) document.body.append(this.tip);
    this.tip.style.top = `${window.scrollY + Math.max(0, place.top - 44)}px`;
    this.tip.style.left = `${Math.max(8, Math.min(place.left, window.innerWidth - 120))}px`;
  };

  private tipOf(): HTMLElement {
    const tip = document.createElement("div");
    tip.className = "comment-tip over";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button small";
    button.textContent = "Comment";
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => say("comments:begin", { quote: document.getSelection()?.toString().trim() ?? "" }));
    tip.append(button);
    return tip;
  }
}
