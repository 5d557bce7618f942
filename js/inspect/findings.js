// findings.js - what Koord found, in a sentence each, with what it rests on, and whether it was worth a question.
import { element, icon } from '../survey/dom.js';
import { isDelight, tally } from './family.js';
import { clockOf } from './fill.js';

/**
 * @typedef {import('./trail.js').Finding} Finding
 * @typedef {ReturnType<typeof createFindings>} Findings
 * @typedef {'onPage' | 'offPage' | 'notOnPage' | ''} Where
 */

const EVIDENCE_MOST = 8; // as the core has it
const CHEVRON = 'M6 9l6 6 6-6';

/**
 * @param {import('./teller.js').Teller} teller @param {import('./trail.js').Trail} trail
 * @param {object} host
 * @param {(finding: Finding | null) => Where} host.light shows what it rests on, or nothing any more
 * @param {(id: number) => void} host.show brings an event into view
 * @param {() => Record<string, number>} host.budget
 */
export function createFindings(teller, trail, { light, show, budget }) {
  const { words } = teller;
  const list = element('ul', { class: 'findings' });
  const none = element('p', { class: 'quiet' }, words.noFindings);
  const spent = element('p', { class: 'quiet' });
  const count = element('span', { class: 'aside' });
  const heading = element('header', {}, element('h3', { id: 'findings' }, words.findings), count);
  const view = element(
    'section',
    { class: 'found', 'aria-labelledby': 'findings' },
    heading,
    none,
    list,
    spent,
  );
  /** @type {Map<number, HTMLElement>} */
  const cards = new Map();
  /** @type {number | undefined} */
  let open;

  /** @param {Finding} finding */
  function cardFor(finding) {
    const known = cards.get(finding.id);
    if (known) return known;
    const button = element('button', { type: 'button', 'aria-expanded': 'false' });
    const card = element(
      'li',
      {},
      button,
      element('p', { class: 'decision' }),
      element('div', { class: 'more' }),
    );
    button.addEventListener('click', () => choose(open === finding.id ? undefined : finding.id));
    cards.set(finding.id, card);
    list.prepend(card);
    return card;
  }

  /** @param {number | undefined} id */
  function choose(id) {
    open = id;
    const chosen = trail.findings().find(one => one.id === id) ?? null;
    const where = light(chosen);
    for (const finding of trail.findings()) draw(finding, where);
    if (chosen) cards.get(chosen.id)?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {Finding} finding @param {Where} where the element stands */
  function draw(finding, where) {
    const { json, first, decision } = finding;
    const card = cardFor(finding);
    const state = [json.id, decision?.id, open === finding.id, where].join();
    if (card.dataset.shown === state) return; // what is drawn anew under a pressed finger loses the click
    card.dataset.shown = state;
    const [button, verdict, more] = /** @type {HTMLElement[]} */ ([...card.children]);
    card.className = `severity${json.severity} ${json.state} ${isDelight(json) ? 'delight' : 'friction'}`;
    button.setAttribute('aria-expanded', String(open === finding.id));
    button.replaceChildren(
      meter(json),
      element('strong', {}, teller.nameOf(json.signal)),
      element('span', { class: 'state' }, words.said[`state.${json.state}`] ?? ''),
      element('time', {}, clockOf(first.t)),
      icon(CHEVRON),
      element('span', { class: 'sentence' }, teller.signal(json)),
    );
    verdict.className = `decision ${decision?.answer ?? ''}`;
    verdict.replaceChildren(teller.decision(decision));
    more.replaceChildren(...(open === finding.id ? reasons(finding, where) : []));
  }

  /** @param {import('./trail.js').Json} json */
  function meter(json) {
    const { severity } = json;
    const dots = Array.from({ length: 5 }, (_, dot) => element('i', dot < severity ? { class: 'on' } : {}));
    const text = teller.put(isDelight(json) ? words.goodness : words.severity, { severity });
    return element('span', { class: 'meter', role: 'img', 'aria-label': text }, ...dots);
  }

  /** @param {Finding} finding @param {Where} where */
  function reasons({ json }, where) {
    const thresholds = element('dl', { class: 'facts' });
    for (const [name, value] of Object.entries(json.settings)) {
      thresholds.append(element('dt', {}, name), element('dd', {}, teller.measure(name, value)));
    }
    const left = json.evidence_count - json.evidence.length;
    const further =
      left > 0 ? [element('li', { class: 'quiet' }, teller.put(words.more, { count: left }))] : [];
    return [
      ...(where ? [element('p', { class: 'where' }, words[where])] : []),
      element('h4', {}, words.evidence),
      element('ul', { class: 'evidence' }, ...json.evidence.slice(0, EVIDENCE_MOST).map(proof), ...further),
      element('h4', {}, words.thresholds),
      thresholds,
    ];
  }

  /** @param {[string, number]} one of the two sorts, and how many there are */
  const counted = ([sort, number]) =>
    teller.put(words[/** @type {'friction' | 'delight'} */ (sort)], { count: number });

  /** @param {number} id */
  function proof(id) {
    const json = trail.item(id)?.json;
    const line = element('button', { type: 'button' }, element('time', {}, json ? clockOf(json.t) : `${id}`));
    line.append(element('span', {}, json ? teller.fact(json) : '…'));
    line.addEventListener('click', () => show(id));
    return element('li', {}, line);
  }

  return {
    view,
    lit: () => open,
    /** @param {boolean} [anew] */
    renew(anew = false) {
      const findings = trail.findings();
      if (anew) {
        cards.clear();
        list.replaceChildren();
        choose(undefined);
      }
      for (const finding of findings) if (finding.id !== open) draw(finding, '');
      none.hidden = findings.length > 0;
      const counts = Object.entries(tally(findings)).filter(([, number]) => number);
      count.replaceChildren(counts.map(counted).join(' · '));
      spent.replaceChildren(teller.put(words.budget, budget()));
    },
  };
}
