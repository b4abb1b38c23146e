// The questions and the map on the page: which one is shown, what is answered, what waits.

import { given, response, show } from "./responses.js";

export class Questions {
  // By number. Where one can only go forward, the page holds one of them alone.
  #forms = new Map([...document.querySelectorAll(".question")].map((form) => [Number(form.dataset.number), form]));
  #squares = [...document.querySelectorAll(".squares .square")];
  #map = document.getElementById("map");
  current;

  /** With `isAll` every question stands on the page, and the current one is the one that has the focus. */
  constructor(current, isAll) {
    this.current = current;
    this.isAll = isAll;
    if (!isAll) return;
    document.getElementById("main").classList.add("is-all");
    for (const form of this.#forms.values()) form.hidden = false;
  }

  get count() {
    return this.#squares.length;
  }

  /** The form of a question, by its number from 1. */
  form(number = this.current) {
    return this.#forms.get(number);
  }

  /** Return what the page was made with: a map from position to { response, sequence }. */
  known() {
    return new Map(
      [...this.#forms].map(([number, form]) => [
        number - 1,
        { response: given(form), sequence: Number(form.dataset.sequence) },
      ]),
    );
  }

  /** Return the answers that were given before this script was there: a map from position to response. */
  early(known) {
    const found = [...this.#forms].map(([number, form]) => [number - 1, response(form)]);
    return new Map(found.filter(([position, response]) => response !== known.get(position).response));
  }

  response(form) {
    return response(form);
  }

  /** Show an answer that came from elsewhere; what already stands there is left alone, caret and all. */
  setResponse(number, text) {
    const form = this.form(number);
    if (form && response(form) !== text) show(form, text);
  }

  /** Show question `number`; the passage stays where it is. Returns whether it was another one. */
  show(number) {
    if (!this.#forms.has(number) || number === this.current) return false;
    this.current = number;
    const shown = this.form();
    for (const form of this.#forms.values()) form.hidden = form !== shown && !this.isAll;
    for (const article of document.querySelectorAll(".quiz-passage")) {
      article.hidden = article.id !== `passage-${shown.dataset.passage}`;
    }
    this.#squares.forEach((square, place) => {
      if (place + 1 === number) square.setAttribute("aria-current", "step");
      else square.removeAttribute("aria-current");
    });
    for (const button of document.querySelectorAll("button[form]")) button.setAttribute("form", shown.id);
    document.getElementById("skip-question").href = `#heading-${number}`;
    return true;
  }

  focusHeading() {
    this.form().querySelector(".question-heading").focus({ preventScroll: true });
    if (this.isAll) this.form().scrollIntoView({ block: "start" });
    else this.form().closest(".dock").scrollTop = 0;
  }

  /** Draw the state of one question in the map. */
  mark(number, { response, saved, refused }) {
    const square = this.#squares[number - 1];
    square.classList.toggle("is-saved", Boolean(response) && saved && !refused);
    square.classList.toggle("is-waiting", !saved);
    this.#count(square);
  }

  isFlagged(number = this.current) {
    return this.form(number)?.querySelector(".flag")?.getAttribute("aria-pressed") === "true";
  }

  setFlag(number, flagged) {
    this.form(number)?.querySelector(".flag")?.setAttribute("aria-pressed", String(flagged));
    const square = this.#squares[number - 1];
    square.classList.toggle("is-flagged", flagged);
    this.#count(square);
  }

  /** On a phone the map opens inside the dock; on a wide screen it is always there. */
  toggleMap(open = !this.#map.classList.contains("is-open")) {
    this.#map.classList.toggle("is-open", open);
    const square = this.#squares[this.current - 1];
    if (open && square.matches("button")) square.focus();
    else if (this.#map.contains(document.activeElement)) this.focusHeading();
  }

  #isAnswered(number) {
    const form = this.form(number);
    return form ? Boolean(response(form)) : this.#squares[number - 1].classList.contains("is-saved");
  }

  #count(square) {
    const { classList } = square;
    const count = this.#squares.filter((_, place) => this.#isAnswered(place + 1)).length;
    const flagged = this.#squares.filter((each) => each.classList.contains("is-flagged")).length;
    const waiting = this.#squares.some((each) => each.classList.contains("is-waiting"));
    const answered = this.#isAnswered(this.#squares.indexOf(square) + 1) ? "answered" : "not answered";
    const state = [answered];
    if (classList.contains("is-waiting")) state.push("waiting to be sent");
    if (classList.contains("is-flagged")) state.push("flagged");
    if (classList.contains("is-sealed")) state.push("closed");
    square.querySelector(".square-state").textContent = `, ${state.join(", ")}`;
    document.getElementById("count-answered").textContent = count;
    document.querySelector("#count-flagged span").textContent = flagged;
    document.getElementById("count-flagged").hidden = !flagged;
    document.getElementById("legend-waiting").hidden = !waiting;
  }
}
