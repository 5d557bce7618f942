// What a pressed element is, as far as that decides how a press on it is to be judged.
import { CONTROL, closest, nameOf, roleOf, TEXT_FIELD } from '../target.js';
import { fold } from '../text.js';

/** What happens in there, or in the chooser that it opens, cannot be seen. */
const OPAQUE = 'canvas,video,audio,iframe,object,embed,[type=file],[type=color]';
const TOGGLE =
  '[type=checkbox],[type=radio],summary,[aria-pressed],[aria-expanded],[role=switch],[role=checkbox],[role=radio]';
const SUBMIT = '[type=submit],[type=image],form button:not([type])';

/** Made to be pressed again and again: exempt while it answers. */
const REPEAT =
  '[data-koord-repeat] *,[data-koord-repeat],[role=spinbutton],[role=slider],[role=tab],[role=gridcell],[type=range],[type=number],' +
  '[type=color],[type=date],[class*=swatch],[class*=star] [type=radio],[class*=rating],[class*=stepper],[class*=zoom]';

/** Matched against the whole folded name of a control, with at most one word behind it ("next slide"):
 * "save and go to next step" is no pager. */
export const REPEAT_NAME = new RegExp(
  '^([-+−–<>‹›«»←→↑↓▲▼]|(' +
    'next|prev|more|less|plus|minus|increase|decrease|zoom|play|pause|' + // English
    'volgende|vorige|meer|minder|verho|verla|' + // Dutch
    'weiter|zuruck|nachste|vorherige|mehr|weniger|erhoh|verring|' + // German
    'suivant|precedent|augment|diminu|reduire|' + // French, Italian
    'siguiente|anterior|aument|disminu|successiv|avanti|indietro|' + // Spanish, Italian
    'nastepn|poprzedn|dalej|zwieks|zmniej' + // Polish
    ')\\w*( \\S+)?)$',
);

/** One of several, of which the visitor wants this one: a size, a colour, a date. */
const OPTION =
  '[role=option],[role=radio],[role=gridcell],[type=radio],[class*=swatch],[class*=size],[class*=colo],[class*=variant]';

const PRIMARY = /primary|\bcta\b|checkout|place-?order|\bpay\b/i;

/** Whether it is a control, or says by its cursor that it can be pressed; one style read, at the press.
 * @param {Element} element */
export const isOperable = element =>
  !!closest(element, CONTROL) || getComputedStyle(element).cursor === 'pointer';

/** @param {Element} control */
const isDisabled = control =>
  control.matches(':disabled') || control.getAttribute('aria-disabled') === 'true';

/** The control that a press on an element means: itself, what it lies in, or what its label is for.
 * @param {Element} leaf @returns {Element} */
export function controlOf(leaf) {
  const control = closest(leaf, CONTROL);
  return /** @type {HTMLLabelElement} */ (control)?.control || control || leaf;
}

/** What holds a disabled button holds little else. */
const HELD_MOST = 30;

/** The control under the pointer that lets presses through to what holds it, as disabled buttons often do.
 * @param {Element} leaf @param {MouseEvent} event @returns {Element | undefined} */
export function coveredAt(leaf, { clientX, clientY }) {
  if (leaf.children.length > HELD_MOST || closest(leaf, CONTROL)) return undefined;
  return [...leaf.children].find(child => {
    if (!child.matches(CONTROL) || getComputedStyle(child).pointerEvents !== 'none') return false;
    const { left, right, top, bottom } = child.getBoundingClientRect();
    return left <= clientX && clientX <= right && top <= clientY && clientY <= bottom;
  });
}

/** @param {Element} control a number field, or a button beside one */
const isStepper = control =>
  !!control.parentElement?.querySelector(':scope > [type=number],:scope > [inputmode=numeric]') &&
  !control.matches(SUBMIT);

/** "#" and nothing go nowhere: such a link is a button. @param {Element} control */
export const isLink = control => control.matches('a[href]:not([href=""],[href^="#"],[href^="javascript:"])');

/**
 * @param {Element} leaf what was pressed
 * @param {Element} control
 * @returns {string[]} TRAIT words
 */
export function traitsOf(leaf, control) {
  const operable = control.matches(CONTROL);
  const submit = control.matches(SUBMIT);
  /** @type {Record<string, boolean>} */
  const has = {
    operable: isOperable(leaf),
    text: control.matches(TEXT_FIELD),
    opaque: leaf.matches(OPAQUE),
    ignored: !!closest(leaf, '[data-koord-ignore]'),
    repeat:
      control.matches(REPEAT) ||
      (operable && !submit && (isStepper(control) || REPEAT_NAME.test(fold(nameOf(control))))),
    toggle: control.matches(TOGGLE),
    label: !!closest(leaf, CONTROL)?.matches('label'),
    link: isLink(control),
    submit,
    disabled: isDisabled(control),
    primary: roleOf(control) === 'button' && (submit || PRIMARY.test(`${control.className} ${control.id}`)),
    option: control.matches(OPTION),
    download: control.matches('a[download],a[href^="blob:"],a[href^="data:"]'),
  };
  return Object.keys(has).filter(trait => has[trait]);
}
