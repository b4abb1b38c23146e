// While the clock stands still: looks now and then whether it goes on, and then shows the questions again.

const LOOK_AGAIN = 4000;
const { status, show } = document.getElementById("main").dataset;

async function look() {
  if (document.visibilityState !== "visible") return;
  try {
    const answer = await fetch(status, { headers: { Accept: "application/json" }, cache: "no-store" });
    if (answer.ok && (await answer.json()).state === "paused") return;
    if (answer.ok || (answer.status >= 400 && answer.status < 500)) window.location.assign(show);
  } catch {
    // No connection: the next look may find one.
  }
}

const lookLater = () => setTimeout(() => look().then(lookLater), LOOK_AGAIN * (0.8 + 0.4 * Math.random()));
lookLater();
document.addEventListener("visibilitychange", look);
