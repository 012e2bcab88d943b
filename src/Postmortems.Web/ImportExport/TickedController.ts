import { Controller } from "@hotwired/stimulus";

/** Says on the button how many documents are ticked. Without scripts it says "the ticked documents". */
export default class TickedController extends Controller<HTMLFormElement> {
  static override readonly values = { elsewhere: Number };

  declare readonly elsewhereValue: number;

  override connect(): void {
    this.count();
  }

  count(): void {
    const ticked = this.elsewhereValue + this.element.querySelectorAll("input[name=kept]:checked").length;
    const button = [...this.element.elements].find((field): field is HTMLButtonElement => field instanceof HTMLButtonElement && field.value === "confirm");
    if (!button) return;
    button.textContent = ticked === 0 ? "No document is ticked" : `Import ${ticked.toLocaleString("en")} ${ticked === 1 ? "document" : "documents"}`;
    button.disabled = ticked === 0;
  }
}
