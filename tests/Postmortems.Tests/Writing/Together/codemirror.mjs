// Plays one history as a window does, by CodeMirror and the product's own script: for each line of dice, what it makes of them.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(process.argv[2]);
const { EditorState, ChangeSet } = require("@codemirror/state");
const { sharing, hearing, unsentChanges } = product(process.argv[3]);

const words = ["a", "word", "\n", "\r\n", "\r", "\n\n", "😀", "e\u0301", "👩‍🚒", "שלום", "\t", "\u2028", "\u0085", "## ", "𝒳𝒴", "ü", " ", "ffi", "\n\r", "x".repeat(40)];

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(play(JSON.parse(line))) + "\n");
}

function play(numbers) {
  let next = 0;
  const die = (sides) => (next < numbers.length ? Math.abs(numbers[next++]) % sides : 0);
  const some = (most) => Array.from({ length: die(most + 1) }, () => words[die(words.length)]).join("");

  const raw = some(12);
  let base = EditorState.create({ doc: raw });
  const begun = base.doc.toString();
  const rounds = [];

  for (let left = 1 + die(4); left > 0; left--) {
    const sent = changesOf(base, die(4));
    const accepted = changesOf(base, die(4));
    const isFirst = die(2) === 0;

    let window = EditorState.create({ doc: base.doc, extensions: sharing(0) });
    for (const changes of sent.made) window = window.update({ changes }).state;
    // All at once or one by one is the same.
    const heard = accepted.made.map((changes) => ({ changes, client: isFirst ? "3" : "1" }));
    for (const some of die(2) === 0 ? [heard] : heard.map((one) => [one])) window = window.update(hearing(window, "2", some)).state;
    const rebased = unsentChanges(window);

    let server = accepted.text;
    for (const changes of rebased) server = changes.apply(server);
    if (server.toString() !== window.doc.toString()) throw new Error("The window and the server differ by the window's own account.");

    rounds.push({ isFirst, sent: told(sent), accepted: told(accepted), rebased: rebased.map((changes) => changes.toJSON()), text: server.toString() });
    base = EditorState.create({ doc: server });
  }

  return { raw, begun, rounds };

  function changesOf(state, count) {
    const made = [];
    let text = state.doc;
    const texts = [];
    for (let i = 0; i < count; i++) {
      const edits = [];
      let from = 0;
      for (let left = 1 + die(3); left > 0; left--) {
        const begin = edge(text, from + die(text.length - from + 1));
        const end = edge(text, Math.min(text.length, begin + die(6) * die(4)));
        edits.push({ from: begin, to: end, insert: some(3) });
        from = end;
      }
      const changes = ChangeSet.of(edits, text.length);
      if (changes.empty) continue; // A window sends nothing then.
      made.push(changes);
      text = changes.apply(text);
      texts.push(text.toString());
    }
    return { made, texts, text };
  }

  function told({ made, texts }) {
    return made.map((changes, i) => ({ changes: changes.toJSON(), text: texts[i], places: placesIn(changes) }));
  }
}

/** The product's script, with the packages that are used here. */
function product(source) {
  const [built] = require("esbuild").buildSync({ entryPoints: [source], bundle: true, format: "cjs", external: ["@codemirror/*"], write: false }).outputFiles;
  const module = { exports: {} };
  new Function("require", "module", "exports", built.text)(require, module, module.exports);
  return module.exports;
}

/** Where some places stand after a change, those at its edges among them: [before, after when it sticks to what is before it, after when to what comes next]. */
function placesIn(changes) {
  const places = new Set([0, changes.length, Math.floor(changes.length / 2), Math.floor(changes.length / 3)]);
  changes.iterChanges((from, to) => [from - 1, from, from + 1, Math.floor((from + to) / 2), to - 1, to, to + 1].forEach((at) => places.add(at)), true);
  return [...places].filter((at) => at >= 0 && at <= changes.length).map((at) => [at, changes.mapPos(at, -1), changes.mapPos(at, 1)]);
}

/** Nobody's cursor stands inside a surrogate pair. */
function edge(text, at) {
  const unit = at > 0 && at < text.length ? text.sliceString(at, at + 1).charCodeAt(0) : 0;
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}
