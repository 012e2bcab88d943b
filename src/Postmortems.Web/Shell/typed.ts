/** What somebody has typed or ticked in a form, by the name of the field and its place among those of that name. */
export type Typed = Record<string, string | boolean>;

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const typeable = "input:not([type=hidden], [type=password], [type=file], [type=submit], [type=button]), textarea, select";

/** Words belong to the version that they were typed over: brought back over a newer one, they must not pass for newer. */
const begunFrom = 'input[type=hidden][name$=".BasedOn"], input[type=hidden][name$=".Version"]';

export function fieldsOf(form: HTMLFormElement): { read: () => Typed; write: (typed: Typed) => void } {
  const fields = new Map<string, Field>();
  for (const field of form.querySelectorAll<Field>(`${typeable}, ${begunFrom}`)) {
    if (!field.name || field.closest("[data-unsaved-skip]")) continue;
    let place = 0;
    while (fields.has(`${field.name} ${place}`)) place++;
    fields.set(`${field.name} ${place}`, field);
  }

  return {
    read: () => Object.fromEntries([...fields].map(([name, field]) => [name, isTicked(field) ? field.checked : field.value])),
    write: (typed) => {
      for (const [name, field] of fields) {
        const value = typed[name];
        if (value === undefined) continue;
        if (isTicked(field)) field.checked = value === true;
        else field.value = String(value);
      }
    },
  };
}

/** Whether the same was typed, whichever version it was typed over. */
export function sameWords(one: Typed, other: Typed): boolean {
  return wordsOf(one) === wordsOf(other);
}

function wordsOf(typed: Typed): string {
  return JSON.stringify(Object.entries(typed).filter(([name]) => !/\.(BasedOn|Version) \d+$/.test(name)));
}

function isTicked(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");
}
