// Writers at a keyboard: each types a mark of eight characters so and so often and some of them watch when the marks of the
// others arrive. Tells milliseconds from the key to the peer, as one line of JSON.
// What a window does with a mark (redrawing, merging) is left out on both sides; only numbers that the protocol needs are kept.
import { randomUUID } from "node:crypto";
import http from "node:http";
import { WebSocket } from "ws";
import * as Y from "yjs";

const plan = JSON.parse(process.argv[2]);
const watchers = 6;
const pressed = new Float64Array(4_000_000);
const latencies = [];
let marks = 0;
let measuring = false;
let kept = 0;

const now = () => performance.now();
const mark = () => {
  const number = marks++;
  pressed[number] = measuring ? now() : -1;
  if (measuring) kept++;
  return `#${String(number).padStart(7, "0")}`;
};

function watch(text, own) {
  const at = now();
  for (let i = text.indexOf("#"); i >= 0; i = text.indexOf("#", i + 8)) {
    const number = Number(text.slice(i + 1, i + 8));
    if (!own.has(number) && pressed[number] > 0) latencies.push(at - pressed[number]);
  }
}

/** One window of ours: changes go in by POST, everything comes out of one stream. */
class Ours {
  constructor(address, number, isWatcher) {
    this.address = new URL(address);
    this.path = `/api/postmortems/${number}/document`;
    this.isWatcher = isWatcher;
    this.client = randomUUID();
    this.confirmed = 0;
    this.typed = [];
    this.own = new Set();
    this.inFlight = 0;
    this.until = 0;
    this.agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  }

  async open() {
    const { version, text } = JSON.parse(await this.ask("GET", this.path));
    this.start = version;
    this.length = text.length;
    this.version = version;
    await new Promise((resolve, reject) => {
      const request = http.get({ host: this.address.hostname, port: this.address.port, path: `${this.path}/changes/stream?after=${version}`, headers: { cookie: plan.cookie } }, (answer) => {
        if (answer.statusCode !== 200) return reject(new Error(`The stream answered ${answer.statusCode}.`));
        answer.setEncoding("latin1").on("data", (chunk) => this.hear(chunk));
        resolve();
      });
      request.on("error", reject);
      this.stream = request;
    });
  }

  hear(chunk) {
    if (this.isWatcher) watch(chunk, this.own);
    this.rest = (this.rest ?? "") + chunk;
    const end = this.rest.lastIndexOf("\n\n");
    if (end < 0) return;
    const id = this.rest.lastIndexOf("id: ", end);
    if (id >= 0) this.version = Number(this.rest.slice(id + 4, this.rest.indexOf("\n", id)));
    this.rest = this.rest.slice(end + 2);
    if (this.until > 0 && this.version >= this.until) this.settle();
  }

  type() {
    const text = mark();
    if (this.isWatcher) this.own.add(Number(text.slice(1)));
    this.typed.push(text);
    if (this.inFlight === 0) void this.send();
  }

  async send() {
    const texts = this.typed.splice(0);
    this.inFlight = texts.length;
    // Every mark is eight long, so the version tells the length.
    const length = this.length + 8 * (this.version - this.start);
    const at = Math.floor(Math.random() * length);
    const updates = texts.map((text, i) => ({ sequence: this.confirmed + 1 + i, changes: [at, [0, text], length + 8 * i - at].filter((part) => part !== 0) }));
    const answer = JSON.parse(await this.ask("POST", `${this.path}/changes`, JSON.stringify({ after: this.version, client: this.client, updates })));
    this.until = answer.version;
    if (this.version >= this.until) this.settle();
  }

  settle() {
    this.until = 0;
    this.confirmed += this.inFlight;
    this.inFlight = 0;
    if (this.typed.length > 0) void this.send();
  }

