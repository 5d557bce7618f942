// Values that a script sets: a stepper writes its field, and nothing else of the page changes. No event tells of that and
// no observer sees it, so the fields beside what is pressed are looked at before and after.
import { valueMark } from '../redact.js';

/** Fields beside a control; more are a form of their own. */
const FIELDS_MOST = 6;
/** After the press, besides right after its click was handled: when that came late, when a request may have come back. */
const LOOKS_MS = [200, 600, 1500];

/** @param {Element | null | undefined} leaf what was pressed @returns {Element[]} */
function fieldsBeside(leaf) {
  const control = leaf?.closest('button,[role=button],a,[tabindex]') || leaf;
  const around = control?.parentElement?.querySelector('input,select')
    ? control.parentElement
    : control?.parentElement?.parentElement;
  const fields = around ? [...around.querySelectorAll('input,select')] : [];
  return fields.length > FIELDS_MOST ? [] : fields;
}

/** @param {import('../page.js').Page} page @param {(what: string) => void} answer */
export function watchValues(page, answer) {
  let look = () => {};
  page.listen('press', (_, __, leaf) => {
    const fields = fieldsBeside(leaf);
    const before = fields.map(valueMark);
    look = () => fields.some((field, i) => valueMark(field) !== before[i]) && answer('input');
    if (fields.length) for (const ms of LOOKS_MS) page.later(ms, look);
  });
  // At once: by the first look the visitor may press something else, whose answer it would seem to be.
  page.listen('click', () => page.later(0, look));
}
