// What the quiz page and the page before handing in share: queue, slot and clock, joined.

import { Clock, announcement, figures, isLastMinute } from "./clock.js";
import { preference } from "./keys.js";
import { Queue } from "./saving.js";
import { Slot, answers } from "./slot.js";

const LOOK_AGAIN = 10000; // less than the grace, so that a shortened quiz reaches the clock in time
const TIME_TO_LISTEN = 2000;

export const seconds = preference("seconds");

/** Join the parts of the page; `known` and `tell` are the queue's. */
export function sit(main, known, tell) {
  const { attempt, zone, token, save, flag } = main.dataset;
  const slot = new Slot(zone);
  const parts = { slot, main };
  const show = () => slot.show({ connection: parts.queue.connection, waiting: parts.queue.waiting.length });
  parts.queue = new Queue({
    attempt,
    token,
    known,
    urls: { save, flag, get status() { return statusAddress(main); } },
    tell: {
      ...tell,
      changed: (...args) => {
        tell.changed?.(...args);
        if (parts.queue) show();
      },
      connection: show,
      saved: (savedAt) => {
        slot.saved(savedAt);
        show();
      },
      time: (remaining) => remaining !== null && parts.clock?.set(remaining),
      refused: (position, words) => slot.tell(`Question ${position + 1}: ${words ?? "this answer could not be kept."}`),
      ended: (late) => leave(parts, late),
      paused: () => stand(parts),
      newer: (position) => {
        tell.newer?.(position);
        slot.tell(`A newer answer to question ${position + 1} came from another tab or device. It is shown now.`);
      },
    },
  });
  parts.clock = clock(parts);
  show();
  const look = () => document.visibilityState === "visible" && parts.queue.status().then((now) => follow(parts, now));
  const lookLater = () => setTimeout(() => (look(), lookLater()), LOOK_AGAIN * (0.8 + 0.4 * Math.random()));
  lookLater();
  document.addEventListener("visibilitychange", look);
  return parts;
}

/** The address that tells how things stand; the question that is shown goes along as a sign of life. */
function statusAddress(main) {
  const shown = new URLSearchParams(window.location.search).get("q") ?? main.dataset.current;
  return shown ? `${main.dataset.status}?q=${Number.parseInt(shown, 10) || 1}` : main.dataset.status;
}

function follow(parts, status) {
  if (status?.state === "paused") stand(parts);
  else if (status && status.state !== "running") leave(parts);
}

/** The clock stands still: what waits stays on this device, and the questions come back when the clock goes on. */
async function stand(parts) {
  if (parts.hasLeft) return;
  parts.hasLeft = true;
  await parts.queue.flush();
  parts.queue.rest();
  window.location.reload();
}

function clock(parts) {
  const box = document.getElementById("clock");
  if (!box.dataset.remaining) return null;
  const total = Number(box.dataset.total);
  const [last, face, left] = ["last", "figures", "left"].map((name) => box.querySelector(`.clock-${name}`));
  const spoken = document.getElementById("clock-spoken");
  if (!("noCountdown" in box.dataset)) box.classList.add("is-running");
  return new Clock(Number(box.dataset.remaining), (now, before) => {
    const known = parts.clock?.wasMoved ? Infinity : total;
    if (now === 0) end(parts, spoken);
    // Without a countdown the end stays where the server wrote it; one that has moved is told in minutes.
    if ("noCountdown" in box.dataset) {
      if (parts.clock?.wasMoved) face.textContent = `${figures(now, false)} left`;
      return;
    }
    const isLast = isLastMinute(now);
    face.textContent = figures(now, seconds.isOn);
    last.hidden = !isLast;
    left.hidden = isLast;
    if (box.classList.toggle("is-last", isLast) !== parts.slot.state.lastMinute) parts.slot.show({ lastMinute: isLast });
    const words = isLast && !isLastMinute(before) ? lastWords(parts) : announcement(now, before, known);
    if (words) spoken.textContent = words;
  });
}

function lastWords({ queue }) {
  const kept = queue.waiting.length ? "" : " Everything you have answered is saved and will be handed in for you.";
  return `Less than a minute left.${kept}`;
}

/** Time is up by this page's count: send what waits, let the server decide, and go where it says. */
async function end(parts, spoken) {
  const { queue, slot, main } = parts;
  if (parts.isEnding) return;
  parts.isEnding = true;
  spoken.textContent = "Time is up.";
  for (let pause = TIME_TO_LISTEN; ; pause = Math.min(pause * 1.5, 10000)) {
    if (queue.waiting.length) {
      const [are, they] = queue.waiting.length === 1 ? ["is", "it"] : ["are", "they"];
      const still = `${answers(queue.waiting.length)} ${are} still on this device.`;
      const open = `Leave this page open so that ${they} can be sent.`;
      slot.tell(`Time is up. ${still} ${open} Your teacher will see that ${they} came late.`);
    }
    await queue.flush();
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (parts.hasLeft) return;
    const status = queue.waiting.length ? null : await queue.status();
    if (status && status.state !== "running") return follow(parts, status);
    if (status && status.remaining_ms > 0) {
      parts.isEnding = false;
      return parts.clock.set(status.remaining_ms);
    }
    if (status) {
      queue.forget();
      return post(main.dataset.handIn, { csrf_token: queue.token, because: "time" });
    }
  }
}

/** The attempt takes no answers any more: say which came too late, or go to the result. */
function leave(parts, late = new Map()) {
  if (parts.hasLeft) return;
  parts.hasLeft = true;
  parts.queue.forget();
  if (!late.size) {
    window.location.assign(parts.main.dataset.result);
    return;
  }
  parts.slot.tell(lateWords([...late]));
  const link = document.createElement("a");
  link.href = parts.main.dataset.result;
  link.textContent = "See the result";
  document.getElementById("slot").append(link);
}

function lateWords(late) {
  const stands = "What you had saved before stands.";
  const numbers = late.map(([position]) => position + 1).join(", ");
  if (late.length > 1) {
    return `Your answers to questions ${numbers} arrived after the end, so they were not counted. ${stands}`;
  }
  return `Your answer to question ${numbers} arrived ${late[0][1]} after the end, so it was not counted. ${stands}`;
}

/** Send a form as a person would. */
export function post(address, fields) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = address;
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name, value });
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}
