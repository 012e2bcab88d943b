/** A question as the server asks it about a text; places are UTF-16 units. */
export interface Question {
  start: number;
  length: number;
  rule: string;
  phrase: string;
  before: string;
  after: string;
  weight: number;
  why: string;
  question: string;
  suggestion: string | null;
  /** Sure to say the same without the phrase. */
  rewording: { start: number; was: string; words: string } | null;
}

export type Kind = "kept" | "notBlame" | "off" | "becameCause" | "becameDecision";

export interface Answer {
  id: string;
  kind: Kind;
  rule: string;
  phrase: string;
  before: string;
  after: string;
  reason: string;
  by: string;
  at: string;
}

export interface Told {
  coached: boolean;
  open: Question[];
  answered: Answer[];
}

/** What the editor and the list of questions beside it tell each other, wherever either stands on the page. */
export interface Said {
  /** The questions that are open in the text as it stands, in its order. */
  "wording:told": { coached: boolean; open: { id: string; phrase: string; question: string; weight: number }[]; answered: Answer[] };
  /** The list was put on the page and knows nothing yet. */
  "wording:wanted": undefined;
  /** A question was chosen in the list. */
  "wording:open": { id: string };
  /** A sentence for those who do not see what changed. */
  "wording:read-out": string;
  /** Something changed that the text does not show. */
  "wording:look": undefined;
}

export function say<Name extends keyof Said>(name: Name, detail: Said[Name]): void {
  document.dispatchEvent(new CustomEvent(name, { detail }));
}

export function hear<Name extends keyof Said>(name: Name, listener: (detail: Said[Name]) => void): () => void {
  const heard = (event: Event): void => listener((event as CustomEvent<Said[Name]>).detail);
  document.addEventListener(name, heard);
  return () => document.removeEventListener(name, heard);
}

/** Null when there is no answer to be had now. */
export async function questionsAbout(address: string, text: string): Promise<Told | null> {
  const answer = await send(address, "POST", { text });
  return answer?.ok ? ((await answer.json()) as Told) : null;
}

/** Resolves to what to say when the server did not take it. */
export async function answer(address: string, given: Pick<Answer, "id" | "kind" | "rule" | "phrase" | "before" | "after" | "reason">): Promise<string | null> {
  const { id, ...said } = given;
  return faultOf(await send(`${address}/answers/${id}`, "PUT", said));
}

export async function takeBack(address: string, id: string): Promise<string | null> {
  return faultOf(await send(`${address}/answers/${id}`, "DELETE"));
}

export async function coach(on: boolean): Promise<string | null> {
  return faultOf(await send("/api/coaching", "PUT", { on }));
}

async function send(address: string, method: string, body?: unknown): Promise<Response | null> {
  try {
    return await fetch(address, {
      method,
      headers: body === undefined ? {} : { "content-type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
  } catch {
    return null;
  }
}

async function faultOf(response: Response | null): Promise<string | null> {
  if (response?.ok) return null;
  if (response?.status === 401) return "You are signed out. Sign in in another tab, then try again; your words stay here.";
  if (response && response.status < 500) return ((await response.json().catch(() => ({}))) as { detail?: string }).detail ?? "The server did not take this.";
  return "The server cannot be reached. Your words stay here; please try again.";
}
