// The result: opening an answer marks its evidence in the passage, and printing opens them all.

import { Queue } from "./saving.js";

const frame = document.querySelector("[data-attempt]").dataset;
if (frame.save) sendWhatWaits();

/** What this device could not send before the end goes now: it does not count, and the page then says that it came. */
async function sendWhatWaits() {
  const { attempt, token, save, flag, status } = frame;
  const queue = new Queue({ attempt, token, urls: { save, flag, status } });
  const waited = queue.waiting.length > 0;
  if (!(await queue.flush())) return;
  queue.forget();
  if (waited) window.location.reload();
}

const which = document.getElementById("which-open");
const rows = [...document.querySelectorAll(".answer details")];

function mark(number) {
  for (const words of document.querySelectorAll(".evidence")) {
    words.classList.toggle("open", words.classList.contains(`q-${number}`));
  }
  if (which) which.textContent = number ? ` Question ${number} is open.` : "";
}

for (const row of rows) {
  row.querySelector("summary").addEventListener("click", () => mark(row.open ? 0 : Number(row.dataset.question)));
  row.querySelector(".to-passage a")?.addEventListener("click", (event) => {
    event.preventDefault();
    mark(Number(row.dataset.question));
    const words = document.querySelector(`.evidence.q-${row.dataset.question}`);
    const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    words?.scrollIntoView({ block: "center", behavior: isCalm ? "auto" : "smooth" });
  });
}

let opened = [];
window.addEventListener("beforeprint", () => {
  opened = rows.filter((row) => !row.open);
  for (const row of opened) row.open = true;
});
window.addEventListener("afterprint", () => {
  for (const row of opened) row.open = false;
});
