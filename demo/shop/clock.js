// clock.js - a clock that counts down to midnight, as shops like to have one.

const SECOND_MS = 1000;

/** @param {number} number */
const twoDigits = number => String(Math.floor(number)).padStart(2, '0');

/** Hours, minutes and seconds until midnight. */
function untilMidnight() {
  const midnight = new Date().setHours(24, 0, 0, 0);
  const seconds = Math.floor((midnight - Date.now()) / SECOND_MS);
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(twoDigits).join(':');
}

/** @param {HTMLElement} element shows the time, anew every second */
export function startClock(element) {
  const tick = () => {
    element.textContent = untilMidnight();
  };
  tick();
  setInterval(tick, SECOND_MS);
}
