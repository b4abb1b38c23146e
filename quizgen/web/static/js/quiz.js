// The quiz page: moves between questions without loading a page, and hands every change to the queue.

import { listen, preference } from "./keys.js";
import { Questions } from "./questions.js";
import { read } from "./reading.js";
import { answers } from "./slot.js";
import { post, seconds, sit } from "./sitting.js";

const AFTER_TYPING = 600;

const main = document.getElementById("main");
const questions = new Questions(Number(main.dataset.current), "all" in main.dataset);
const isForward = "forward" in main.dataset;
const keys = preference("keys");
const known = questions.known();
const early = questions.early(known);

const parts = sit(main, known, {
  changed(position, entry, from) {
    if (from !== "here") questions.setResponse(position + 1, entry.response);
    questions.mark(position + 1, entry);
  },
});
const { queue, slot } = parts;
const reading = read(main, (words) => slot.tell(words));

// The queue knows better than the page what was answered: it has what waited since before a reload.
for (const position of known.keys()) {
  const entry = queue.entry(position);
  questions.setResponse(position + 1, entry.response);
  questions.mark(position + 1, entry);
  if (early.has(position) && entry.saved) {
    questions.setResponse(position + 1, early.get(position));
    queue.change(position, early.get(position));
  }
}
for (const [position, flagged] of queue.waitingFlags) questions.setFlag(position + 1, flagged);

function changed(form, wait) {
  const position = Number(form.dataset.number) - 1;
  const response = questions.response(form);
  if (response !== queue.entry(position).response) queue.change(position, response, wait);
}

function go(number, { push = true } = {}) {
  if (!questions.show(number)) return;
  const address = new URL(window.location);
  address.searchParams.set("q", number);
  address.hash = "";
  if (push) window.history.pushState({ number }, "", address);
  reading.finder.search();
  questions.focusHeading();
  if (queue.waiting.length && queue.connection === "fine") queue.flush();
}

/** The current question is the one in which something is done, where all stand on the page. */
function follow(form) {
  if (!questions.isAll || !questions.show(Number(form.dataset.number))) return;
  const address = new URL(window.location);
  address.searchParams.set("q", form.dataset.number);
  window.history.replaceState({ number: questions.current }, "", address);
  reading.finder.search();
}

/** Leave a question for good, where one can only go forward: the server closes it, after all that waits is there. */
async function goOn(sure) {
  const number = questions.current;
  if (number === questions.count) return;
  const [form, note] = [questions.form(), questions.form().querySelector(".leave-note")];
  note.hidden = Boolean(questions.response(form));
  if (!note.hidden && !sure) {
    note.scrollIntoView({ block: "nearest" });
    return;
  }
  if (!(await queue.flush()) || !(await queue.status())) {
    slot.tell("Connection lost. Your answer is kept on this device; you can go on when the connection is back.");
    return;
  }
  const { response, sequence } = queue.entry(number - 1);
  post(form.action, { csrf_token: queue.token, q: number, response, sequence: sequence + 1, go: sure ? "leave" : "next" });
}

function flag() {
  if (isForward) return;
  const number = questions.current;
  const flagged = !questions.isFlagged(number);
  questions.setFlag(number, flagged);
  queue.flag(number - 1, flagged);
}

function clear() {
  const form = questions.form();
  const chosen = form.querySelector(".option-input:checked");
  questions.setResponse(questions.current, "");
  changed(form, 0);
  // The button goes away with the answer; focus stays where the answer was.
  if (document.activeElement === document.body || document.activeElement?.matches(".clear")) {
    (chosen ?? form.querySelector(".gap-input, .pick-input, .option-input"))?.focus({ preventScroll: true });
  }
}

async function handIn() {
  if ((await queue.flush()) && (await queue.status())) {
    await reading.notes.flush();
    window.location.assign(main.dataset.confirm);
    return;
  }
  const count = queue.waiting.length;
  const waiting = count ? `${answers(count)} waiting. ` : "";
  slot.tell(`Connection lost. ${waiting}You can hand in when the connection is back.`);
}

const moves = {
  next: () => (isForward ? goOn(false) : go(questions.current + 1)),
  leave: () => goOn(true),
  back: () => go(questions.current - 1),
  flag,
  unflag: flag,
  clear,
  "hand-in": handIn,
  save: () => queue.flush(),
};

for (const form of document.querySelectorAll(".question")) {
  form.addEventListener("focusin", () => follow(form));
  form.addEventListener("change", () => {
    follow(form);
    changed(form, 0);
  });
  form.addEventListener("input", (event) => {
    if (event.target.matches(".gap-input")) changed(form, AFTER_TYPING);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    follow(form);
    const where = event.submitter?.value ?? "next";
    if (moves[where]) moves[where]();
    else {
      const isNarrow = document.getElementById("map").classList.contains("is-open");
      if (isNarrow) questions.toggleMap(false);
      go(Number(where));
    }
  });
  form.querySelector(".move-map").addEventListener("click", (event) => {
    event.preventDefault();
    questions.toggleMap();
  });
}

window.history.replaceState({ number: questions.current }, "");
window.addEventListener("popstate", (event) => {
  if (event.state?.number) go(event.state.number, { push: false });
});
if (window.location.hash === "#map") {
  window.location.hash = "";
  questions.toggleMap(true);
}

function choose(find) {
  const input = find([...questions.form().querySelectorAll(".option-input")]);
  if (!input) return false;
  input.checked = input.type === "radio" || !input.checked;
  input.focus({ preventScroll: true });
  changed(questions.form(), 0);
  return true;
}

const verdict = (letter) => () => choose((inputs) => inputs.find((input) => input.dataset.key === letter));
const help = document.getElementById("help");

listen(
  {
    t: verdict("T"),
    f: verdict("F"),
    u: verdict("U"),
    number: (place) => choose((inputs) => inputs[place - 1]),
    n: moves.next,
    b: moves.back,
    l: flag,
    c: clear,
    m: () => questions.toggleMap(window.matchMedia("(min-width: 992px)").matches ? true : undefined),
    h: reading.highlight,
    "/": () => reading.finder.open(),
    "?": () => help.showModal(),
  },
  () => keys.isOn,
);

const openHelp = document.getElementById("help-open");
openHelp.hidden = false;
openHelp.addEventListener("click", () => help.showModal());
for (const [id, choice] of [
  ["keys-on", keys],
  ["seconds-on", seconds],
]) {
  const box = document.getElementById(id);
  box.checked = choice.isOn;
  box.addEventListener("change", () => choice.set(box.checked));
}
