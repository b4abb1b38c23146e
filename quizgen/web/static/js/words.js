// The words of one block of the passage: drawn anew, cut where highlights and what was found begin and end.

export class Words {
  #element;
  text;
  highlights = []; // [start, end] pairs in order, half-open, in code units
  found = []; // the same, each with the number that it has among all that was found
  current = -1;

  constructor(element) {
    this.#element = element;
    this.text = element.textContent;
  }

  /** The stretch of these words that is selected, without blanks at its ends; null when there is none. */
  get selected() {
    const selection = document.getSelection();
    if (!selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(this.#element)) return null;
    let start = this.#place(range.startContainer, range.startOffset, 0);
    let end = this.#place(range.endContainer, range.endOffset, this.text.length);
    if (range.collapsed) return [start, start];
    while (start < end && /\s/.test(this.text[start])) start += 1;
    while (start < end && /\s/.test(this.text[end - 1])) end -= 1;
    return start < end ? [start, end] : null;
  }

  draw() {
    const edges = [...this.highlights, ...this.found].flatMap(([start, end]) => [start, end]);
    const cuts = [...new Set([0, ...edges, this.text.length])].sort((one, other) => one - other);
    const pieces = cuts.slice(1).map((end, place) => this.#piece(cuts[place], end));
    this.#element.replaceChildren(...pieces);
  }

  /** The element of the current one of those found, to be scrolled to. */
  get here() {
    return this.#element.querySelector(".is-current");
  }

  #piece(start, end) {
    const text = this.text.slice(start, end);
    const within = ([from, to]) => from <= start && end <= to;
    const found = this.found.find(within);
    const looks = [
      this.highlights.some(within) && "highlight",
      found && "found",
      found && found[2] === this.current && "is-current",
    ].filter(Boolean);
    if (!looks.length) return document.createTextNode(text);
    const mark = document.createElement("mark");
    mark.classList.add(...looks);
    mark.textContent = text;
    return mark;
  }

  #place(container, offset, otherwise) {
    if (!this.#element.contains(container)) return otherwise;
    const before = document.createRange();
    before.selectNodeContents(this.#element);
    before.setEnd(container, offset);
    return before.toString().length;
  }
}

/** Return the stretches with another one laid over them; those that touch become one. */
export function added(stretches, [start, end]) {
  const apart = stretches.filter(([from, to]) => to < start || end < from);
  const met = stretches.filter(([from, to]) => to >= start && end >= from);
  const whole = [Math.min(start, ...met.map(([from]) => from)), Math.max(end, ...met.map(([, to]) => to))];
  return [...apart, whole].sort(([one], [other]) => one - other);
}

/** Return the stretches without one: what lies under it is cut out. */
export function removed(stretches, [start, end]) {
  const rest = ([from, to]) => [
    [from, Math.min(to, start)],
    [Math.max(from, end), to],
  ];
  return stretches.flatMap((each) => (each[1] <= start || end <= each[0] ? [each] : rest(each))).filter(([from, to]) => from < to);
}

/** Tell whether a stretch is wholly covered. */
export function covered(stretches, [start, end]) {
  return stretches.some(([from, to]) => from <= start && end <= to);
}
