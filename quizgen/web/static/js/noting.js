// Highlights and notes in the passage: the student's own, kept in a queue like that of the answers.

import { Queue } from "./saving.js";
import { added, covered, removed } from "./words.js";

const AFTER_TYPING = 600;
const NONE = { text: "", highlights: [] };

export class Notes {
  #queue;
  #boxes = new Map();
  #words;
  #tell;

  /** `words` maps each block's element to its Words; `tell(sentence)` speaks in the status slot. */
  constructor(main, words, tell) {
    this.#words = words;
    this.#tell = tell;
    const form = document.getElementById("notes");
    for (const box of document.querySelectorAll(".noted")) this.#boxes.set(Number(box.dataset.place), box);
    const known = new Map();
    for (const [place, box] of this.#boxes) {
      known.set(place, { response: box.dataset.kept ?? "", sequence: Number(box.dataset.sequence) });
    }
    this.#queue = new Queue({
      attempt: main.dataset.attempt,
      name: "note",
      token: main.dataset.token,
      known,
      urls: { save: form.dataset.save, status: form.dataset.status },
      tell: {
        changed: (place, entry, from) => this.#queue && this.#changed(place, entry, from),
        refused: (_, words) => tell(words ?? "This note could not be kept."),
        connection: () => this.#boxes.forEach((_, place) => this.#state(place)),
      },
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    for (const [place, box] of this.#boxes) {
      const field = box.querySelector("textarea");
      // What was typed before this script was there counts too.
      if (field.value !== field.defaultValue) this.#write(place, { text: field.value }, 0);
      this.#show(place);
      field.addEventListener("input", () => this.#write(place, { text: field.value }, AFTER_TYPING));
      // Opened here, and not by the browser a moment later, so that the first letter typed is not lost.
      box.querySelector("summary").addEventListener("click", (event) => {
        event.preventDefault();
        const details = box.querySelector("details");
        details.open = !details.open;
        if (details.open) field.focus({ preventScroll: true });
      });
    }
  }

  /** Send what waits; resolves to whether nothing waits any more. */
  flush() {
    return this.#queue.flush();
  }

  /** Highlight the selected words, or take their highlight away; without a selection the current words that were found. */
  highlight(found) {
    const stretches = [...this.#boxes]
      .map(([place, box]) => [place, this.#words.get(box).selected])
      .filter(([, stretch]) => stretch);
    if (stretches.length === 1 && stretches[0][1][0] === stretches[0][1][1]) {
      const [place, [caret]] = stretches[0];
      const under = this.#note(place).highlights.find(([from, to]) => from <= caret && caret <= to);
      if (under) return this.#mark([[place, under]], removed);
    }
    const chosen = stretches.filter(([, [start, end]]) => start < end);
    if (!chosen.length && found) chosen.push([Number(found.box.dataset.place), found.stretch]);
    if (!chosen.length) {
      this.#tell("Select words in the passage, then press Highlight. Press it again to take a highlight away.");
      return;
    }
    const isCovered = chosen.every(([place, stretch]) => covered(this.#note(place).highlights, stretch));
    this.#mark(chosen, isCovered ? removed : added);
    document.getSelection().removeAllRanges();
  }

  #mark(chosen, by) {
    for (const [place, stretch] of chosen) this.#write(place, { highlights: by(this.#note(place).highlights, stretch) }, 0);
  }

  #note(place) {
    const { response } = this.#queue.entry(place);
    return response ? { ...NONE, ...JSON.parse(response) } : NONE;
  }

  #write(place, part, wait) {
    const note = { ...this.#note(place), ...part };
    const isEmpty = !note.text.trim() && !note.highlights.length;
    this.#queue.change(place, isEmpty ? "" : JSON.stringify(note), wait);
  }

  #changed(place, entry, from) {
    if (!this.#boxes.has(place)) return;
    if (from === "elsewhere" || (from === "server" && !this.#isTyping(place)) || !entry.saved) this.#show(place, from);
    this.#state(place);
  }

  #isTyping(place) {
    return document.activeElement === this.#boxes.get(place).querySelector("textarea");
  }

  #show(place, from = "server") {
    const box = this.#boxes.get(place);
    const [note, words, field] = [this.#note(place), this.#words.get(box), box.querySelector("textarea")];
    if (from !== "here" && field.value.trim() !== note.text.trim()) field.value = note.text;
    if (note.text && from !== "here") box.querySelector("details").open = true;
    if (JSON.stringify(words.highlights) === JSON.stringify(note.highlights)) return;
    words.highlights = note.highlights;
    words.draw();
  }

  #state(place) {
    const box = this.#boxes.get(place);
    const { saved } = this.#queue.entry(place);
    let state = box.querySelector(".own-note-state");
    if (!state) {
      if (saved) return;
      state = document.createElement("p");
      state.className = "own-note-state";
      box.querySelector("details").append(state);
    }
    const waits = this.#queue.connection === "fine" ? "Saving…" : "Kept on this device until the connection is back";
    state.textContent = saved ? "Saved" : waits;
  }
}
