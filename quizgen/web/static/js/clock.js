// The clock counts what the server says is left; the date of this device plays no part in it.

const MINUTE = 60000;
const DRIFT = 1000;
const JUMP = 5000;

export class Clock {
  #ends;
  #last;
  #tick;
  #isOver = false;
  wasMoved = false; // the deadline is another one than when the page was made

  /** `remaining` milliseconds were left when the server made the page. `tick(remaining, before)` runs as time passes. */
  constructor(remaining, tick) {
    this.#ends = madeAt() + remaining;
    this.#last = this.remaining;
    this.#tick = tick;
    setInterval(() => this.#pass(), 250);
    this.#pass();
  }

  get remaining() {
    return Math.max(this.#ends - performance.now(), 0);
  }

  /** Follow the server; small differences are the network's and would only make the figures jump. */
  set(remaining) {
    if (Math.abs(remaining - this.remaining) < DRIFT) return;
    if (Math.abs(remaining - this.remaining) > JUMP) this.wasMoved = true;
    this.#ends = performance.now() + remaining;
    this.#last = Math.max(this.#last, this.remaining);
    this.#isOver = false;
    this.#pass();
  }

  #pass() {
    if (this.#isOver) return;
    const [now, before] = [this.remaining, this.#last];
    this.#last = now;
    this.#isOver = now === 0;
    this.#tick(now, before);
  }
}

/** Return `12:40`, or `1:05:00` from an hour on; without seconds `13 min`. */
export function figures(remaining, withSeconds = true) {
  const seconds = Math.ceil(remaining / 1000);
  if (!withSeconds && remaining >= MINUTE) return `${Math.ceil(seconds / 60)} min`;
  const two = (number) => String(number).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Return what to say when the time left goes from `before` to `now`, or ""; without a `total` that holds (Infinity) no half. */
export function announcement(now, before, total) {
  const half = total / 2;
  const minutes = (length) => `${Math.round(length / MINUTE)} minute${Math.round(length / MINUTE) === 1 ? "" : "s"}`;
  const moments = [10, 5].map((count) => [count * MINUTE, `${count} minutes left.`]);
  if (half >= 2 * MINUTE && ![5, 10].includes(half / MINUTE)) {
    moments.push([half, `Half of the time is left: ${minutes(half)}.`]);
  } else if (half >= 2 * MINUTE) {
    moments.find(([at]) => at === half)[1] = `Half of the time is left: ${minutes(half)}.`;
  }
  const passed = moments.filter(([at]) => before > at && now <= at && at < total);
  passed.sort(([one], [other]) => one - other);
  if (!passed.length) return "";
  // After a jump the moment itself has gone by, and its figure with it.
  return before - now > JUMP ? `${minutes(now)} left.` : passed[0][1];
}

export function isLastMinute(remaining) {
  return remaining < MINUTE;
}

function madeAt() {
  return performance.getEntriesByType("navigation")[0]?.responseStart ?? 0;
}
