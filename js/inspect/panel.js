// panel.js - where the inspector stands: at the right of a wide page, as a sheet at the foot of a narrow one, or folded
// away to a button. The page makes room for it, and it makes room for a survey.
import { element, icon } from '../survey/dom.js';
import { tally } from './family.js';
import { dress, makeRoom } from './style.js';

const KNOT = 'M3 9c5 0 5 6 9 6s4-6 9-6';
const DOWN = 'M6 9l6 6 6-6';
const CROSS = 'M6 6l12 12M18 6L6 18';

/** The shop's shortcuts must not act on keys that are pressed here. */
const KEYS = ['keydown', 'keypress', 'keyup'];

/** @param {string} name @param {string} drawing @param {() => void} act */
function iconButton(name, drawing, act) {
  const made = element(
    'button',
    { type: 'button', class: 'icon', 'aria-label': name, title: name },
    icon(drawing),
  );
  made.addEventListener('click', act);
  return made;
}

/**
 * @param {import('./teller.js').Teller} teller
 * @param {Node[]} content
 * @param {Node} outline lies over the page
 * @param {string} note above all else, or nothing
 * @param {object} host
 * @param {boolean} host.folded at first
 * @param {(folded: boolean) => void} host.onFold
 * @param {() => void} host.onClose
 */
export function createPanel(teller, content, outline, note, { folded, onFold, onClose }) {
  const { words, language } = teller;
  const host = document.createElement('koord-inspector');
  const root = host.attachShadow({ mode: 'open' });
  const status = element('p', { role: 'status', class: 'unseen' });
  const state = element('span', { class: 'consented' });
  const count = element('span', { class: 'count', 'aria-hidden': 'true' });
  const gains = element('span', { class: 'gains', 'aria-hidden': 'true' });
  const spoken = element('span', { class: 'unseen' });
  const unfold = element(
    'button',
    { type: 'button', class: 'unfold' },
    icon(KNOT),
    'Koord ',
    spoken,
    count,
    gains,
  );
  const fold = iconButton(words.fold, DOWN, () => setFolded(true));
  const title = element('h2', {}, icon(KNOT), 'Koord ', element('span', {}, words.title));
  const top = element('div', { class: 'top' }, title, state, fold, iconButton(words.close, CROSS, onClose));
  const body = element('div', { class: 'body' }, ...content);
  const remark = note ? [element('p', { class: 'note' }, note)] : [];
  const aside = element('aside', { class: 'panel', 'aria-label': words.what }, top, ...remark, body, status);
  const frame = element('div', { class: 'frame', lang: language }, aside, unfold, outline);
  root.append(frame);
  dress(root);
  document.documentElement.append(host); // behind the body, which belongs to the shop's scripts
  const room = makeRoom(aside);

  unfold.addEventListener('click', () => setFolded(false));
  aside.addEventListener('keydown', ({ key }) => key === 'Escape' && setFolded(true));
  for (const key of KEYS) root.addEventListener(key, event => event.stopPropagation());
  const forget = watchSurvey(height => frame.style.setProperty('--foot', `${height}px`), room.move);

  /** How many findings there are of each sort: bare numbers for the eye, with their words for the ear.
   * @param {import('./trail.js').Finding[]} findings */
  function number(findings) {
    const { friction, delight } = tally(findings);
    count.replaceChildren(friction ? `${friction}` : '');
    gains.replaceChildren(delight ? `${delight}` : '');
    const told = [
      teller.put(words.friction, { count: friction }),
      teller.put(words.delight, { count: delight }),
    ];
    spoken.replaceChildren([words.title, ...told].join(', '));
  }

  /** @param {boolean} now @param {boolean} [byHand] */
  function setFolded(now, byHand = true) {
    aside.hidden = now;
    unfold.hidden = !now;
    room.give(!now);
    if (!byHand) return;
    onFold(now);
    (now ? unfold : fold).focus();
  }
  setFolded(folded, false);

  return {
    /** Politely, when the screen reader has time. @param {string} text */
    announce: text => void status.replaceChildren(text),
    /** @param {import('../consent.js').State} consent @param {import('./trail.js').Finding[]} findings */
    renew(consent, findings) {
      state.className = `consented ${consent}`;
      state.replaceChildren(teller.put(words.facts.consent, { state: consent }));
      number(findings);
    },
    remove() {
      forget();
      room.close();
      host.remove();
    },
  };
}

/** A survey stands where our foot is, on a wide page where our folded button is: says how high it is.
 * @param {(height: number) => void} tell @param {(root: ShadowRoot) => void} move beside us, where there is room */
function watchSurvey(tell, move) {
  /** @type {Element | null} */
  let survey = null;
  const size = new ResizeObserver(([{ target }]) => tell(innerHeight - target.getBoundingClientRect().top));
  const look = () => {
    size.disconnect();
    const before = survey;
    survey = document.body.querySelector('koord-survey');
    if (survey !== before && survey?.shadowRoot) move(survey.shadowRoot);
    if (survey) size.observe(survey);
    else tell(0);
  };
  const coming = new MutationObserver(look);
  coming.observe(document.body, { childList: true });
  look();
  return () => {
    size.disconnect();
    coming.disconnect();
  };
}
