// Form fields: focused, changed, left, found invalid; and forms: sent, or stopped. Never what is in them.
import { contentOf } from '../contents.js';
import { lengthClass, PRIVATE } from '../redact.js';
import { formFor, rememberPasswords } from '../shop/forms.js';
import { placeHere } from '../shop/place.js';
import { keyOf, nameOf, TEXT_FIELD } from '../target.js';

const FIELD = `${TEXT_FIELD},input:not([type=button],[type=submit],[type=reset],[type=image],[type=hidden])`;
/** How shops mark a field that they will not take, with ARIA or without. */
const MARKED =
  '[aria-invalid=true],.is-invalid,.invalid,.has-error,.error,.field-error,.mage-error,.woocommerce-invalid';
/** Time for the shop's own scripts to mark what they find. */
const MARK_MS = 100;
/** An `invalid` event without a press is a script that checks on its own. */
const PRESS_MS = 1000;

/** @typedef {{field: Element, at: number, first: number, edits: number, autofilled: boolean}} Visit */

/** The field that an event is about, unless it is private. @param {Element | null} leaf */
function fieldOf(leaf) {
  const field = leaf?.closest(FIELD);
  return field?.closest(PRIVATE) ? null : field;
}

/** Whether the browser filled it in; engines that do not know the selector throw. @param {Element} field */
function isAutofilled(field) {
  try {
    return field.matches(':autofill');
  } catch {
    return false;
  }
}

/** The field's own mark, or that of a wrapper or an alert which can mean no other. @param {Element} field */
function isMarked(field) {
  const wrapper = field.parentElement;
  if (field.matches(MARKED)) return true;
  if (!wrapper || wrapper.querySelectorAll(FIELD).length > 1) return false;
  return wrapper.matches(MARKED) || !!wrapper.querySelector('[role=alert]')?.textContent?.trim();
}

/** @param {Element} form @returns {Element[]} */
const fieldsOf = form =>
  [.../** @type {HTMLFormElement} */ (form).elements].filter(field => field.matches(FIELD)).slice(0, 60);

/** @param {import('../page.js').Page} page */
export function captureField(page) {
  /** @type {Visit | null} */
  let visit = null;
  let pressed = -PRESS_MS;
  /** @type {WeakSet<Element>} fields whose fault was told and is not mended yet */
  const faulty = new WeakSet();
  /** @type {Set<Element>} what stopped the form being sent just now */
  const stopping = new Set();

  /** @param {string} phase @param {Element} field @param {import('../page.js').Facts} more @param {number} [timeStamp] */
  function report(phase, field, more, timeStamp) {
    const { form } = /** @type {HTMLInputElement} */ (field);
    const facts = {
      phase,
      target: keyOf(field),
      content: contentOf(field),
      length: lengthClass(field),
      form: form ? keyOf(form) : undefined,
      label: nameOf(field),
      ...more,
    };
    page.report('field', facts, timeStamp, field);
  }

  /** @param {Element} field @param {number} [timeStamp] */
  function fault(field, timeStamp) {
    faulty.add(field);
    report('invalid', field, {}, timeStamp);
  }

  /** @param {Element[]} fields */
  function lookForMarks(fields) {
    for (const field of fields) {
      if (!isMarked(field)) faulty.delete(field);
      else if (!faulty.has(field)) fault(field);
    }
  }

  /** @param {Element} form @param {number} invalid @param {number} [timeStamp] */
  function sent(form, invalid, timeStamp) {
    if (form.closest(PRIVATE)) return;
    const fields = fieldsOf(form);
    const facts = { form: formFor(fields.map(contentOf), placeHere()), fields: fields.length, invalid };
    page.report('submit', { target: keyOf(form), ...facts }, timeStamp, form);
    if (invalid) return;
    for (const field of fields) faulty.delete(field); // every sending may fail anew
    page.later(MARK_MS, () => lookForMarks(fields));
  }

  page.listen('page_view', () => rememberPasswords(document));
  page.listen('press', (_, timeStamp) => (pressed = timeStamp));
  page.listen('settled', () => {
    if (page.now() - pressed < 5000) lookForMarks([...document.querySelectorAll(FIELD)].slice(0, 60));
  });

  page.on(document, 'focusin', (event, leaf) => {
    const field = fieldOf(leaf);
    if (!field) return;
    visit = { field, at: event.timeStamp, first: 0, edits: 0, autofilled: false };
    report('focused', field, {}, event.timeStamp);
  });

  page.on(document, 'input', (event, leaf) => {
    const field = fieldOf(leaf);
    if (!field) return;
    const autofilled = isAutofilled(field);
    if (field !== visit?.field) {
      if (autofilled) report('changed', field, { autofilled: 1 }, event.timeStamp);
      return;
    }
    visit.autofilled = visit.autofilled || autofilled;
    if (visit.edits++) return;
    visit.first = event.timeStamp;
    report(
      'changed',
      field,
      { took_ms: Math.round(visit.first - visit.at), autofilled: +autofilled },
      visit.first,
    );
  });

  page.on(document, 'focusout', (event, leaf) => {
    if (!visit || fieldOf(leaf) !== visit.field) return;
    const { field, at, edits, autofilled } = visit;
    visit = null;
    const more = { took_ms: Math.round(event.timeStamp - at), edits, autofilled: +autofilled };
    report('left', field, more, event.timeStamp);
    page.later(MARK_MS, () => lookForMarks([field]));
  });

  page.on(document, 'invalid', (event, leaf) => {
    const field = fieldOf(leaf);
    if (!field || event.timeStamp - pressed > PRESS_MS) return;
    fault(field, event.timeStamp);
    stopping.add(field);
    if (stopping.size > 1) return;
    page.later(0, () => {
      const { form } = /** @type {HTMLInputElement} */ (field);
      if (form) sent(form, stopping.size, event.timeStamp);
      stopping.clear();
    });
  });

  page.on(document, 'submit', event => sent(event.submitter?.form || event.target, 0, event.timeStamp));
}
