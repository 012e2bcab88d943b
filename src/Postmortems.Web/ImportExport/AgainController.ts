import { Controller } from "@hotwired/stimulus";
import { visit } from "@hotwired/turbo";

/** Looks at the page again in a moment, as long as it shows that something is still under way. */
export default class AgainController extends Controller {
  private timer = 0;

  override connect(): void {
    this.timer = window.setInterval(() => visit(location.href, { action: "replace" }), 1500);
    document.addEventListener("turbo:submit-start", this.rest);
    document.addEventListener("turbo:fetch-request-error", this.stay);
  }

  override disconnect(): void {
    this.rest();
    document.removeEventListener("turbo:submit-start", this.rest);
    document.removeEventListener("turbo:fetch-request-error", this.stay);
  }

  /** A server that is starting again answers the next look. */
  private readonly stay = (failed: Event): void => failed.preventDefault();

  /** A look at the page would take back what was just sent, such as "Stop". */
  private readonly rest = (): void => window.clearInterval(this.timer);
}
