import { Controller } from "@hotwired/stimulus";
import { visit } from "@hotwired/turbo";

/** Looks at the page again in a moment, as long as it shows that something is still under way. */
export default class AgainController extends Controller {
  private timer = 0;

  override connect(): void {
    this.timer = window.setInterval(() => visit(location.href, { action: "replace" }), 1500);
  }

  override disconnect(): void {
    window.clearInterval(this.timer);
  }
}
