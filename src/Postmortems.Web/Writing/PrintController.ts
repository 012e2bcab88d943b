import { Controller } from "@hotwired/stimulus";

/** Prints the page, as its print stylesheet says. */
export default class PrintController extends Controller {
  page(): void {
    window.print();
  }
}
