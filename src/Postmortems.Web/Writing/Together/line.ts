/** One change as the server accepted it. */
export interface Accepted {
  version: number;
  client: string;
  /** Which of that window's changes it is; 0 where somebody saved or restored a whole text. */
  sequence: number;
  by: string;
  changes: string;
}

export type Answer = { kind: "taken"; version: number; refusal: string | null } | Refused | { kind: "signed-out" } | { kind: "unreachable" };

/** @property ended Nothing can be written here any more, whatever it is. */
type Refused = { kind: "refused"; why: string; ended: boolean };

/** Resolves to null when there is no such version. */
export async function textAt(address: string, version?: number): Promise<{ version: number; text: string } | null> {
  const answer = await fetch(version === undefined ? address : `${address}?version=${version}`);
  if (answer.ok) return (await answer.json()) as { version: number; text: string };
  if (answer.status === 404) return null;
  throw new Error(`The text could not be read (${answer.status}).`);
}

/** The way to the server: changes go in one by one, and come out as a stream. */
export class Line {
  private source: EventSource | null = null;
  private retry = 0;
  private opened = false;

  constructor(
    private readonly address: string,
    private readonly hear: (changes: Accepted[]) => void,
    private readonly lost: (answer: Answer) => void,
    /** By its stream the server knows that the window is still there. */
    private readonly window: string,
  ) {}

  async send(after: number, client: string, updates: { sequence: number; changes: unknown }[]): Promise<Answer> {
    try {
      const answer = await fetch(`${this.address}/changes`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ after, client, updates }),
        signal: AbortSignal.timeout(20_000),
      });
      if (answer.ok) return { kind: "taken", ...((await answer.json()) as { version: number; refusal: string | null }) };
      return await refusalOf(answer);
    } catch {
      return { kind: "unreachable" };
    }
  }

  /** What was accepted after a version, for when the stream is late. */
  async ask(after: number): Promise<void> {
    try {
      const answer = await fetch(`${this.address}/changes?after=${after}`);
      if (answer.ok) this.hear((await answer.json()) as Accepted[]);
      else this.lost(await refusalOf(answer));
    } catch {
      this.lost({ kind: "unreachable" });
    }
  }

  follow(version: () => number): void {
    this.close();
    const source = (this.source = new EventSource(`${this.address}/changes/stream?after=${version()}&window=${this.window}`));
    source.onmessage = (event: MessageEvent<string>) => {
      document.dispatchEvent(new Event("document:alive"));
      this.hear(JSON.parse(event.data) as Accepted[]);
    };
    for (const kind of kinds) source.addEventListener(kind, (event: MessageEvent<string>) => pass(kind, JSON.parse(event.data)));
    source.onopen = () => {
      // What was told while the line was cut is asked for anew.
      if (this.opened) for (const kind of kinds) pass(kind, null);
      this.opened = true;
    };
    source.onerror = () => {
      if (source !== this.source) return;
      this.close();
      void this.ask(version());
      this.retry = window.setTimeout(() => this.follow(version), 2000);
    };
  }

  close(): void {
    window.clearTimeout(this.retry);
    this.source?.close();
    this.source = null;
  }
}

/** What the stream tells beside the changes. Whatever on the page shows it listens for it. */
const kinds = ["comments", "presence", "wording"] as const;

function pass(kind: (typeof kinds)[number], detail: unknown): void {
  document.dispatchEvent(new CustomEvent(`document:${kind}`, { detail }));
}

async function refusalOf(answer: Response): Promise<Answer> {
  if (answer.status === 401) return { kind: "signed-out" };
  if (answer.status >= 500) return { kind: "unreachable" };
  if (answer.status === 404) return { kind: "refused", why: "This postmortem was deleted, or you may not see it any more.", ended: true };
  const problem = (await answer.json().catch(() => ({}))) as { detail?: string; code?: string };
  const ended = answer.status === 403 || problem.code === "document/published";
  return { kind: "refused", why: problem.detail ?? "You may not write here any more.", ended };
}
