import { ChangeSet, EditorState, type Extension, type Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { beginning, type Beginning } from "./beginning";
import { Line, type Accepted, type Answer } from "./line";
import { heardVersion, hearing, sharing, unsentChanges, type AcceptedChange } from "./sharing";
import type { Standing } from "./standing";
import type { UnsentChanges } from "./unsent";
import { setAside } from "./untaken";

interface Wishes {
  address: string;
  place: string;
  /** By which the others know this window. */
  window: string;
  parent: HTMLElement;
  extensions: Extension;
  stand: (standing: Standing) => void;
  joined: (writers: string[]) => void;
  /** Somebody saved or restored a whole text while this window was open. */
  replaced: (by: string) => void;
  heard: (version: number, changes: ChangeSet) => void;
  /** What this window typed was set aside; from here on a new one must go on. */
  again: () => void;
}

/** How long an acknowledged change may take to come back on the stream before it is asked for. */
const patience = 1500;
const retryAfter = 2000;

/** One window of a document that several people write. What is typed is kept on this device until the server has committed it. */
export class Together {
  readonly view: EditorView;
  private readonly line: Line;
  private readonly unsent: UnsentChanges;
  private confirmed: number;
  private sending = false;
  private away = false;
  private stuck = false;
  private closed = false;
  private refusal: string | null = null;
  private timer = 0;

  static async open(wishes: Wishes): Promise<Together | null> {
    const begun = await beginning(wishes.place, wishes.address);
    return begun && new Together(wishes, begun);
  }

  private constructor(
    private readonly wishes: Wishes,
    { unsent, from, left }: Beginning,
  ) {
    this.unsent = unsent;
    this.confirmed = left?.confirmed ?? 0;
    this.away = (left?.changes.length ?? 0) > 0;
    this.line = new Line(wishes.address, (changes) => this.hear(changes), (answer) => this.lost(answer), wishes.window);
    this.view = new EditorView({
      parent: wishes.parent,
      state: EditorState.create({ doc: from.text, extensions: [sharing(from.version), wishes.extensions] }),
      dispatchTransactions: (transactions, view) => {
        const before = this.waiting;
        view.update(transactions);
        if (this.waiting > before) this.typed(this.waiting - before);
      },
    });
    for (const change of left?.changes ?? []) this.view.dispatch({ changes: ChangeSet.fromJSON(change) });

    this.line.follow(() => this.version);
    window.addEventListener("online", this.back);
    window.addEventListener("offline", this.cut);
    document.addEventListener("visibilitychange", this.looked);
    this.push();
    this.tell();
  }

  get text(): Text {
    return this.view.state.doc;
  }

  get waiting(): number {
    return unsentChanges(this.view.state).length;
  }

  close(): void {
    this.closed = true;
    window.removeEventListener("online", this.back);
    window.removeEventListener("offline", this.cut);
    document.removeEventListener("visibilitychange", this.looked);
    window.clearTimeout(this.timer);
    this.line.close();
    this.unsent.close();
    this.view.destroy();
  }

  /** Whether all that was typed is committed, waiting a moment for it. */
  async settled(): Promise<boolean> {
    for (let tries = 0; tries < 30 && this.waiting > 0; tries++) await new Promise((resolve) => window.setTimeout(resolve, 100));
    return this.waiting === 0;
  }

  private get version(): number {
    return heardVersion(this.view.state);
  }

  private typed(more: number): void {
    if (this.stuck && this.refusal) setAside(this.unsent, this.kept(), this.refusal);
    else if (more === 1) this.unsent.add(this.kept());
    else this.unsent.write(this.kept());
    this.push();
    this.tell();
  }

  private kept(): { base: number; confirmed: number; changes: unknown[] } {
    return { base: this.version, confirmed: this.confirmed, changes: unsentChanges(this.view.state).map((changes) => changes.toJSON()) };
  }

  private readonly push = (): void => {
    if (this.sending || this.stuck || this.closed || this.waiting === 0) return;
    this.sending = true;
    void this.send();
  };

  private async send(): Promise<void> {
    const updates = unsentChanges(this.view.state).slice(0, 500);
    const answer = await this.line.send(this.version, this.unsent.client, updates.map((changes, i) => ({ sequence: this.confirmed + 1 + i, changes: changes.toJSON() })));
    if (this.closed) return;

    if (answer.kind === "taken") {
      this.refusal = answer.refusal;
      this.later(patience, () => void this.line.ask(this.version));
      if (this.version >= answer.version) this.sent();
      else this.until = answer.version;
      return;
    }

    this.lost(answer);
    this.sending = false;
    this.later(retryAfter, this.push);
  }

  /** A browser grants a server few lines at a time over HTTP/1; a tab that nobody looks at gives its own back. */
  private readonly looked = (): void => {
    if (document.hidden) this.line.close();
    else this.line.follow(() => this.version);
  };

  private readonly back = (): void => {
    this.looked();
    this.push();
  };

  /** A line that the browser knows to be cut is not waited for. */
  private readonly cut = (): void => {
    this.line.close();
    this.lost({ kind: "unreachable" });
  };

  /** The version at which all that was sent has come back. */
  private until = 0;

  private sent(): void {
    window.clearTimeout(this.timer);
    this.until = 0;
    this.sending = false;
    if (this.refusal) return this.refused(this.refusal, false);
    this.push();
    this.tell();
  }

  /** In the order in which the server took them, for only then do all windows come to the same text. */
  private hear(changes: Accepted[]): void {
    if (this.closed) return;
    const others: string[] = [];
    const waited = this.waiting > 0;
    const run: AcceptedChange[] = [];
    const before = this.version;

    for (const { version, client, sequence, by, changes: made } of changes) {
      const next = before + run.length + 1;
      if (version > next) void this.line.ask(before);
      if (version !== next) continue;
      if (client === this.unsent.client) this.confirmed++;
      else others.push(by);
      if (sequence === 0) this.wishes.replaced(by);
      run.push({ client, changes: ChangeSet.fromJSON(JSON.parse(made)) });
    }

    if (run.length > 0) this.view.dispatch(hearing(this.view.state, this.unsent.client, run));
    run.forEach(({ changes }, i) => this.wishes.heard(before + 1 + i, changes));

    if (this.away && others.length > 0 && waited) this.wishes.joined([...new Set(others)]);
    if (changes.length > 0 && !this.stuck) this.unsent.write(this.kept());
    this.away = false;
    if (this.until > 0 && this.version >= this.until) this.sent();
    this.push();
    this.tell();
  }

  private lost(answer: Answer): void {
    if (answer.kind === "refused") this.refused(answer.why, answer.ended);
    this.away = true;
    this.tell(answer.kind === "signed-out");
  }

  /** What was refused would be refused for ever, and with it all that is typed upon it. */
  private refused(why: string, ended: boolean): void {
    if (this.stuck) return;
    this.stuck = true;
    this.refusal = why;
    this.wishes.stand({ kind: "refused", why });
    // Some of it may have been taken before, with an answer that never came.
    void this.line.ask(this.version).then(() => {
      if (this.closed) return;
      if (setAside(this.unsent, this.kept(), why) && !ended) this.wishes.again();
    });
  }

  private tell(signedOut = false): void {
    if (this.stuck) return;
    const waiting = this.waiting;
    const kept = this.unsent.complete;
    if (signedOut) this.wishes.stand({ kind: "signed-out", waiting, kept });
    else if (this.away) this.wishes.stand({ kind: "offline", waiting, kept });
    else this.wishes.stand(waiting > 0 ? { kind: "saving" } : { kind: "saved" });
  }

  private later(wait: number, what: () => void): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(what, wait);
  }
}
