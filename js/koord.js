// koord.js - what a shop can say to the tag, and hear from it.
import { quietly } from './clock.js';
import { factsJson } from './custom.js';
import { redactText } from './redact.js';
import { complain, readSettings } from './settings.js';
import { hash } from './text.js';
import { beginVisit } from './visit.js';

/**
 * @typedef {import('./settings.js').Given} Given
 */

/**
 * Starts to follow the visit. Never throws; what is wrong with the settings is said in the console.
 * @param {Given} given
 * @param {import('./visit.js').Meaning} meaning
 */
export function start(given, meaning) {
  /** @type {Set<(signal: any) => void>} */
  const listeners = new Set();
  /** @type {import('./ask.js').Renderer | undefined} */
  let renderer;
  const settings = readSettings(given);
  const visit = settings && beginVisit(settings, tell, () => renderer, meaning);

  /** @param {string} record */
  function tell(record) {
    for (const listener of listeners) quietly(() => listener(JSON.parse(record)));
  }

  return {
    /** Reports a fact of the shop's own. @param {string} name @param {Record<string, unknown>} [facts] at most 16,
     * flat; strings are redacted and clipped */
    event: (name, facts) =>
      quietly(() => {
        const [called, copy] = [`${name}`, copyOf(facts)];
        visit?.report('custom', () => ({
          key: hash(called),
          name: redactText(called, 64),
          facts: factsJson(copy),
        }));
        visit?.tell('said', { name: called, facts: copy });
      }),

    /** Reports a place of the shop, or contact outside it. @param {string} place @param {string} [name] */
    touchpoint: (place, name) =>
      quietly(() => visit?.report('touchpoint', { place, name: name && redactText(name, 80) })),

    /** Says which customer this is, so that visits from several browsers are one journey. With consent only.
     * @param {string} customer a hash that the shop made: 16 to 128 characters 0-9 and a-f */
    identify(customer) {
      if (/^[\da-f]{16,128}$/.test(customer)) quietly(() => visit?.identify(customer));
      else
        complain('identify', 'takes a hash of 16 to 128 characters 0-9 and a-f, never a name or an address');
    },

    /** Hears of every finding. @param {(signal: any) => void} listener @returns {() => void} ends that */
    onSignal(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    /** Shows surveys instead of us. @param {import('./ask.js').Renderer} render */
    onSurvey(render) {
      renderer = render;
    },

    /** Says what the visitor decided; beats every consent tool. @param {'granted' | 'cookieless' | 'denied'} state */
    consent(state) {
      if (/^(granted|cookieless|denied)$/.test(state)) quietly(() => visit?.consent(state));
      else complain('consent', 'must be granted, cookieless or denied');
    },

    /** Sends what waits and leaves the page as it was. */
    stop: () => quietly(() => visit?.stop()),
  };
}

/** The shop may change its object before we look into it. A getter that throws is for factsJson to pass by.
 * @param {any} facts */
function copyOf(facts) {
  try {
    return { ...facts };
  } catch {
    return facts;
  }
}
