// Answers wait here, in the browser's own store, until the server has them.
//
// Each question has an entry { response, sequence, saved, receipt }. The sequence grows with every change, so that an older
// change never overwrites a newer one, whichever way the network orders them. Entries are shared by all tabs of one
// attempt. A flag waits in the same way, without a sequence: the last one set is the one meant.

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 15000;
const PATIENCE = 10000;

/** What the queue tells its page; each is called with what changed. */
const NOTHING = {
  changed() {}, // (position, entry, from): from is "here", "server" or "elsewhere"
  connection() {}, // ("fine" | "lost" | "signed out")
  saved() {}, // (savedAt): one answer more is with the server
  newer() {}, // (position): another tab or device had a newer answer, which stands now
  refused() {}, // (position, words): the server cannot take it
  time() {}, // (remainingMs or null)
  ended() {}, // (late: a map from position to "8 seconds" after the end): the attempt takes no answers any more
  paused() {}, // the clock stands still; what waits is sent when it goes on
};

export class Queue {
  #attempt;
  #name;
  #urls;
  #token;
  #tell;
  #store;
  #entries = new Map();
  #flags = new Map();
  #late = new Map();
  #ended = false;
  #isResting = false;
  #pause = FIRST_PAUSE;
  #timer = 0;
  #due = Infinity;
  #running = null;
  #connection = "fine";

