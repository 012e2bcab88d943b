import { StateEffect, StateField, Transaction, type Range } from "@codemirror/state";
import { Decoration, EditorView, WidgetType } from "@codemirror/view";

/** One window of somebody who writes the same document. */
export interface Told {
  window: string;
  person: string;
  name: string;
  version: number;
  anchor: number;
  head: number;
  gone?: boolean;
}

export interface Peer extends Told {
  colour: number;
  heard: number;
  /** Counts the moves, so that the name shows again after each. */
  moves: number;
  /** Whether this window has come to the version that they told. */
  isPlaced: boolean;
  at: { anchor: number; head: number } | null;
}

export const arrange = StateEffect.define<Peer[]>();

/** Where the others write; it moves with the text. */
export const peers = StateField.define<Peer[]>({
  create: () => [],
  update(before, transaction) {
    let after = before;
    if (transaction.docChanged) {
      // What somebody else put in where a cursor stands was most likely typed there; what this window puts in was not.
      const side = transaction.annotation(Transaction.remote) ? 1 : -1;
      const moved = (at: number): number => transaction.changes.mapPos(at, side);
      after = before.map((peer) => ({ ...peer, at: peer.at && { anchor: moved(peer.at.anchor), head: moved(peer.at.head) } }));
    }
    for (const effect of transaction.effects) if (effect.is(arrange)) after = effect.value;
    return after;
  },
  provide: (field) => EditorView.decorations.from(field, (now) => Decoration.set(now.flatMap(marksOf), true)),
});

function marksOf(peer: Peer): Range<Decoration>[] {
  if (!peer.at) return [];
  const { anchor, head } = peer.at;
  const cursor = Decoration.widget({ widget: new Cursor(peer.name, peer.colour, peer.window, peer.moves), side: 1 }).range(head);
  const wash = anchor === head ? [] : [Decoration.mark({ class: `peer-words peer-${peer.colour}` }).range(Math.min(anchor, head), Math.max(anchor, head))];
  return [...wash, cursor];
}

class Cursor extends WidgetType {
  constructor(
    private readonly name: string,
    private readonly colour: number,
    private readonly window: string,
    private readonly moves: number,
  ) {
    super();
  }

  override eq(other: Cursor): boolean {
    return other.window === this.window && other.moves === this.moves && other.name === this.name && other.colour === this.colour;
  }

  toDOM(): HTMLElement {
    const cursor = document.createElement("span");
    cursor.className = `peer-cursor peer-${this.colour}`;
    cursor.setAttribute("aria-hidden", "true");
    // The name is drawn and stands nowhere as text: it belongs to no line of the document.
    const label = document.createElement("b");
    label.dataset.name = this.name;
    cursor.append(document.createElement("i"), label);
    return cursor;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}
