// delivery.js - what left, how much it weighed, and what the collector said.
import { element } from '../survey/dom.js';
import { weigh } from './fill.js';

/** @typedef {import('./hook.js').Batch} Batch */

/** @param {Batch} batch @returns {keyof import('./words.js').Words['answers']} */
function answerOf({ status, refused }) {
  if (status === undefined) return 'left';
  if (status >= 200 && status < 300) return refused ? 'some' : 'ok';
  if (status === 400 || status === 413) return 'much';
  if (status === 403) return 'barred';
  return status === 429 || status === 503 ? 'busy' : 'away';
}

/** @param {import('./teller.js').Teller} teller @param {import('./trail.js').Trail} trail @param {import('./hook.js').Host} host */
export function createDelivery(teller, trail, { counters, waiting }) {
  const { words, language } = teller;
  const state = element('p', { class: 'lead' });
  const numbers = element('dl', { class: 'facts' });
  const list = element('ol', { class: 'batches', reversed: '' });
  const view = element('div', { class: 'pane' }, state, list, numbers);

  /** @param {Batch} batch */
  function row(batch) {
    const how = answerOf(batch);
    const size = teller.put(words.batch, { records: batch.records, bytes: weigh(batch.bytes, language) });
    // A status is a name and no number: 1,000 would be a strange one.
    const answer = teller.put(words.answers[how], { ...batch, status: `${batch.status}` });
    return element(
      'li',
      { class: how },
      element('span', {}, size),
      element('span', { class: 'answer' }, answer),
    );
  }

  return {
    view,
    renew() {
      const bytes = waiting();
      const rows = trail.batches().map(row);
      const said = bytes ? teller.put(words.waits, { bytes: weigh(bytes, language) }) : words.allSent;
      state.replaceChildren(rows.length || bytes ? said : words.noBatches);
      list.replaceChildren(...rows);
      const shown = { ...counters, storage: words.storages[counters.storage] };
      const told = /** @type {(keyof typeof words.counters)[]} */ (Object.keys(words.counters));
      numbers.replaceChildren(
        ...told.flatMap(name => [
          element('dt', {}, words.counters[name]),
          element('dd', {}, String(shown[name])),
        ]),
      );
    },
  };
}
