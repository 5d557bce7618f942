// findings.js - what Koord noticed on this visit, as a row of words: heard from the tag by its public onSignal.

import { isDelight } from '../../js/inspect/family.js';
import { h } from '../shop/dom.js';
import { nameOf, t } from './words.js';

/** @typedef {ReturnType<typeof createFindings>} Findings */

export function createFindings() {
  const none = h('span', { class: 'none' }, t('nothing so far'));
  const list = h('ul', { 'aria-labelledby': 'findings' });
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
          nameOf(signal),
          count > 1 ? ` ×${count}` : '',
        ),
      ),
    );
    list.scrollLeft = list.scrollWidth; // the newest is in sight, where they stand in one line
    if (list.scrollWidth > list.clientWidth) list.tabIndex = 0;
    else list.removeAttribute('tabindex');
  }

  /** @param {string} signal @param {number} more */
  function count(signal, more) {
    const now = (counts.get(signal) ?? 0) + more;
    if (now > 0) counts.set(signal, now);
    else counts.delete(signal);
    show();
  }

  return {
    view,
    /** @param {string} signal */
    has: signal => counts.has(signal),
    /** @param {{signal: string, state: string, about?: number}} finding later word about an earlier one is not one more,
     * and may take it back */
    add({ signal, state, about }) {
      if (!about) count(signal, 1);
      else if (state === 'revoked') count(signal, -1);
    },
    clear() {
      counts.clear();
      show();
    },
  };
}
