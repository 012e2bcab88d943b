import { Controller } from "@hotwired/stimulus";
import { visit } from "@hotwired/turbo";
import { ask } from "./ask";
import { isTaken, type Answered } from "./taken";
import { fieldsOf, sameWords, type Typed } from "./typed";

type Kept = { at: string; typed: Typed };

/**
 * Nothing typed is lost: what stands in the form is kept on this device until the server has taken it, and comes back
 * after a crash or a closed tab. Leaving with unsaved words asks first.
 */
export default class UnsavedController extends Controller<HTMLFormElement> {
  private offered: Typed = {};
  private refused = false;
  private sending = false;
  private answered = false;
  private timer = 0;

  override connect(): void {
    this.offered = fieldsOf(this.element).read();
    if (this.element.hasAttribute("data-unsaved-left")) this.holdOn();
    else this.bringBack();
    this.mark();
    this.element.addEventListener("input", this.soon);
    this.element.addEventListener("turbo:submit-start", this.send);
    this.element.addEventListener("turbo:submit-end", this.sent);
    window.addEventListener("beforeunload", this.warn);
    window.addEventListener("pagehide", this.keep);
    this.element.addEventListener("co-editor:begun", this.handOver);
    this.element.addEventListener("co-editor:ended", this.takeOver);
    document.addEventListener("turbo:before-morph-element", this.stay);
    document.addEventListener("turbo:before-visit", this.askFirst);
    document.addEventListener("turbo:render", this.shown);
    document.addEventListener("submit", this.otherForm, { capture: true });
  }

  override disconnect(): void {
    window.clearTimeout(this.timer);
    this.keep();
    this.element.removeEventListener("input", this.soon);
    this.element.removeEventListener("turbo:submit-start", this.send);
    this.element.removeEventListener("turbo:submit-end", this.sent);
    window.removeEventListener("beforeunload", this.warn);
    window.removeEventListener("pagehide", this.keep);
    this.element.removeEventListener("co-editor:begun", this.handOver);
    this.element.removeEventListener("co-editor:ended", this.takeOver);
    document.removeEventListener("turbo:before-morph-element", this.stay);
    document.removeEventListener("turbo:before-visit", this.askFirst);
    document.removeEventListener("turbo:render", this.shown);
    document.removeEventListener("submit", this.otherForm, { capture: true });
  }

  discard(): void {
    this.forget();
    fieldsOf(this.element).write(this.offered);
    this.notice?.remove();
    this.mark();
  }

  /** The same for one form wherever it stands, so that its words come back on each of its pages. */
  private get place(): string {
    const handler = this.element.querySelector<HTMLInputElement>("input[name=_handler]")?.value ?? this.element.id;
    const sentTo = new URL(this.element.getAttribute("action") ?? "", location.href).pathname;
    return `unsaved:${document.body.dataset.actor ?? ""}:${this.element.dataset.unsavedPlace ?? `${sentTo}:${handler}`}`;
  }

  private get changed(): boolean {
    return this.refused || !sameWords(fieldsOf(this.element).read(), this.offered);
  }

  private get notice(): Element | null {
    return this.element.querySelector("[data-unsaved-notice]");
  }

  private bringBack(): void {
    const kept = JSON.parse(localStorage.getItem(this.place) ?? "null") as Kept | null;
    if (!kept) return;

    // The server showed what was typed again without taking it: there is a fault beside a field.
    this.refused = sameWords(kept.typed, this.offered);
    if (this.refused) return;

    fieldsOf(this.element).write(kept.typed);
    this.element.closest("details")?.setAttribute("open", "");
    if (!this.notice) this.element.prepend(noticeOf(kept.at));
  }

  /** The answer took a part and gave back the rest; what was kept before it came is not to be sent again. */
  private holdOn(): void {
    this.offered = Object.fromEntries(Object.keys(this.offered).map((name) => [name, ""]));
    this.keep();
  }

  private forget(): void {
    localStorage.removeItem(this.place);
  }

  /** Lets the page say in words that what stands in the form is not saved. */
  private mark(): void {
    this.element.toggleAttribute("data-unsaved", this.changed);
  }

