// visit.js - who this is and what may be kept: the consent switch, a new visit, the trail as a file.
import { createShelf } from '../shelf.js';
import { element } from '../survey/dom.js';

/** @typedef {import('../consent.js').State} State */

/** @param {import('./teller.js').Teller} teller @param {import('./trail.js').Trail} trail @param {import('./hook.js').Host} host */
export function createVisit(teller, trail, { settings, consent, clock }) {
  const { words } = teller;
  const choices = element('fieldset', { class: 'consent' }, element('legend', {}, words.consent));
  const lacks = element('p', { class: 'quiet' });
  const about = element('dl', { class: 'facts' });
  const reset = button(words.reset, beginAnew);
  const download = button(words.download, () => save(trail, view, clock));
  const view = element(
    'div',
    { class: 'pane' },
    choices,
    element('div', { class: 'acts' }, reset, download),
    lacks,
    about,
    inForce(),
  );
  const states = /** @type {(keyof typeof words.consents)[]} */ (Object.keys(words.consents));
  const radios = states.map(choice);

  /** @param {keyof typeof words.consents} state */
  function choice(state) {
    const [name, what] = words.consents[state];
    const radio = element('input', { type: 'radio', name: 'consent' });
    radio.addEventListener('change', () => consent(state));
    choices.append(element('label', {}, radio, element('span', {}, name), element('small', {}, what)));
    return { state, radio };
  }

  function inForce() {
    const set = Object.entries(settings.settings);
    const list = element('dl', { class: 'facts' });
    for (const [name, value] of set) list.append(element('dt', {}, name), element('dd', {}, String(value)));
    return element(
      'div',
      {},
      element('h4', {}, words.inForce),
      set.length ? list : element('p', { class: 'quiet' }, words.usual),
    );
  }

  /** @returns {Record<keyof typeof words.identity, string>} */
  function identity() {
    const session = trail.items().find(({ json }) => json.kind === 'session')?.json ?? {};
    const { session: id = '', trail: name = '', nonce = '' } = trail.head() ?? {};
    const { settings: hash = '' } = session;
    return { session: id, trail: name, nonce, hash };
  }

  return {
    view,
    /** @param {State} state */
    renew(state) {
      for (const { state: one, radio } of radios) radio.checked = one === state;
      const items = trail.items();
      download.disabled = !items.length;
      lacks.hidden = !items.length || items[0].id === 1;
      lacks.replaceChildren(teller.put(words.lacks, { id: items[0]?.id }));
      about.replaceChildren(
        ...Object.entries(identity()).flatMap(([name, value]) => [
          element('dt', {}, words.identity[/** @type {keyof typeof words.identity} */ (name)]),
          element('dd', {}, value || '–'),
        ]),
      );
    },
  };
}

/** @param {string} name @param {() => void} act */
function button(name, act) {
  const made = element('button', { type: 'button', class: 'act' }, name);
  made.addEventListener('click', act);
  return made;
}

/** Nobody is known any more. The tag ends the old visit itself when the page is loaded anew. Emptied, not taken away:
 * other tabs would understand that consent was withdrawn. */
function beginAnew() {
  createShelf('localStorage').write('');
  location.reload();
}

/** A file that `koord replay` reads: the records of this trail as they were sent, one a line.
 * @param {import('./trail.js').Trail} trail @param {HTMLElement} view @param {import('../clock.js').Clock} clock */
function save(trail, view, clock) {
  const lines = trail.items().map(({ text }) => `${text}\n`);
  const href = URL.createObjectURL(new Blob(lines, { type: 'application/x-ndjson' }));
  const link = element('a', { href, download: `koord-${trail.head()?.trail ?? 'trail'}.ndjson`, hidden: '' });
  view.append(link);
  link.click();
  link.remove();
  clock.later(1000, () => URL.revokeObjectURL(href)); // some browsers read it only then
}
