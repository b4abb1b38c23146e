// The ledger by keyboard: each control says its own key. Everything works without this script.

import { listen, preference } from "./keys.js";

const passage = document.getElementById("passage");
const wish = preference("keys");
let marked = "";
let place = "";

function reveal(link) {
  if (!link || getComputedStyle(passage).position !== "sticky") return;
  const above = link.getBoundingClientRect().top - passage.getBoundingClientRect().top;
  if (above < 0 || above > passage.clientHeight - 48) passage.scrollTop += above - passage.clientHeight / 3;
}

/** The words of the passage that are marked, without the signs and numbers before claims. */
function words() {
  const selection = document.getSelection();
  if (!selection.rangeCount || !passage.contains(selection.anchorNode) || selection.isCollapsed) return "";
  const copy = selection.getRangeAt(0).cloneContents();
  copy.querySelectorAll(".mark-label, .paragraph-number, .visually-hidden").forEach((extra) => extra.remove());
  return copy.textContent.replace(/\s+/g, " ").trim();
}

/** What was marked last stays known after a click elsewhere has taken the marking away. */
function remember() {
  if (!words()) return;
  marked = words();
  place = document.getSelection().getRangeAt(0).startContainer.parentElement.closest(".paragraph")?.id ?? "";
}

document.addEventListener("selectionchange", remember);

function open(summary) {
  const fold = summary.parentElement;
  fold.open = true;
  const field = fold.querySelector("select, input:not([type=hidden]), textarea, button");
  (field ?? summary).focus();
  const quote = fold.querySelector("#quote");
  if (quote && words()) quote.value = words();
}

function act(control) {
  if (control.matches(".keys-help summary")) control.parentElement.open = !control.parentElement.open;
  else if (control.matches("summary")) open(control);
  else if (control.matches("select")) control.focus();
  else if (control.matches("input[type=radio]")) {
    control.checked = true;
    control.focus();
    if (control.value === "unverified" && !reason.value) reason.focus();
  } else if (control.matches("[data-key=s]")) control.focus();
  else if (control.matches("[data-key=a]")) add(control);
  else control.click();
}

/** The key may come before the browser has told of the change of what is marked. */
function add(link) {
  remember();
  if (marked) window.location.href = `${link.href}?${new URLSearchParams({ words: marked.slice(0, 2000), place })}`;
  else link.click();
}

const actions = {};
for (const control of document.querySelectorAll("[data-key]")) {
  for (const key of control.dataset.key.split(" ")) actions[key] ??= () => act(control);
}
const chosen = document.querySelector(".segment-input:checked") ?? document.querySelector(".segment-input");
if (chosen) actions.v = () => chosen.focus();
listen({ number: () => false, ...actions }, () => wish.isOn);

const toggle = document.getElementById("keys-switch");
if (toggle) {
  const say = () => {
    toggle.textContent = wish.isOn ? "Turn the keys off" : "Turn the keys on";
  };
  toggle.hidden = false;
  say();
  toggle.addEventListener("click", () => {
    wish.set(!wish.isOn);
    say();
  });
}
const reason = document.getElementById("reason");
// Choosing a reason by its first letter and going on takes no mouse: Enter sends what Enter opens elsewhere.
reason?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !reason.value || !wish.isOn) return;
  event.preventDefault();
  document.querySelector("[data-key=c]").click();
});

// From a long text the form is sent without a walk to its button.
document.querySelector(".ledger-rows").addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.ctrlKey || !event.target.matches("textarea, input")) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});

const link = [...passage.querySelectorAll("a")].find((each) => window.location.hash && each.hash === window.location.hash);
link?.classList.add("selected");
reveal(link ?? passage.querySelector(".selected"));
