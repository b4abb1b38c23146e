// The tools in the passage, joined: find, highlight and notes.

import { Finder } from "./finding.js";
import { Notes } from "./noting.js";
import { Words } from "./words.js";

/** Wake the tools; `tell(sentence)` speaks in the status slot. */
export function read(main, tell) {
  const blocks = [...document.querySelectorAll(".quiz-passage .words")];
  const words = new Map(blocks.map((element) => [element.closest(".noted") ?? element, new Words(element)]));
  const notes = new Notes(main, words, tell);
  const finder = new Finder(words);
  const button = document.getElementById("highlight");
  const highlight = () => notes.highlight(finder.here);
  // A press must not take the selection away that it is about.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", highlight);
  document.getElementById("tools").hidden = false;
  return { notes, finder, highlight };
}
