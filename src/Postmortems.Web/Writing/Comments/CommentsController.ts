import { Controller } from "@hotwired/stimulus";
import { morphTurboFrameElements } from "@hotwired/turbo";
import { hear, say } from "./marked";

type Frame = HTMLElement & { src: string | null; reload: () => Promise<void> };

/**
 * The threads of a document: they show what others say as soon as they say it, open where a passage is chosen, and keep
 * what is typed whatever the server answers.
 */
export default class CommentsController extends Controller<Frame> {
  static override targets = ["list", "thread", "begin", "form", "quote", "text", "trouble"];
  static override values = { stream: String };
  declare readonly listTarget: HTMLElement;
  declare readonly hasListTarget: boolean;
  declare readonly threadTargets: HTMLElement[];
  declare readonly beginTarget: HTMLDetailsElement;
  declare readonly hasBeginTarget: boolean;
  declare readonly formTarget: HTMLFormElement;
  declare readonly quoteTarget: HTMLTextAreaElement;
  declare readonly textTarget: HTMLTextAreaElement;
  declare readonly troubleTarget: HTMLElement;
  declare readonly hasTroubleTarget: boolean;
  declare readonly streamValue: string;

  private source: EventSource | null = null;
  private timer = 0;
  private wanted: string | null = null;
  private readonly ends: (() => void)[] = [];

  override connect(): void {
    this.element.addEventListener("turbo:before-frame-render", this.morph);
    this.element.addEventListener("turbo:frame-render", this.shown);
    this.element.addEventListener("turbo:frame-missing", this.missing);
    this.element.addEventListener("turbo:fetch-request-error", this.unreachable);
    this.element.addEventListener("turbo:submit-end", this.sent);
    this.element.addEventListener("submit", this.place, { capture: true });
    document.addEventListener("visibilitychange", this.follow);
    document.addEventListener("co-editor:begun", this.follow);
    document.addEventListener("document:comments", this.look);
    this.ends.push(
      hear("comments:wanted", () => this.tell()),
      hear("comments:begin", ({ quote }) => this.begin(quote)),
      hear("comments:open", ({ id }) => this.open(id)),
    );
    this.follow();
    this.shown();
  }

  override disconnect(): void {
    this.element.removeEventListener("turbo:before-frame-render", this.morph);
    this.element.removeEventListener("turbo:frame-render", this.shown);
    this.element.removeEventListener("turbo:frame-missing", this.missing);
    this.element.removeEventListener("turbo:fetch-request-error", this.unreachable);
    this.element.removeEventListener("turbo:submit-end", this.sent);
    this.element.removeEventListener("submit", this.place, { capture: true });
    document.removeEventListener("visibilitychange", this.follow);
    document.removeEventListener("co-editor:begun", this.follow);
    document.removeEventListener("document:comments", this.look);
    for (const end of this.ends.splice(0)) end();
    this.close();
  }

  /** The words of a thread lead to its passage where the document stands beside it. */
  show(event: Event): void {
    const asked: { id: string; shown?: boolean } = { id: threadOf(event.currentTarget as HTMLElement) };
    say("comments:show", asked);
    if (!asked.shown) return;
    event.preventDefault();
    this.mark(asked.id);
  }

  send(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    (event.currentTarget as HTMLTextAreaElement).form?.requestSubmit();
  }

  leave(): void {
    this.beginTarget.open = false;
    this.quoteTarget.value = "";
    say("comments:left", undefined);
  }

  private begin(quote: string): void {
    if (!this.hasBeginTarget) return;
    this.beginTarget.open = true;
    this.quoteTarget.value = quote;
    this.quoteTarget.dispatchEvent(new Event("input", { bubbles: true }));
    this.textTarget.focus({ preventScroll: true });
    this.beginTarget.scrollIntoView({ block: "nearest" });
  }

  private open(id: string | null): void {
    const thread = this.threadTargets.find((card) => card.dataset.thread === id);
    this.mark(id);
    if (thread) thread.scrollIntoView({ block: "nearest" });
  }

  private mark(id: string | null): void {
    for (const card of this.threadTargets) card.classList.toggle("open", card.dataset.thread === id);
  }

