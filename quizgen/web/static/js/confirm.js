// Before handing in: what still waits on this device goes first.

import { answers } from "./slot.js";
import { sit } from "./sitting.js";

const parts = sit(document.getElementById("main"), new Map(), {});
const { queue, slot } = parts;
const form = document.getElementById("hand-in");

// What this page says of answered questions was written without what waited.
if (queue.waiting.length) {
  queue.flush().then((done) => done && !parts.hasLeft && window.location.reload());
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if ((await queue.flush()) && (await queue.status())) {
    form.elements.csrf_token.value = queue.token;
    queue.forget();
    form.submit();
    return;
  }
  const count = queue.waiting.length;
  const waiting = count ? `${answers(count)} waiting. ` : "";
  slot.tell(`Connection lost. ${waiting}You can hand in when the connection is back.`);
});