  /**
   * `known` maps a position to the { response, sequence } that the server had when it made the page. `name` tells the
   * queues of one attempt apart: answers, and the notes in the passage.
   */
  constructor({ attempt, name = "answer", urls, token, known = new Map(), tell = {}, store = browserStore() }) {
    this.#attempt = attempt;
    this.#name = name;
    this.#urls = urls;
    this.#token = token;
    this.#tell = { ...NOTHING, ...tell };
    this.#store = store;
    for (const [position, { response, sequence }] of known) {
      this.#entries.set(position, { response, sequence, saved: true });
    }
    this.#restore();
    window.addEventListener("storage", (event) => this.#fromOtherTab(event));
    window.addEventListener("online", () => this.#again());
    window.addEventListener("offline", () => this.#connected("lost"));
    window.addEventListener("pagehide", () => this.#hurry());
    window.addEventListener("beforeunload", (event) => {
      if (this.waiting.length && this.#connection !== "fine" && !this.#isResting) event.preventDefault();
    });
  }

  /** Keep a change and send it within `wait` milliseconds. */
  change(position, response, wait = 0) {
    const sequence = (this.#entries.get(position)?.sequence ?? -1) + 1;
    this.#put(position, { response, sequence, saved: false }, "here");
    this.#schedule(this.#connection === "fine" ? wait : this.#pause);
  }

  flag(position, flagged) {
    this.#flags.set(position, flagged);
    this.#store.write(this.#key(position, "flag"), { flagged });
    this.#schedule(this.#connection === "fine" ? 0 : this.#pause);
  }

  entry(position) {
    return this.#entries.get(position) ?? { response: "", sequence: -1, saved: true };
  }

  get connection() {
    return this.#connection;
  }

  get waiting() {
    return [...this.#entries].filter(([, entry]) => !entry.saved).map(([position]) => position);
  }

  get waitingFlags() {
    return new Map(this.#flags);
  }

  /** Send all that waits; resolves to whether nothing waits any more. */
  flush() {
    clearTimeout(this.#timer);
    this.#due = Infinity;
    this.#running ??= this.#sendAll().finally(() => (this.#running = null));
    return this.#running;
  }

  /** Ask the server for { remaining_ms, state, responses }; resolves to null when it cannot be asked. Renews the form token. */
  async status() {
    const answer = await this.#fetch(this.#urls.status);
    if (!answer?.ok) {
      this.#connected(signedOut(answer) ? "signed out" : "lost");
      return null;
    }
    const status = await answer.json();
    this.#token = status.csrf_token;
    this.#tell.time(status.remaining_ms);
    for (const [position, sequence, response] of status.responses) this.#learn(position, sequence, response);
    if (!this.waiting.length) this.#connected("fine");
    return status;
  }

  /** Another device may have changed an answer; one that waits here is settled when it is sent. */
  #learn(position, sequence, response) {
    const [own, isKnown] = [this.entry(position), this.#entries.has(position)];
    if (!own.saved || own.refused || sequence <= own.sequence) return;
    this.#put(position, { response, sequence, saved: true }, "server");
    if (isKnown && response !== own.response) this.#tell.newer(position);
  }

  get token() {
    return this.#token;
  }

  /** The clock stands still and the page is about to change: what waits is in the store, so nobody need be asked. */
  rest() {
    this.#isResting = true;
  }

  /** Forget what was kept for this attempt: it has ended. */
  forget() {
    this.#store.removeAll(this.#prefix);
  }

  get #prefix() {
    return `quizgen.${this.#attempt}.`;
  }

  #key(position, what = this.#name) {
    return `${this.#prefix}${what}.${position}`;
  }

  #restore() {
    // What the server has of other attempts is nobody's business on a device that many use.
    for (const [key, value] of this.#store.all("quizgen.")) {
      if (value.saved && !key.startsWith(this.#prefix)) this.#store.remove(key);
    }
    for (const [key, value] of this.#store.all(this.#prefix)) {
      const [what, position] = [key.split(".")[2], Number(key.split(".")[3])];
      if (what === "flag" && this.#urls.flag) {
        this.#flags.set(position, value.flagged);
      } else if (what !== this.#name) {
        continue;
      } else if (!value.saved && value.sequence > this.entry(position).sequence) {
        this.#entries.set(position, value);
      } else {
        this.#store.remove(key);
        if (!value.saved && value.response !== this.entry(position).response) this.#tell.newer(position);
      }
    }
    if (this.waiting.length || this.#flags.size) this.#schedule(0);
  }

  #put(position, entry, from) {
    this.#entries.set(position, entry);
    this.#store.write(this.#key(position), entry);
    this.#tell.changed(position, entry, from);
  }

  #fromOtherTab(event) {
    if (!event.key?.startsWith(`${this.#prefix}${this.#name}.`) || !event.newValue) return;
    const position = Number(event.key.split(".")[3]);
    const [own, theirs] = [this.entry(position), JSON.parse(event.newValue)];
    if (theirs.sequence < own.sequence || (theirs.sequence === own.sequence && !theirs.saved)) return;
    this.#entries.set(position, theirs);
    this.#tell.changed(position, theirs, "elsewhere");
    if (theirs.response !== own.response) this.#tell.newer(position);
    if (!theirs.saved) this.#schedule(FIRST_PAUSE);
  }

  /** Send after `wait`. While the connection is lost the next try stays where it is: more answers must not delay it. */
  #schedule(wait) {
    const due = performance.now() + wait;
    if (this.#connection !== "fine" && this.#due <= due) return;
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => this.flush(), wait);
  }

  async #again() {
    this.#pause = FIRST_PAUSE;
    if (this.waiting.length || this.#flags.size) this.flush();
    else await this.status();
  }

  #connected(state) {
    if (state === "fine") this.#pause = FIRST_PAUSE;
    if (state === this.#connection) return;
    this.#connection = state;
    this.#tell.connection(state);
  }

  async #sendAll() {
    while (!this.#ended) {
      const [position] = this.waiting;
      const [flag] = this.#flags;
      if (position === undefined && flag === undefined) return true;
      const done = position === undefined ? await this.#sendFlag(...flag) : await this.#sendAnswer(position);
      if (!done) {
        this.#schedule(this.#pause * (0.7 + 0.6 * Math.random()));
        this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
        return false;
      }
    }
    return true;
  }

  async #sendAnswer(position) {
    const sent = this.entry(position);
    const body = { position, response: sent.response, sequence: sent.sequence };
    const answer = await this.#post(this.#urls.save, body);
    if (!answer) return false;
    const reply = await answer.json().catch(() => null);
    if (!answer.ok) return this.#refused(position, sent, reply?.error);
    if (!reply) return false;
    this.#tell.time(reply.remaining_ms);
    if (!reply.accepted && reply.state === "paused") {
      // Neither late nor ended: the answer waits until the clock goes on.
      this.#connected("fine");
      this.#tell.paused();
      return false;
    }
    this.#settle(position, sent, reply);
    return true;
  }

  #settle(position, sent, reply) {
    const now = this.entry(position);
    const isLatest = now.sequence === sent.sequence;
    if (reply.accepted) {
      this.#tell.saved(reply.saved_at);
      if (isLatest) this.#put(position, { ...sent, saved: true, receipt: reply.receipt }, "server");
      this.#connected("fine");
    } else if (reply.open) {
      if (reply.sequence >= now.sequence) {
        this.#put(position, { response: reply.response, sequence: reply.sequence, saved: true }, "server");
        if (reply.response !== sent.response) this.#tell.newer(position);
      }
      this.#connected("fine");
    } else {
      if (reply.late) this.#late.set(position, reply.late);
      this.#put(position, { response: reply.response, sequence: reply.sequence, saved: true }, "server");
      if (!this.waiting.length) this.#end();
    }
  }

  #end() {
    this.#ended = true;
    this.#connected("fine");
    this.#tell.ended(this.#late);
  }

  /** The server understood the request and will never take it: keeping it would hold up the others for ever. */
  #refused(position, sent, words) {
    const isLatest = this.entry(position).sequence === sent.sequence;
    if (isLatest) this.#put(position, { ...sent, saved: true, refused: true }, "server");
    this.#tell.refused(position, words);
    return true;
  }

  async #sendFlag(position, flagged) {
    const answer = await this.#post(this.#urls.flag, { position, flagged });
    if (!answer) return false;
    if (this.#flags.get(position) === flagged) {
      this.#flags.delete(position);
      this.#store.remove(this.#key(position, "flag"));
    }
    if (answer.ok && !this.waiting.length) this.#connected("fine");
    return true;
  }

