// Asks for the same page again every 5 seconds and puts its parts in place; scroll and focus stay where they are.

const EVERY = 5000;
const LATER = 15000;
const pause = document.getElementById("pause");
const pace = document.getElementById("pace");
let isStill = new URLSearchParams(window.location.search).has("still");

function put(fresh) {
  const focused = document.activeElement?.id;
  for (const part of document.querySelectorAll("[data-part]")) {
    const now = fresh.querySelector(`[data-part="${part.dataset.part}"]`);
    if (now && now.innerHTML !== part.innerHTML) part.innerHTML = now.innerHTML;
  }
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

async function look() {
  if (isStill || document.hidden) return EVERY;
  try {
    const answer = await fetch(window.location.href, { cache: "no-store" });
    if (answer.redirected || answer.status === 404) {
      window.location.reload(); // the sign-in has ended
      return LATER;
    }
    if (!answer.ok) return LATER;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!isStill) put(fresh);
    return EVERY;
  } catch {
    return LATER;
  }
}

let timer = 0;
function lookIn(wait) {
  clearTimeout(timer);
  timer = setTimeout(async () => lookIn(await look()), wait);
}

pause?.addEventListener("click", (event) => {
  event.preventDefault();
  isStill = !isStill;
  pause.textContent = isStill ? "Go on" : "Pause";
  pace.textContent = isStill ? "." : ", every 5 seconds.";
  lookIn(0);
});
document.addEventListener("visibilitychange", () => !document.hidden && lookIn(0));
lookIn(EVERY);