  /** Looks again, without touching what somebody types. */
  private readonly look = (): void => {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      if (!this.element.src) this.element.src = location.href;
      else void this.element.reload().catch(() => undefined);
    }, 100);
  };

  private readonly follow = (): void => {
    this.close();
    // The editor's own stream tells it too, and a browser grants a server few lines.
    if (document.hidden || document.querySelector("[data-together]")) return;
    const source = (this.source = new EventSource(this.streamValue));
    let lost = false;
    source.addEventListener("comments", this.look);
    source.onerror = () => (lost = true);
    source.onopen = () => {
      if (lost) this.look();
      lost = false;
    };
  };

  private close(): void {
    window.clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }

  private readonly morph = (event: Event): void => {
    (event as CustomEvent<{ render: typeof morphTurboFrameElements }>).detail.render = morphTurboFrameElements;
    this.wanted ??= this.threadTargets.find((card) => card.classList.contains("open"))?.dataset.thread ?? null;
  };

  private readonly shown = (): void => {
    const chosen = this.threadTargets.find((card) => card.classList.contains("open"))?.dataset.thread ?? this.wanted;
    this.wanted = null;
    if (chosen) this.open(chosen);
    this.tell();
  };

  private tell(): void {
    if (!this.hasListTarget) return;
    say("comments:threads", {
      version: Number(this.listTarget.dataset.version),
      threads: this.threadTargets
        .filter((card) => card.dataset.from !== undefined)
        .map((card) => ({ id: threadOf(card), from: Number(card.dataset.from), to: Number(card.dataset.to), quote: card.querySelector("q")?.textContent ?? "" })),
    });
  }

  private readonly place = (event: SubmitEvent): void => {
    const form = event.target as HTMLFormElement;
    if (!this.hasBeginTarget || form !== this.formTarget) return;
    const asked: { place?: { from: number; to: number; version: number } } = {};
    say("comments:place", asked);
    for (const [name, value] of [["From", asked.place?.from], ["To", asked.place?.to], ["MarkedAt", asked.place?.version]] as const) {
      form.querySelector<HTMLInputElement>(`input[name="Form.${name}"]`)!.value = value === undefined ? "" : String(value);
    }
  };

  private readonly sent = (event: Event): void => {
    const { success } = (event as CustomEvent<{ success?: boolean }>).detail;
    const form = event.target as HTMLFormElement;
    if (!success) return;
    this.trouble("");
    this.wanted = valueOf(form, "Thread") ?? (this.hasBeginTarget && form === this.formTarget ? valueOf(form, "Id") : null) ?? this.wanted;
    // Where somebody still stands in the field, its words would pass for words that are being typed.
    if (document.activeElement instanceof HTMLElement && form.contains(document.activeElement)) document.activeElement.blur();
    form.closest("details")?.removeAttribute("open");
    if (form.classList.contains("said")) for (const field of form.querySelectorAll("textarea")) field.value = field.defaultValue;
    if (this.hasBeginTarget && form === this.formTarget) say("comments:left", undefined);
  };

  /** The answer is no list of threads: the page that asks who is there, or one that says what went wrong. */
  private readonly missing = (event: Event): void => {
    event.preventDefault();
    const { response } = (event as CustomEvent<{ response: Response }>).detail;
    this.trouble(
      new URL(response.url).pathname === "/sign-in"
        ? "You are signed out. Sign in in another tab, then send it again; your words stay here."
        : "The server could not take this. Your words stay here; please try again.",
    );
  };

  private readonly unreachable = (): void => this.trouble("The server cannot be reached. Your words stay here; please try again.");

  private trouble(words: string): void {
    if (!this.hasTroubleTarget) return;
    this.troubleTarget.textContent = words;
    this.troubleTarget.hidden = words === "";
  }
}

function valueOf(form: HTMLFormElement, name: string): string | null {
  return form.querySelector<HTMLInputElement>(`input[name="Form.${name}"]`)?.value ?? null;
}

function threadOf(element: HTMLElement): string {
  return element.closest<HTMLElement>("[data-thread]")?.dataset.thread ?? "";
}
