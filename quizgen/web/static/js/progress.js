// Keeps the page of a draft up to date, and goes on to the bank when it is ready. Without this script it reloads itself.

const place = document.querySelector("[data-progress]");
const heading = place.querySelector("[data-heading]");
const bar = place.querySelector("[data-bar]");
const steps = [...place.querySelectorAll("[data-step]")];
const SOON = 1000;
const LATER = 10000;

function put(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

function show(now) {
  put(heading, now.heading);
  bar.max = now.total || 1;
  bar.value = now.done;
  now.steps.forEach((step, index) => {
    const row = steps[index];
    row.className = step.state;
    if (step.note) put(row.querySelector("[data-note]"), step.note);
    put(row.querySelector("[data-said]"), { done: ", done", now: ", at work" }[step.state] || "");
  });
}

async function look() {
  let wait = SOON;
  try {
    const answer = await fetch(place.dataset.progress, { headers: { Accept: "application/json" } });
    if (answer.status >= 400 && answer.status < 500) return location.reload();
    const now = await answer.json();
    if (now.next) return location.replace(now.next);
    show(now);
  } catch {
    wait = LATER;
  }
  lookIn(document.hidden ? LATER : wait);
}

let timer = 0;
function lookIn(wait) {
  clearTimeout(timer);
  timer = setTimeout(look, wait);
}

document.addEventListener("visibilitychange", () => { if (!document.hidden) lookIn(0); });
lookIn(SOON);
