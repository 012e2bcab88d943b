/** Changes that no server has acknowledged, kept on this device so that a crash, a closed tab or a day offline loses none. */
export interface Unsent {
  /** The version upon which the first of the changes was made. */
  base: number;
  /** How many changes of this window were acknowledged before. */
  confirmed: number;
  changes: unknown[];
}

/** The changes of one window. No two windows share one, for each is told by its name from all others. */
export class UnsentChanges {
  /** Whether all of them are kept; not so where the browser grants no more room. Then they are sent all the same. */
  complete = true;

  constructor(
    readonly place: string,
    readonly client: string,
    private readonly release: () => void,
  ) {}

  /** Takes over what a window left behind that is gone, or begins anew. */
  static async take(place: string): Promise<UnsentChanges> {
    for (const client of leftAt(place)) {
      const release = await holdSoon(client, 500);
      if (release) return new UnsentChanges(place, client, release);
    }

    const client = crypto.randomUUID();
    return new UnsentChanges(place, client, (await hold(client)) ?? (() => {}));
  }

  read(): Unsent | null {
    const known = JSON.parse(localStorage.getItem(this.key("base")) ?? "null") as { base: number; confirmed: number } | null;
    if (!known) return null;

    const changes: unknown[] = [];
    for (let sequence = known.confirmed + 1; ; sequence++) {
      const change = localStorage.getItem(this.key(sequence));
      if (change === null) return { ...known, changes };
      changes.push(JSON.parse(change));
    }
  }

  /** One more, upon those that are kept already. */
  add(unsent: Unsent): void {
    if (unsent.changes.length === 1) this.write(unsent);
    else if (this.complete) this.complete = put(this.key(unsent.confirmed + unsent.changes.length), JSON.stringify(unsent.changes.at(-1)));
  }

  /** All of them anew, as after changes of others moved them. */
  write({ base, confirmed, changes }: Unsent): void {
    const kept = new Map<string, string>(changes.length > 0 ? [[this.key("base"), JSON.stringify({ base, confirmed })]] : []);
    changes.forEach((change, i) => kept.set(this.key(confirmed + 1 + i), JSON.stringify(change)));
    for (const key of Object.keys(localStorage)) if (key.startsWith(this.key("")) && !kept.has(key)) localStorage.removeItem(key);

    this.complete = true;
    for (const [key, value] of kept) {
      this.complete &&= put(key, value);
      // What follows a gap, or was made upon another text, would say what nobody typed.
      if (!this.complete) localStorage.removeItem(key);
    }
  }

  close(): void {
    this.release();
  }

  private key(what: string | number): string {
    return `${this.place}:${this.client}:${what}`;
  }
}

/** @returns Whether there was room for it. */
export function put(key: string, value: string): boolean {
  try {
    localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/** The windows that left something behind. */
export function leftAt(place: string): string[] {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(`${place}:`) && key.endsWith(":base"));
  return keys.map((key) => key.slice(place.length + 1, -":base".length));
}

/** A browser lets go of a window's name a moment after it was closed. */
export async function holdSoon(client: string, patience: number): Promise<(() => void) | undefined> {
  for (let waited = 0; ; waited += 100) {
    const release = await hold(client);
    if (release || waited >= patience || !("locks" in navigator)) return release;
    await new Promise((resolve) => window.setTimeout(resolve, 100));
  }
}

/** Resolves to what lets go of the name again, or to nothing when another window holds it. */
function hold(client: string): Promise<(() => void) | undefined> {
  // Over plain http there are no locks: then nothing left behind is taken over, and it stays where it is.
  if (!("locks" in navigator)) return Promise.resolve(undefined);

  return new Promise((resolve) => {
    void navigator.locks.request(`together:${client}`, { ifAvailable: true }, (lock) => {
      if (!lock) {
        resolve(undefined);
        return;
      }
      return new Promise<void>((release) => resolve(release));
    });
  });
}
