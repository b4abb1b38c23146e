// Practice with a keyboard: letters and figures choose an option, N goes on. Everything works without it.

import { listen, preference } from "./keys.js";

const WIDE = window.matchMedia("(min-width: 992px)");
const passage = document.querySelector(".at-hand");
const keys = preference("keys");

function choose(key) {
  const option = [...document.querySelectorAll(".question .option-input")].find((each) => each.dataset.key === key);
  if (!option) return false;
  option.checked = option.type === "radio" || !option.checked;
  option.focus();
  return true;
}

function open() {
  if (WIDE.matches && passage) passage.open = true;
}

listen(
  {
    t: () => choose("T"),
    f: () => choose("F"),
    u: () => choose("U"),
    number: (number) => choose(String(number)),
    n: () => {
      const next = document.getElementById("next");
      next?.click();
      return Boolean(next);
    },
  },
  () => keys.isOn,
);
WIDE.addEventListener("change", open);
open();
