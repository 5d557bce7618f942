// past.js - what is remembered of a survey from visit to visit: when it was asked, and what came of it. One entry for it and
// one for all surveys together, in a text that the session keeps: key.asked.dismissed.answered,...  Key and time (Unix
// seconds) in base 36; the entry of all has no key.

/** @typedef {{asked: number, dismissed: number, answered: number}} Past */

const ENTRIES_MOST = 70; // all surveys that a shop can have, and the one for all of them

/** @param {string} text @returns {Map<string, Past>} by key */
export function readPast(text) {
  const entries = text.split(',').filter(Boolean);
  return new Map(
    entries.map(entry => {
      const [key, asked, dismissed, answered] = entry.split('.');
      return [key, { asked: parseInt(asked, 36) || 0, dismissed: +dismissed || 0, answered: +answered || 0 }];
    }),
  );
}

/** The newest stay. @param {Map<string, Past>} past */
export const writePast = past =>
  [...past]
    .sort(([, a], [, b]) => b.asked - a.asked)
    .slice(0, ENTRIES_MOST)
    .map(([key, { asked, dismissed, answered }]) => [key, asked.toString(36), dismissed, answered].join('.'))
    .join();

/**
 * The past of one survey, written as it happens.
 * @param {object} host
 * @param {Pick<import('../session.js').Session, 'past' | 'setPast'>} host.session
 * @param {Pick<import('../clock.js').Clock, 'wall'>} host.clock
 * @param {number} host.key hash of the survey's id
 */
export function createPast({ session, clock, key }) {
  let hasAnswer = false;
  /** @param {(past: Past) => void} update */
  function change(update) {
    const past = readPast(session.past());
    for (const own of ['', key.toString(36)]) {
      const entry = past.get(own) ?? { asked: 0, dismissed: 0, answered: 0 };
      update(entry);
      past.set(own, entry);
    }
    session.setPast(writePast(past));
  }
  return {
    asked: () => change(past => Object.assign(past, { asked: Math.floor(clock.wall() / 1000), answered: 0 })),
    answered() {
      hasAnswer = true;
      change(past => Object.assign(past, { dismissed: 0, answered: 1 }));
    },
    /** Closed; with an answer given before, that is no refusal. */
    dismissed: () => hasAnswer || change(past => void past.dismissed++),
  };
}
