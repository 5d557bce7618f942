// consent.js - whether the visitor may be followed, by whatever the shop uses to ask.
import { complain } from './settings.js';

/**
 * @typedef {'unknown' | 'granted' | 'cookieless' | 'denied'} State
 * @typedef {() => Promise<{listen: () => () => (boolean | undefined)[], NEWS: string[]}>} Tools fetches consent_tools.js
 */

const PATIENCE_MS = 5000;
const LOOK_MS = 250; // between two looks while the page is young
const SETTLE_MS = [300, 2000]; // a tool writes its answer down this long after the visitor pressed

/**
 * Tells the state at once and whenever it changes; `withdrawn`: somebody said no, so nothing may stay on the device.
 * @param {object} host
 * @param {'auto' | State} host.mode
 * @param {import('./clock.js').Clock} host.clock
 * @param {Tools} host.tools
 * @param {(state: State, withdrawn: boolean) => void} host.tell
 */
export function watchConsent({ mode, clock, tools, tell }) {
  /** What the consent tools answer. @type {() => (boolean | undefined)[]} */
  let answersNow = () => [];
  /** Whatever announces an answer. */
  const hearing = new AbortController();
  /** @type {State | ''} */
  let told = '';
  /** @type {State | undefined} said by the shop itself: beats all */
  let explicit;
  let granted = false;
  /** Somebody said no, or says yes no longer. */
  let refused = false;
  let patient = true;
  let stopped = false;

  /** @returns {State} */
  function listen() {
    const answers = answersNow();
    const yes = answers.includes(true) && !answers.includes(false);
    refused = !yes && (refused || granted || answers.includes(false));
    granted = yes;
    return yes ? 'granted' : refused || !patient ? 'denied' : 'unknown';
  }

  function look() {
    const never = /** @type {any} */ (navigator).globalPrivacyControl === true;
    const state = explicit || (never ? 'denied' : mode === 'auto' ? listen() : mode);
    if (state === told || stopped) return;
    told = state;
    tell(state, state === 'denied' && (!!explicit || never || mode !== 'auto' || refused));
  }

  function lookSoon() {
    if (!explicit) for (const ms of SETTLE_MS) clock.later(ms, look);
  }

  /** @param {string[]} names of events; all of them pass the window */
  function hear(names) {
    for (const name of names)
      window.addEventListener(name, lookSoon, { capture: true, signal: hearing.signal });
  }

  function giveUp() {
    patient = false;
    look();
    if (told !== 'denied' || explicit || refused) return;
    console.info(
      'koord: nobody said whether this visit may be recorded, so it is not. Set data-consent, or call koord.consent(...)',
    );
  }

  function lookOn() {
    look();
    if (patient && told === 'unknown') clock.later(LOOK_MS, lookOn);
  }

  if (mode === 'auto') {
    const load = () => clock.later(PATIENCE_MS, giveUp);
    if (document.readyState === 'complete') load();
    else window.addEventListener('load', load, { once: true });
    hear(['click']);
    tools()
      .then(({ listen, NEWS }) => {
        answersNow = listen();
        hear(NEWS);
        look();
      })
      .catch(error =>
        complain('koord.consent.js', `is missing, so no consent tool is heard: ${error.message}`),
      );
  }
  lookOn();

  return {
    /** @param {State} state */
    set(state) {
      explicit = state;
      look();
    },
    stop() {
      stopped = true;
      patient = false;
      hearing.abort();
    },
  };
}