  ask(method, path, body) {
    return new Promise((resolve, reject) => {
      const headers = { cookie: plan.cookie, origin: this.address.origin, ...(body ? { "content-type": "application/json", "content-length": Buffer.byteLength(body) } : {}) };
      const request = http.request({ host: this.address.hostname, port: this.address.port, method, path, agent: this.agent, headers }, (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (part) => (text += part)).on("end", () => (answer.statusCode === 200 ? resolve(text) : reject(new Error(`${method} ${path} answered ${answer.statusCode}: ${text.slice(0, 300)}`))));
      });
      request.on("error", reject);
      request.end(body);
    });
  }

  close() {
    this.stream.destroy();
    this.agent.destroy();
  }
}

/** One window of the peer, which speaks its wire format: document name, kind of message, payload. */
class Theirs {
  constructor(address, number, isWatcher) {
    this.address = address;
    this.name = `document-${number}`;
    this.isWatcher = isWatcher;
    this.own = new Set();
    this.doc = new Y.Doc();
    this.text = this.doc.getText("text");
    this.doc.on("update", (update) => this.socket.send(Buffer.concat([head(this.name), Buffer.from([0, 2]), varUint(update.length), update])));
  }

  open() {
    return new Promise((resolve, reject) => {
      this.socket = new WebSocket(this.address);
      this.socket.on("error", reject);
      this.socket.on("open", () => {
        // Authentication comes first, with an empty token; then the first step of synchronising.
        this.socket.send(Buffer.concat([head(this.name), Buffer.from([2, 0]), varText(""), varText("4.7.0")]));
        const vector = Y.encodeStateVector(this.doc);
        this.socket.send(Buffer.concat([head(this.name), Buffer.from([0, 0]), varUint(vector.length), vector]));
      });
      this.socket.on("message", (data) => {
        resolve();
        if (this.isWatcher) watch(data.toString("latin1"), this.own);
      });
    });
  }

  type() {
    const text = mark();
    if (this.isWatcher) this.own.add(Number(text.slice(1)));
    this.text.insert(0, text);
  }

  close() {
    this.socket.terminate();
  }
}

function varUint(number) {
  const bytes = [];
  for (; number > 127; number = Math.floor(number / 128)) bytes.push(128 | (number & 127));
  return Buffer.from([...bytes, number]);
}

function varText(text) {
  const bytes = Buffer.from(text);
  return Buffer.concat([varUint(bytes.length), bytes]);
}

const head = (name) => varText(name);
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const Window = plan.side === "ours" ? Ours : Theirs;
const windows = [];
for (const [d, number] of plan.documents.entries())
  for (let w = 0; w < plan.writers; w++) {
    // With several instances the writers sit on the first and the watchers on the last.
    const isWatcher = plan.documents.length > 1 ? w === 0 && d < watchers * 4 : w < Math.min(watchers, plan.writers);
    windows.push(new Window(isWatcher ? plan.addresses.at(-1) : plan.addresses[0], number, isWatcher));
  }
for (let i = 0; i < windows.length; i += 20) await Promise.all(windows.slice(i, i + 20).map((window) => window.open()));

const every = 1000 / plan.perSecond;
const timers = [];
for (const window of windows) {
  const begin = Math.random() * every;
  // A watcher on another instance writes as well, or it would be idle where the others are busy.
  timers.push(setTimeout(() => timers.push(setInterval(() => window.type(), every)), begin));
}
await pause(plan.warmUp);
measuring = true;
await pause(plan.measure);
measuring = false;
timers.forEach(clearInterval);
await pause(plan.afterwards ?? 1000);
windows.forEach((window) => window.close());

latencies.sort((a, b) => a - b);
const at = (share) => (latencies.length === 0 ? null : latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))]);
const expected = windows.filter((w) => w.isWatcher).length;
console.log(JSON.stringify({ pressed: kept, seen: latencies.length, watchers: expected, p50: at(0.5), p95: at(0.95), p99: at(0.99) }));
process.exit(0);
