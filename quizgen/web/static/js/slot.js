// The status slot: one place for saving, connection and the last minute, in the same words for eye and ear.

const SLOW = 1000;

export class Slot {
  #box;
  #words;
  #spoken;
  #zone;
  #savedAt = "";
  #heard = false;
  #slow = 0;
  #isSlow = false;
  #told = "";
  #back = "";
  state = { connection: "fine", waiting: 0, lastMinute: false, wasLost: false };

  constructor(zone) {
    this.#box = document.getElementById("slot");
    this.#words = document.getElementById("slot-words");
    this.#spoken = document.getElementById("spoken");
    this.#zone = zone;
    const found = /Saved at (\d\d:\d\d)/.exec(this.#words.textContent);
    this.#savedAt = found ? found[1] : "";
    this.#heard = Boolean(found);
  }

  /** Show what holds now; `state` replaces parts of what was known. */
  show(state = {}) {
    const before = this.state;
    this.state = { ...before, ...state };
    const { connection, waiting } = this.state;
    if (connection !== before.connection || waiting !== before.waiting) this.#told = "";
    if (connection !== "fine" && before.connection === "fine") this.#say(this.#lostAloud());
    if (connection === "fine" && before.connection !== "fine") this.state.wasLost = true;
    this.#watchSlow(connection === "fine" && waiting > 0);
    if (this.state.wasLost && connection === "fine" && !waiting) this.#isBack();
    this.#write();
  }

  saved(iso) {
    this.#savedAt = this.#time(iso);
    this.#told = this.#back = "";
    if (!this.#heard) this.#say(`Saved at ${this.#savedAt}.`);
    this.#heard = true;
  }

  /** Say something that happened; it stays until more happens to an answer or the connection. */
  tell(words) {
    this.#told = words;
    this.#say(words);
    this.#write();
  }

  #isBack() {
    this.state.wasLost = false;
    this.#told = "";
    this.#back = `Connected again. All answers saved${this.#savedAt ? ` at ${this.#savedAt}` : ""}.`;
    this.#say(this.#back);
  }

  #write() {
    const { connection, waiting, lastMinute } = this.state;
    if (this.#told) this.#set(connection === "fine" ? "told" : "lost", this.#told);
    else if (connection !== "fine") this.#set("lost", this.#lost());
    else if (this.#isSlow) this.#set("saving", "Saving…");
    else if (waiting) return;
    else if (lastMinute) this.#set("last", "Saved. Handed in for you when time is up.");
    else if (this.#back) this.#set("saved", this.#back);
    else if (this.#savedAt) this.#set("saved", `Saved at ${this.#savedAt}`);
    else this.#set("saved", "Answers are saved as you give them.");
  }

  #lost() {
    const count = answers(this.state.waiting);
    const first = this.state.connection === "lost" ? "Connection lost." : "Sign in again in another tab.";
    return this.state.waiting ? `${first} ${count} waiting. Keep going.` : `${first} Keep going.`;
  }

  #lostAloud() {
    const { connection, waiting } = this.state;
    const first = connection === "lost" ? "Connection lost." : "Your sign-in has ended. Sign in again in another tab.";
    const when = connection === "lost" ? "the connection is back" : "you have signed in";
    const count = `${answers(waiting)} ${waiting === 1 ? "is" : "are"}`;
    const kept = waiting ? ` ${count} waiting on this device and will be sent when ${when}.` : "";
    return `${first}${kept} The clock keeps running.`;
  }

  #watchSlow(isWaiting) {
    if (!isWaiting) {
      clearTimeout(this.#slow);
      this.#slow = 0;
      this.#isSlow = false;
    } else if (!this.#slow) {
      this.#slow = setTimeout(() => {
        this.#isSlow = true;
        this.#write();
      }, SLOW);
    }
  }

  #set(state, words) {
    if (this.#words.textContent === words && this.#box.dataset.state === state) return;
    this.#box.dataset.state = state;
    this.#words.textContent = words;
  }

  #say(words) {
    this.#spoken.textContent = words;
  }

  #time(iso) {
    const options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: this.#zone };
    return new Intl.DateTimeFormat("en-GB", options).format(new Date(iso));
  }
}

export function answers(count) {
  return `${count} answer${count === 1 ? "" : "s"}`;
}
