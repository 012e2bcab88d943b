import { Controller } from "@hotwired/stimulus";

/** Takes files dropped anywhere on the form, and says how many there are before they are sent. */
export default class DropController extends Controller<HTMLFormElement> {
  static override readonly targets = ["files", "folder", "sum"];
  static override readonly values = { most: Number, largest: Number };

  declare readonly filesTarget: HTMLInputElement;
  declare readonly folderTarget: HTMLInputElement;
  declare readonly sumTarget: HTMLElement;
  declare readonly mostValue: number;
  declare readonly largestValue: number;

  over(event: DragEvent): void {
    event.preventDefault();
    this.element.classList.add("over");
  }

  leave(): void {
    this.element.classList.remove("over");
  }

  async take(event: DragEvent): Promise<void> {
    event.preventDefault();
    this.leave();
    const entries = [...(event.dataTransfer?.items ?? [])].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
    const files = (await Promise.all(entries.map(filesIn))).flat();
    const all = new DataTransfer();
    for (const file of files) all.items.add(file);
    this.filesTarget.files = all.files;
    this.count();
  }

  count(): void {
    const files = [...(this.filesTarget.files ?? []), ...(this.folderTarget.files ?? [])];
    const bytes = files.reduce((sum, file) => sum + file.size, 0);
    const tooMany = files.length > this.mostValue || bytes > this.largestValue;
    const size = `${files.length.toLocaleString("en")} ${files.length === 1 ? "file" : "files"}, ${(bytes / 1_000_000).toFixed(1)} MB`;
    this.sumTarget.textContent = tooMany ? `${size}: more than one import takes. Choose fewer.` : `${size} chosen.`;
    for (const button of this.element.querySelectorAll<HTMLButtonElement>("button[type=submit]")) button.disabled = tooMany;
  }
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))];
  }

  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: File[] = [];
  // A reader gives at most a hundred entries at a time.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return found;
    found.push(...(await Promise.all(some.filter((inner) => !inner.name.startsWith(".")).map(filesIn))).flat());
  }
}
