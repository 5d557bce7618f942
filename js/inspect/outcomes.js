// outcomes.js - what came of each search and checkout of the visit, in a sentence each, newest first.
import { element } from '../survey/dom.js';
import { clockOf } from './fill.js';

const SHOWN_MOST = 2; // the others are among the events

/** Drawn within 8 x 8 around the middle: a check, a cross, a line that ends, a dot. @type {Record<string, string>} */
export const MARKS = {
  succeeded: 'M-3 0l2 2.5 4-5',
  failed: 'M-2.5-2.5l5 5m0-5l-5 5',
  abandoned: 'M-3 0h6',
  unknown: 'M-.5 0h1',
};

/** @param {import('./teller.js').Teller} teller @param {import('./trail.js').Trail} trail
 * @param {(outcome: string) => Node} mark its sign on the cord */
export function createOutcomes(teller, trail, mark) {
  const view = element('ul', { class: 'outcomes', 'aria-label': teller.words.outcomes });

  /** @param {import('./trail.js').Json} json */
  const row = json =>
    element(
      'li',
      { class: json.outcome },
      mark(json.outcome),
      element('span', {}, teller.fact(json)),
      element('time', {}, clockOf(json.t)),
    );

  return {
    view,
    renew() {
      const over = trail.items().filter(({ json }) => json.kind === 'outcome');
      view.replaceChildren(
        ...over
          .slice(-SHOWN_MOST)
          .map(({ json }) => row(json))
          .reverse(),
      );
      view.hidden = !over.length;
    },
  };
}
