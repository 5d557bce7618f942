// Bundled for the browser: everything that captures, with a host that keeps the facts in `window.facts`.
import { captureGestures } from '../../../js/capture/index.js';
import { captureMeaning } from '../../../js/capture/meaning.js';
import { createClock } from '../../../js/clock.js';
import { createPage } from '../../../js/page.js';
import { createShelf } from '../../../js/shelf.js';

/** @typedef {{kind: string, facts: import('../../../js/page.js').Facts, at: number}} Fact */

const stage = /** @type {any} */ (window);
/** @type {Fact[]} */
stage.facts = [];
stage.moves = 0;
const notes = createShelf('sessionStorage', 'stage');
stage.page = createPage({
  notes: () => notes,
  report: (kind, facts, at) => stage.facts.push({ kind, facts, at }),
  move: () => stage.moves++,
  clock: createClock(),
  settings: {
    query: true,
    untrusted: false,
    surveyHost: '[data-koord-survey]',
    collector: '/v1/batch',
  },
});
captureGestures(stage.page);
stage.page.late(captureMeaning);
