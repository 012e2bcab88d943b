/** Names who writes besides the reader: "Ada Okafor, Bela and you are here". It changes only when somebody comes or goes. */
export function showPeople(place: HTMLElement, people: { name: string; colour: number }[]): void {
  place.hidden = people.length === 0;
  if (people.length === 0) {
    place.replaceChildren();
    return;
  }

  const pictures = people.slice(0, most).map(({ name, colour }) => {
    const picture = document.createElement("span");
    picture.className = `initials peer-${colour}`;
    picture.ariaHidden = "true";
    picture.title = name;
    picture.textContent = initialsOf(name);
    return picture;
  });
  const words = document.createElement("span");
  const names = people.slice(0, most).map(({ name }) => name);
  if (people.length > most) names.push(`${people.length - most} more`);
  words.textContent = `${names.join(", ")} and you are here`;
  place.replaceChildren(...pictures, words);
}

/** More names than this are a crowd. */
const most = 6;

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => [...new Intl.Segmenter().segment(word ?? "")][0]?.segment.toUpperCase() ?? "").join("");
}
