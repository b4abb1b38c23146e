// Finding words in the passage: how many there are, one after the other, without taking the focus from anywhere.

const ALIKE = [
  [/['’‘]/g, "['’‘]"],
  [/["“”„]/g, '["“”„]'],
  [/[-–—‑]/g, "[-–—‑]"],
  [/\s+/g, "\\s+"],
];

export class Finder {
  #words;
  #field = document.getElementById("find-words");
  #form = document.getElementById("find");
  #count = document.getElementById("find-count");
  #open = document.getElementById("find-open");
  #found = [];
  #current = -1;

  /** `words` maps each block's element to its Words. */
  constructor(words) {
    this.#words = words;
    this.#open.addEventListener("click", () => (this.#form.hidden ? this.open() : this.close()));
    this.#field.addEventListener("input", () => this.search());
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#go(1);
    });
    document.getElementById("find-previous").addEventListener("click", () => this.#go(-1));
    document.getElementById("find-close").addEventListener("click", () => this.close());
    this.#form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
      else if (event.key === "Enter" && event.shiftKey && event.target === this.#field) this.#go(-1);
      else return;
      event.preventDefault();
    });
  }

  open() {
    this.#form.hidden = false;
    this.#open.setAttribute("aria-expanded", "true");
    this.#field.focus({ preventScroll: true });
    this.#field.select();
    this.search();
  }

  close() {
    const hadFocus = this.#form.contains(document.activeElement);
    this.#form.hidden = true;
    this.#open.setAttribute("aria-expanded", "false");
    this.#show([]);
    if (hadFocus) this.#open.focus({ preventScroll: true });
  }

  /** Look again, in the passage that is shown now. */
  search() {
    const pattern = patternOf(this.#field.value);
    if (this.#form.hidden || !pattern) {
      this.#show([]);
      return;
    }
    const found = [...this.#words]
      .filter(([box]) => !box.closest("[hidden]"))
      .flatMap(([box, words]) =>
        [...words.text.matchAll(pattern)].map((match) => ({ box, stretch: [match.index, match.index + match[0].length] })),
      );
    this.#current = 0;
    this.#show(found);
    this.#look();
  }

  /** The one that is shown now, as { box, stretch }, or undefined. */
  get here() {
    return this.#found[this.#current];
  }

  #go(by) {
    if (!this.#found.length) return;
    this.#current = (this.#current + by + this.#found.length) % this.#found.length;
    this.#show(this.#found);
    this.#look();
  }

  #show(found) {
    const before = new Set(this.#found.map(({ box }) => box));
    this.#found = found;
    for (const box of new Set([...before, ...found.map((each) => each.box)])) {
      const words = this.#words.get(box);
      words.found = found.flatMap((each, number) => (each.box === box ? [[...each.stretch, number]] : []));
      words.current = this.#current;
      words.draw();
    }
    const asked = !this.#form.hidden && this.#field.value.trim();
    const none = asked ? "None" : "";
    this.#count.textContent = found.length ? `${this.#current + 1} of ${found.length}` : none;
  }

  #look() {
    const { here } = this;
    if (here) this.#words.get(here.box).here?.scrollIntoView({ block: "center" });
  }
}

function patternOf(text) {
  const asked = text.trim();
  if (!asked) return null;
  const plain = asked.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(ALIKE.reduce((made, [from, to]) => made.replace(from, () => to), plain), "gi");
}
