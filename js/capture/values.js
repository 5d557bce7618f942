// Values that a script sets: a stepper writes its field, and nothing else of the page changes. No event tells of that and
// no observer sees it, so the fields beside what is pressed are looked at before and after.
import { valueMark } from '../redact.js';

/** Fields beside a control; more are a form of their own. */
const FIELDS_MOST = 6;
/** What holds more than this is a list, and none of it stands beside. */
const BESIDE_MOST = 30;
/** After the press, besides right after its click was handled: when that came late, when a request may have come back. */
const LOOKS_MS = [200, 600, 1500];

/** @param {Element | null | undefined} leaf what was pressed @returns {Element[]} */
function fieldsBeside(leaf) {
  const control = leaf?.closest('button,[role=button],a,[tabindex]') || leaf;
  const holder = control?.parentElement;
  for (const around of [holder, holder?.parentElement]) {
    if (!around || around.children.length > BESIDE_MOST) return [];
    const fields = [...around.querySelectorAll('input,select')];
    if (fields.length) return fields.length > FIELDS_MOST ? [] : fields;
  }
  return [];
}

/** @param {import('../page.js').Page} page @param {(what: string) => void} answer */
export function watchValues(page, answer) {
  /** @type {(() => void) | null} */
  let look = null;
  page.listen('press', (_, __, leaf) => {
    const fields = fieldsBeside(leaf);
    const before = fields.map(valueMark);
    look = fields.length
      ? () => fields.some((field, i) => valueMark(field) !== before[i]) && answer('input')
      : null;
    if (look) for (const ms of LOOKS_MS) page.later(ms, look);
  });
  // At once: by the first look the visitor may press something else, whose answer it would seem to be.
  page.listen('click', () => look && page.later(0, look));
}
