// Form fields: focused, changed, left, found invalid. Never what is in them.
import { rememberPasswords } from '../shop/forms.js';
import { FIELD, fieldOf, fieldsAmong, reportField, watchFaults } from './fault.js';
import { captureForm, SENT_NOTE } from './form.js';

/** Time for the shop's own scripts to mark what they find. */
const MARK_MS = 100;
/** What the shop finds fault with later than this after a press, the visitor did not ask for. */
const ANSWER_MS = 5000;

/** @typedef {{field: Element, at: number, first: number, edits: number, autofilled: boolean}} Visit */

/** Whether the browser filled it in; engines that do not know the selector throw. What was typed was not: that is said at
 * every key, and nothing is asked of the page. @param {Element} field @param {InputEvent} event */
function isAutofilled(field, { inputType }) {
  try {
    return inputType !== 'insertText' && field.matches(':autofill');
  } catch {
    return false;
  }
}

/** @param {import('../page.js').Page} page */
export function captureField(page) {
  /** @type {Visit | null} */
  let visit = null;
  let pressed = -ANSWER_MS;
  const faults = watchFaults(page);
  captureForm(page, faults);

  page.listen('page_view', ({ via }, timeStamp) => {
    rememberPasswords(document);
    // A form that the browser sent itself is answered by a page, which marks what it will not take.
    const sent = page.recall(SENT_NOTE);
    page.note(SENT_NOTE, '');
    if (via === 'load' && sent) pressed = timeStamp;
  });
  page.listen('press', (_, timeStamp) => (pressed = timeStamp));
  page.listen('settled', () => {
    if (page.now() - pressed < ANSWER_MS) faults.look(fieldsAmong(document.querySelectorAll(FIELD)));
  });

  page.on(document, 'focusin', (event, leaf) => {
    const field = fieldOf(leaf);
    if (!field) return;
    visit = { field, at: event.timeStamp, first: 0, edits: 0, autofilled: false };
    reportField(page, 'focused', field, {}, event.timeStamp);
  });

  page.on(document, 'input', (event, leaf) => {
    const field = leaf === visit?.field ? leaf : fieldOf(leaf);
    if (!field) return;
    const autofilled = isAutofilled(field, event);
    if (field !== visit?.field) {
      if (autofilled) reportField(page, 'changed', field, { autofilled: 1 }, event.timeStamp);
      return;
    }
    visit.autofilled = visit.autofilled || autofilled;
    if (visit.edits++) return;
    visit.first = event.timeStamp;
    const took_ms = Math.round(visit.first - visit.at);
    reportField(page, 'changed', field, { took_ms, autofilled: +autofilled }, visit.first);
  });

  page.on(document, 'focusout', (event, leaf) => {
    if (!visit || fieldOf(leaf) !== visit.field) return;
    const { field, at, edits, autofilled } = visit;
    visit = null;
    const took_ms = Math.round(event.timeStamp - at);
    reportField(page, 'left', field, { took_ms, edits, autofilled: +autofilled }, event.timeStamp);
    page.later(MARK_MS, () => faults.look([field]));
  });
}