  /** Post and return the answer, or null when it is worth trying again: no network, a server in trouble, no sign-in. */
  async #post(url, body) {
    const send = () => this.#fetch(url, JSON.stringify(body));
    let answer = await send();
    if (answer?.status === 400) {
      // The token of the page may belong to an earlier sign-in; one from the present sign-in tells.
      if (!(await this.status())) return null;
      answer = await send();
    }
    if (signedOut(answer)) {
      this.#connected("signed out");
      return null;
    }
    if (!answer || answer.status >= 500 || [408, 409, 425, 429].includes(answer.status)) {
      this.#connected("lost");
      return null;
    }
    return answer;
  }

  async #fetch(url, body) {
    const headers = { Accept: "application/json", "X-CSRFToken": this.#token, "Content-Type": "application/json" };
    const options = { method: body ? "POST" : "GET", headers, body, keepalive: true, cache: "no-store" };
    try {
      return await fetch(url, { ...options, signal: AbortSignal.timeout(PATIENCE) });
    } catch {
      return null;
    }
  }

  /** The page is being left: send what waits without waiting for answers; the store keeps it until they come. */
  #hurry() {
    for (const position of this.waiting) {
      const { response, sequence } = this.entry(position);
      this.#fetch(this.#urls.save, JSON.stringify({ position, response, sequence }));
    }
  }
}

function signedOut(answer) {
  return answer?.status === 401 || answer?.status === 404; // nobody is signed in, or somebody else is
}

/** The browser's store, or memory where the browser keeps none for us. */
export function browserStore() {
  let place;
  try {
    place = window.localStorage;
    place.setItem("quizgen.probe", "1");
    place.removeItem("quizgen.probe");
  } catch {
    place = null;
  }
  const attempt = (act) => {
    try {
      return act();
    } catch {
      return undefined; // full, or taken away meanwhile: the memory of the page still holds it
    }
  };
  const keys = (prefix) => (place ? Object.keys(place).filter((key) => key.startsWith(prefix)) : []);
  return {
    all: (prefix) =>
      keys(prefix)
        .map((key) => [key, attempt(() => JSON.parse(place.getItem(key)))])
        .filter(([, value]) => value),
    write: (key, value) => attempt(() => place?.setItem(key, JSON.stringify(value))),
    remove: (key) => attempt(() => place?.removeItem(key)),
    removeAll: (prefix) => keys(prefix).forEach((key) => attempt(() => place.removeItem(key))),
  };
}
