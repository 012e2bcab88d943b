import { Controller } from "@hotwired/stimulus";

/** Places a popover menu below its button where the browser cannot do it from the stylesheet alone. */
export default class MenuController extends Controller<HTMLElement> {
  override connect(): void {
    if (CSS.supports("position-area", "block-end")) return;
    this.element.addEventListener("toggle", this.place);
  }

  override disconnect(): void {
    this.element.removeEventListener("toggle", this.place);
  }

  private readonly place = (): void => {
    const button = document.querySelector(`[popovertarget="${CSS.escape(this.element.id)}"]`);
    if (!button || !this.element.matches(":popover-open")) return;

    const { bottom, right } = button.getBoundingClientRect();
    const menu = this.element.getBoundingClientRect();
    this.element.style.position = "fixed";
    this.element.style.insetBlockStart = `${bottom}px`;
    this.element.style.insetInlineStart = `${Math.max(8, right - menu.width)}px`;
  };
}
