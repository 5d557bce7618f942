// findings.js - what Koord noticed on this visit, as a row of words: heard from the tag by its public onSignal.

import { isDelight } from '../../js/inspect/family.js';
import { WORDS as ENGLISH } from '../../js/inspect/words.en.js';
import { WORDS as DUTCH } from '../../js/inspect/words.nl.js';
import { h } from '../shop/dom.js';
import { language, t } from './words.js';

/** The inspector's names of them. @type {Record<string, string>} */
const NAMES = (language === 'nl' ? DUTCH : ENGLISH).names;

/** @typedef {ReturnType<typeof createFindings>} Findings */

export function createFindings() {
  const none = h('span', { class: 'none' }, t('nothing so far'));
  const list = h('ul', {});
  const title = h('h2', { id: 'findings' }, t('Findings of this visit'));
  const view = h('section', { class: 'findings', 'aria-labelledby': 'findings' }, title, none, list);
  /** @type {Map<string, number>} */
  const counts = new Map();

  function show() {
    none.hidden = counts.size > 0;
    list.replaceChildren(
      ...[...counts].map(([signal, count]) =>
        h(
          'li',
          { 'data-signal': signal, class: isDelight({ signal }) ? 'good' : '' },
          NAMES[signal] ?? signal.replace(/_/g, ' '),
          count > 1 ? ` ×${count}` : '',
        ),
      ),
    );
  }

  return {
    view,
    /** @param {string} signal */
    has: signal => counts.has(signal),
    /** @param {{signal: string, about?: number}} finding later word about an earlier one is not one more */
    add({ signal, about }) {
      if (about) return;
      counts.set(signal, (counts.get(signal) ?? 0) + 1);
      show();
    },
    clear() {
      counts.clear();
      show();
    },
  };
}
