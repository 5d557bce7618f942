// tour.js - the demo around the shop: a bar, the shop in its frame, a pointer over it, and a caption below. A story
// runs until its end, or until Escape, Stop, or the visitor's own press in the shop.

import { byId, h } from '../shop/dom.js';
import { beginTheme, setTheme, THEMES } from '../shop/theme.js';
import { createBar } from './bar.js';
import { createCaption } from './caption.js';
import { createFindings } from './findings.js';
import { createHand } from './hand.js';
import { calm, createPointer } from './pointer.js';
import { createStage, until } from './stage.js';
import { guided, innocent, unhappy } from './visits.js';
import { language, t } from './words.js';

const INSPECTOR = 'koord.inspect'; // where the tag remembers that the inspector is open
const READ_MS = 1400; // a sentence, however short,
const PER_LETTER_MS = 38; // and each of its letters
const HEAR_MS = 50; // a page that is still loading hears Escape, too
/** ?pace=4 tells the stories four times faster; findings still take the time that they take. */
const pace = Math.max(1, Number(new URLSearchParams(location.search).get('pace')) || 1);

/** The inspector stands beside the shop; on a narrow screen it would lie over what the visitor presses. */
const roomy = matchMedia('(min-width: 64em)');

/** @type {AbortController | null} of the story that is being told */
let story = null;
const findings = createFindings();
const pointer = createPointer();
const caption = createCaption(() => stop());
const stage = createStage(meet);
const bar = createBar({
  stories: {
    'Take the tour': () => tell(guided),
    'Unhappy visitor': () => tell(unhappy),
    'Innocent visitor': () => tell(innocent),
  },
  onFaults: () => reload(),
  onTheme(theme) {
    for (const page of [document, stage.shop().document]) setTheme(theme, page);
    stage.frame.style.colorScheme = THEMES[theme]; // what lies over the shop takes it for the system's, in some browsers
  },
  onInspect: shown => void inspect(shown),
  inspected: INSPECTOR in sessionStorage,
});

/** The shop's window has the focus, and with it Escape; a question keeps its keys to itself. A window that has this
 * listener already does not take it twice. */
const hear = () => stage.shop().addEventListener('keydown', onKey, { capture: true });

/** A page of the shop has loaded. @param {import('./stage.js').Shop} shop */
async function meet(shop) {
  bar.faults();
  hear();
  shop.addEventListener('pointerdown', ({ isTrusted }) => isTrusted && stop(), { capture: true });
  const gone = new AbortController();
  shop.addEventListener('pagehide', () => gone.abort());
  try {
    const koord = await until(() => shop.koord?.stop && shop.koord, gone.signal);
    koord.onSignal(findings.add);
  } catch (error) {
    if (!gone.signal.aborted) console.warn('the shop runs without Koord:', error);
  }
}

/** The visitor's own wish: nothing waits for it. */
function reload() {
  return stage.reload(new AbortController().signal);
}

/** @param {boolean} shown @param {AbortSignal} [signal] */
async function inspect(shown, signal = new AbortController().signal) {
  if (shown) sessionStorage.setItem(INSPECTOR, sessionStorage.getItem(INSPECTOR) ?? '');
  else sessionStorage.removeItem(INSPECTOR);
  bar.inspector(shown);
  if (stage.isOpen()) await stage.reload(signal);
}

async function beAnother(/** @type {AbortSignal} */ signal) {
  await stage.newVisitor(signal);
  findings.clear();
}

/** @param {(told: import('./visits.js').Told) => Promise<void>} visit */
async function tell(visit) {
  stop();
  const own = new AbortController();
  const { signal } = own;
  story = own;
  delete document.documentElement.dataset.told;
  bar.busy(true);
  caption.begin();
  caption.stop.focus();
  pointer.show();
  const hearing = setInterval(hear, HEAR_MS);
  const hand = createHand(stage, pointer, { pace, signal });
  try {
    await beAnother(signal);
    if (!roomy.matches) await inspect(false, signal);
    await visit({
      hand,
      roomy: roomy.matches,
      inspect: shown => inspect(shown, signal),
      note: caption.say,
      beAnother: () => beAnother(signal),
      noticed: name => until(() => findings.has(name), signal),
      async say(sentence, more) {
        caption.say(sentence, more);
        await hand.pause(READ_MS + PER_LETTER_MS * sentence.length);
      },
    });
    if (story === own) end('to the end');
  } catch (error) {
    if (signal.aborted) return;
    console.error(error);
    end('in part');
    caption.fail('The shop did not do what the tour expected, and so it ends here.');
  } finally {
    clearInterval(hearing);
  }
}

/** @param {'to the end' | 'in part'} how the story was told */
function end(how) {
  story = null;
  bar.busy(false);
  pointer.hide();
  caption.end();
  document.documentElement.dataset.told = how;
}

function stop() {
  if (!story) return;
  story.abort();
  end('in part');
  caption.view.hidden = true;
}

/** @param {KeyboardEvent} event */
function onKey({ key, isTrusted }) {
  if (key === 'Escape' && isTrusted) stop();
}

beginTheme();
document.documentElement.lang = language;
document.title = t('Koord: the demo');
addEventListener('keydown', onKey);
document.body.append(bar.view, h('main', { id: 'stage' }, stage.frame, pointer.layer), caption.view);
byId('stage').after(findings.view);
caption.welcome(
  'This shop has Koord in it. Take the tour, or walk around yourself: what Koord notices is told here.',
);
document.documentElement.classList.toggle('calm', calm.matches);
