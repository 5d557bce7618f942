// Which fields the shop will not take: by the browser's own check, by ARIA, by class names, or by a message beside them.
import { contentOf } from '../contents.js';
import { lengthClass, PRIVATE } from '../redact.js';
import { keyOf, nameOf, TEXT_FIELD } from '../target.js';

export const FIELD = `${TEXT_FIELD},input:not([type=button],[type=submit],[type=reset],[type=image],[type=hidden])`;
const FIELDS_MOST = 60;
/** How shops mark a field that they will not take, or what stands around it. */
const MARKED =
  '[aria-invalid=true],.is-invalid,.invalid,.has-error,.is-error,.error,.field-error,.mage-error,.woocommerce-invalid,[class^=border-red-],[class*=" border-red-"]';
const MESSAGE =
  '[role=alert],[class*=error],[class*=invalid-feedback],[class*=text-red-],[class~=text-destructive]';
/** What says something may be about more than a field. */
const WIDE = 'form,main,body,header,nav';
/** Up to a wrapper that holds the field, its name and its message, but no other field. */
const WRAPPERS_MOST = 3;

/** The field that an event is about, unless it is private. @param {Element | null} leaf */
export function fieldOf(leaf) {
  const field = leaf?.closest(FIELD);
  return field?.closest(PRIVATE) ? null : field;
}

/** @param {Iterable<Element>} elements of a form, or found on the page */
export const fieldsAmong = elements =>
  [...elements].filter(element => element.matches(FIELD)).slice(0, FIELDS_MOST);

/** A mark, or a message in view: many forms hold empty ones ready. @param {Element} wrapper */
const saysFault = wrapper =>
  wrapper.matches(MARKED) ||
  [...wrapper.querySelectorAll(MESSAGE)].some(
    message =>
      /\p{L}/u.test(message.textContent || '') &&
      (message.checkVisibility?.() ?? true) &&
      !message.matches(FIELD),
  );

/** The field's own mark, or that of a wrapper or a message which can mean no other. @param {Element} field */
function isMarked(field) {
  if (field.matches(MARKED)) return true;
  let wrapper = field.parentElement;
  for (let steps = 0; wrapper && steps < WRAPPERS_MOST; steps++, wrapper = wrapper.parentElement) {
    if (
      wrapper.matches(WIDE) ||
      wrapper.querySelector('main,h1,h2') ||
      wrapper.querySelectorAll(FIELD).length > 1
    )
      return false;
    if (saysFault(wrapper)) return true;
  }
  return false;
}

/** @param {import('../page.js').Page} page @param {string} phase @param {Element} field
 * @param {import('../page.js').Facts} more @param {number} [timeStamp] */
export function reportField(page, phase, field, more, timeStamp) {
  const { form } = /** @type {HTMLInputElement} */ (field);
  const content = contentOf(field);
  const facts = {
    phase,
    target: keyOf(field),
    content,
    length: lengthClass(field, content),
    form: form ? keyOf(form) : undefined,
    label: nameOf(field),
    ...more,
  };
  page.report('field', facts, timeStamp, field);
}

/** @typedef {ReturnType<typeof watchFaults>} Faults */

/** A fault is told once until it is mended, or until the form is sent again. @param {import('../page.js').Page} page */
export function watchFaults(page) {
  /** @type {WeakMap<Element, number>} */
  const told = new WeakMap();

  /** @param {Element} field @param {number} [timeStamp] */
  function note(field, timeStamp) {
    told.set(field, page.now());
    reportField(page, 'invalid', field, {}, timeStamp);
  }

  return {
    note,
    /** @param {Element[]} fields @returns {number} how many are marked */
    look(fields) {
      let marked = 0;
      for (const field of fields) {
        if (!isMarked(field)) told.delete(field);
        else {
          marked++;
          if (!told.has(field)) note(field);
        }
      }
      return marked;
    },
    /** Every sending may fail anew; what was told since is its own fault. @param {Element[]} fields @param {number} at */
    renew(fields, at) {
      for (const field of fields) if (/** @type {number} */ (told.get(field)) < at) told.delete(field);
    },
  };
}