  private readonly soon = (): void => {
    this.mark();
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => (this.changed ? this.keep() : this.forget()), 250);
  };

  private readonly keep = (): void => {
    if (!this.changed) return;
    const kept: Kept = { at: new Date().toISOString(), typed: fieldsOf(this.element).read() };
    localStorage.setItem(this.place, JSON.stringify(kept));
  };

  private readonly send = (): void => {
    this.keep();
    this.sending = true;
  };

  private readonly sent = (event: Event): void => {
    this.sending = false;
    this.answered = true;
    const { detail } = event as CustomEvent<Answered>;
    if (!detail.success) return;
    this.letGo();
    if (isTaken(detail)) this.forget();
  };

  /**
   * A page that refreshes itself leaves the form alone, and what it stands in where that has gone from the page; the
   * answer to the form may show its faults in it.
   */
  private readonly stay = (event: Event): void => {
    const { newElement } = (event as CustomEvent<{ newElement?: Element }>).detail;
    const touched = event.target as Element;
    const isOurs = newElement ? touched === this.element : touched.contains(this.element);
    if (isOurs && this.changed && !this.answered) event.preventDefault();
  };

  /** From here on another keeps the words, each of them as it is typed. */
  private readonly handOver = (event: Event): void => {
    for (const text of (event.currentTarget as HTMLElement).querySelectorAll("textarea")) text.dataset.unsavedSkip = "";
    this.letGo();
  };

  /** The words are back in the field; what had not reached the server yet is kept by the other, who goes on with it. */
  private readonly takeOver = (event: Event): void => {
    for (const text of (event.currentTarget as HTMLElement).querySelectorAll("textarea")) delete text.dataset.unsavedSkip;
    this.letGo();
  };

  private readonly shown = (): void => {
    if (this.answered && this.element.hasAttribute("data-unsaved-left")) this.holdOn();
    this.answered = false;
    this.mark();
  };

  private readonly warn = (event: BeforeUnloadEvent): void => {
    if (this.changed) event.preventDefault();
  };

  private readonly askFirst = (event: Event): void => {
    const { url } = (event as CustomEvent<{ url: string }>).detail;
    const elsewhere = new URL(url).pathname !== location.pathname;
    if (this.sending || !elsewhere || !this.changed) return;

    this.keep();
    event.preventDefault();
    void ask("Leave without saving? Your words stay on this device.", undefined, "Leave the page").then((leave) => {
      if (!leave) return;
      this.letGo();
      visit(url);
    });
  };

  /** Asking for a review or publishing takes the saved text; nobody should learn afterwards that newer words stood here. */
  private readonly otherForm = (event: SubmitEvent): void => {
    const form = event.target as HTMLFormElement;
    // What a frame answers leaves the words outside of it alone, and its own forms keep theirs through it; so does a form
    // whose answer is this page again.
    if (form === this.element || form.method !== "post" || form.closest("turbo-frame") || form.hasAttribute("data-leads-back") || this.sending || !this.changed) return;

    this.keep();
    event.preventDefault();
    event.stopImmediatePropagation();
    void ask("You have words that are not saved. Save them first, or go on with the text as it was saved.", undefined, "Go on without them").then((goOn) => {
      if (!goOn) return;
      this.letGo();
      form.requestSubmit(event.submitter);
    });
  };

  /** From here on the form counts as unchanged, whoever holds its words now. */
  private letGo(): void {
    window.clearTimeout(this.timer);
    this.refused = false;
    this.offered = fieldsOf(this.element).read();
    this.mark();
  }
}

function noticeOf(at: string): Element {
  const notice = document.createElement("p");
  notice.className = "unsaved-notice";
  notice.dataset.unsavedNotice = "";
  notice.role = "status";
  const time = new Date(at).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
  notice.append(`What you typed here on ${time} was not saved. It is back. `);

  const discard = document.createElement("button");
  discard.type = "button";
  discard.className = "button small";
  discard.dataset.action = "unsaved#discard";
  discard.textContent = "Take the saved version instead";
  notice.append(discard);
  return notice;
}
