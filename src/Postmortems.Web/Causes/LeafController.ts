import { Controller } from "@hotwired/stimulus";

/** Says what the chosen kind of cause means, and asks its question. */
export default class LeafController extends Controller {
  static override targets = ["choice", "meaning", "question"];
  declare readonly choiceTarget: HTMLSelectElement;
  declare readonly meaningTarget: HTMLElement;
  declare readonly questionTarget: HTMLElement;

  show(): void {
    const { meaning = "", question = "" } = this.choiceTarget.selectedOptions[0]?.dataset ?? {};
    this.meaningTarget.textContent = meaning;
    this.questionTarget.textContent = question;
    this.questionTarget.hidden = question === "";
  }
}
