/** What the threads beside a document and the document itself tell each other, wherever either stands on the page. */
export interface ToldThread {
  id: string;
  from: number;
  to: number;
}

export interface Said {
  /** The threads that are shown, where their passages stand at a version of the document. */
  "comments:threads": { version: number; threads: (ToldThread & { quote: string })[] };
  /** Somebody asks for them anew. */
  "comments:wanted": undefined;
  /** Somebody wants to say something about these words. */
  "comments:begin": { quote: string };
  /** Asked when it is sent: where the words stand by then. */
  "comments:place": { place?: { from: number; to: number; version: number } };
  /** Nothing is said about the marked words any more. */
  "comments:left": undefined;
  /** A passage was chosen in the document, or none. */
  "comments:open": { id: string | null };
  /** A thread was chosen; the document shows its passage and says so. */
  "comments:show": { id: string; shown?: boolean };
}

export function say<Kind extends keyof Said>(kind: Kind, detail: Said[Kind]): void {
  document.dispatchEvent(new CustomEvent(kind, { detail }));
}

export function hear<Kind extends keyof Said>(kind: Kind, listener: (detail: Said[Kind]) => void): () => void {
  const heard = (event: Event): void => listener((event as CustomEvent<Said[Kind]>).detail);
  document.addEventListener(kind, heard);
  return () => document.removeEventListener(kind, heard);
}
