// The choices of a checkout: how to deliver, and how to pay.
import { nameOf } from '../target.js';
import { fold } from '../text.js';
import { ABOUT_ADDRESS, ABOUT_DELIVERY, ABOUT_PAYMENT } from './words.js';

/** What a choice drawn by the shop hides is the same choice once more. */
export const CHOICE = '[type=radio]:not([aria-hidden=true]),[role=radio],[role=option]';

const ATTRIBUTES = ['name', 'id', 'aria-labelledby', 'class'];

/** @type {Record<string, string>} what the choices of a step are about, where they do not say it themselves */
const OF_STEP = { delivery: 'delivery_option', payment: 'payment_method' };

/** What a choice is about: its own name, or what stands around it.
 * @param {Element} choice @param {string} [step] of the checkout @returns {string | undefined} a SEEN word */
export function choiceOf(choice, step = '') {
  const name = fold(nameOf(choice));
  if (ABOUT_ADDRESS.test(name)) return undefined;
  const group = choice.closest('fieldset,[role=radiogroup],section,form');
  const title = group?.querySelector('legend,h2,h3')?.textContent || '';
  const own = [choice, group].flatMap(one => ATTRIBUTES.map(attribute => one?.getAttribute(attribute)));
  const words = fold([...own, title.slice(0, 60)].join(' '));
  for (const about of [words, name]) {
    if (ABOUT_PAYMENT.test(about)) return 'payment_method';
    if (ABOUT_DELIVERY.test(about)) return 'delivery_option';
  }
  return OF_STEP[step];
}

/** The choice that a press is about. @param {Element | null | undefined} control @returns {Element | null | undefined} */
export const choiceAt = control =>
  control?.matches('[type=radio],[role=radio],[role=option]')
    ? control
    : (control?.querySelector(CHOICE) ??
      /** @type {HTMLLabelElement | null | undefined} */ (control)?.control);
