// events.js - the events as they come, newest first: one line each in plain words, the record itself on demand.
import { element } from '../survey/dom.js';
import { isDelight } from './family.js';
import { clockOf, fill } from './fill.js';
import { familyOf } from './teller.js';

/** @typedef {import('./trail.js').Item} Item */

const ROWS_MOST = 400; // more than anybody reads; all of them are in the download

/** @param {import('./teller.js').Teller} teller @param {import('./trail.js').Trail} trail */
export function createEvents(teller, trail) {
  const { words } = teller;
  const list = element('ol', { class: 'events', reversed: '' });
  const none = element('p', { class: 'quiet' }, words.noEvents);
  const older = element('p', { class: 'quiet' });
  const view = element('div', { class: 'pane' }, filters(), none, list, older);
  view.dataset.family = 'all';
  /** @type {Set<number>} */
  let lit = new Set();

  function filters() {
    const row = element('div', { class: 'chips', role: 'group', 'aria-label': words.filter });
    for (const [family, name] of Object.entries(words.families)) {
      const chip = element('button', { type: 'button', 'aria-pressed': String(family === 'all') }, name);
      chip.addEventListener('click', () => {
        view.dataset.family = family;
        for (const one of row.children) one.setAttribute('aria-pressed', String(one === chip));
      });
      row.append(chip);
    }
    return row;
  }

  /** @param {Item} item */
  function row({ id, json, text }) {
    const line = element('button', { type: 'button', 'aria-expanded': 'false' });
    line.append(element('time', {}, clockOf(json.t)), element('span', {}, teller.fact(json)));
    const made = element('li', { class: `${familyOf(json)} ${isDelight(json) ? 'delight' : ''}` }, line);
    made.dataset.id = String(id);
    made.classList.toggle('lit', lit.has(id));
    line.addEventListener('click', () => unfold(made, line, text));
    return made;
  }

  /** @param {HTMLElement} row @param {HTMLElement} line @param {string} text */
  function unfold(row, line, text) {
    const open = line.getAttribute('aria-expanded') === 'false';
    line.setAttribute('aria-expanded', String(open));
    if (!open) return row.lastElementChild?.remove();
    const raw = element('pre', { tabindex: '0', role: 'group', 'aria-label': words.raw });
    raw.append(JSON.stringify(JSON.parse(text), null, 1));
    return row.append(raw);
  }

  /** Says what is not in the list, if anything. */
  function close() {
    while (list.children.length > ROWS_MOST) list.lastElementChild?.remove();
    const count = trail.items().length;
    none.hidden = count > 0;
    older.hidden = count <= ROWS_MOST;
    older.replaceChildren(fill(words.older, () => String(count - ROWS_MOST)));
  }

  return {
    view,
    /** @param {Item} item */
    add(item) {
      list.prepend(row(item));
      close();
    },
    renew() {
      list.replaceChildren(...trail.items().slice(-ROWS_MOST).reverse().map(row));
      close();
    },
    /** @param {number[]} ids */
    light(ids) {
      lit = new Set(ids);
      const rows = /** @type {HTMLElement[]} */ ([...list.children]);
      for (const one of rows) one.classList.toggle('lit', lit.has(Number(one.dataset.id)));
      const first = rows.find(one => one.matches('.lit'));
      const room = view.parentElement; // scrolls by itself where there is room for that
      if (first && room) room.scrollTop = first.offsetTop - room.clientHeight / 2;
    },
    /** Brings one into view and puts the focus there. @param {number} id */
    show(id) {
      view.dataset.family = 'all';
      for (const chip of view.querySelectorAll('.chips button')) {
        chip.setAttribute('aria-pressed', String(chip === chip.parentElement?.firstElementChild));
      }
      /** @type {HTMLElement | null} */ (list.querySelector(`[data-id="${id}"] button`))?.focus();
    },
  };
}
