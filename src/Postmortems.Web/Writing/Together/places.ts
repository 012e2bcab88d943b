import { StateEffect, StateField, type EditorState, type Extension } from "@codemirror/state";
import { Decoration, EditorView, WidgetType, type DecorationSet } from "@codemirror/view";

/** A place in the text for something that is still coming. It stays where it belongs while others write. */
interface Place {
  id: string;
  from: number;
  to: number;
  /** What is shown there meanwhile. It is no part of the text. */
  shown?: HTMLElement;
}

const hold = StateEffect.define<Place>({ map: (place, changes) => ({ ...place, from: changes.mapPos(place.from, -1), to: changes.mapPos(place.to, 1) }) });
/** What came takes its place, in the same step. */
export const release = StateEffect.define<string>();

const places = StateField.define<Place[]>({
  create: () => [],
  update(held, transaction) {
    let next = transaction.docChanged ? held.map((place) => ({ ...place, from: transaction.changes.mapPos(place.from, -1), to: transaction.changes.mapPos(place.to, place.from === place.to ? -1 : 1) })) : held;
    for (const effect of transaction.effects) {
      if (effect.is(hold)) next = [...next.filter((place) => place.id !== effect.value.id), effect.value];
      if (effect.is(release)) next = next.filter((place) => place.id !== effect.value);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field, shownOf),
});

export function comingPlaces(): Extension {
  return places;
}

export function holdPlace(view: EditorView, id: string, shown?: HTMLElement, at?: { from: number; to: number }): void {
  const { from, to } = at ?? placeOf(view.state, id) ?? view.state.selection.main;
  view.dispatch({ effects: hold.of({ id, from, to, ...(shown && { shown }) }) });
}

export function placeOf(state: EditorState, id: string): { from: number; to: number } | undefined {
  return state.field(places).find((place) => place.id === id);
}

/** How many things people wait for, each shown in its place. */
export function comingIn(state: EditorState): number {
  return state.field(places).filter((place) => place.shown).length;
}

export function releasePlace(view: EditorView, id: string): void {
  view.dispatch({ effects: release.of(id) });
}

function shownOf(held: Place[]): DecorationSet {
  const shown = held.flatMap((place) => (place.shown ? [Decoration.widget({ widget: new Shown(place.shown), side: 1 }).range(place.to)] : []));
  return Decoration.set(shown, true);
}

class Shown extends WidgetType {
  constructor(private readonly element: HTMLElement) {
    super();
  }

  override eq(other: Shown): boolean {
    return other.element === this.element;
  }

  override toDOM(): HTMLElement {
    return this.element;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}
