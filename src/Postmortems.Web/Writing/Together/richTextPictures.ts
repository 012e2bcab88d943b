/** Stands in the text for a picture that comes with its bytes. No text of anybody holds it. */
export const pictureSign = "\uE000";

const stored = /^data:(image\/(?:png|jpeg|gif|webp|avif));base64,/i;

/** Pictures that carry their bytes are taken out; of those that stayed behind the words remain. */
export function takePictures(body: HTMLElement): { carried: File[]; missing: number } {
  const carried: File[] = [];
  let missing = 0;
  for (const picture of body.querySelectorAll("img")) {
    const address = picture.getAttribute("src") ?? "";
    if (/^https?:/i.test(address)) continue;

    const file = fileOf(address, picture.alt);
    if (file) carried.push(file);
    // What has no address of its own was never more than a decoration.
    else if (/^[a-z][\w-]+:/i.test(address)) missing++;
    picture.replaceWith(file ? ` ${pictureSign} ` : wordsOf(picture.alt, address));
  }
  return { carried, missing };
}

function fileOf(address: string, alt: string): File | null {
  const type = stored.exec(address)?.[1]?.toLowerCase();
  if (!type) return null;
  try {
    const bytes = Uint8Array.from(atob(decodeURIComponent(address.slice(address.indexOf(",") + 1))), (letter) => letter.charCodeAt(0));
    return new File([bytes], `${alt.trim() || "picture"}.${type.slice("image/".length)}`, { type });
  } catch {
    // Not what it says it is; it is told as one that did not come along.
    return null;
  }
}

function wordsOf(alt: string, address: string): string {
  const name = /^file:/i.test(address) ? (address.split(/[\\/]/).at(-1) ?? "") : "";
  return alt || name ? `(picture: ${alt || name})` : "";
}
