// dom.js - makes elements without ever parsing a string as HTML, so that the strictest page policies hold and a text
// is never anything but text.

const SVG = 'http://www.w3.org/2000/svg';
const DRAWN = {
  viewBox: '0 0 24 24',
  width: '24',
  height: '24',
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': '2',
  'aria-hidden': 'true',
};

/** Name of the fields that answer a question, in its form. */
export const FIELD = 'answer';

/**
 * Of http(s), or from the root of the same site. Backslashes and white space are refused because browsers turn
 * "/\evil" and "/<tab>/evil" into "//evil", another site.
 */
const SAFE_URL = /^(https?:\/\/|\/(?!\/))[^\s\\]*$/i;

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children strings become text, whatever stands in them
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const name of Object.keys(attributes)) made.setAttribute(name, attributes[name]);
  made.append(...children);
  return made;
}

/**
 * A line drawing of 24 x 24, in the colour of the text; never read aloud.
 * @param {string} path
 * @returns {SVGSVGElement}
 */
export function icon(path) {
  const drawing = document.createElementNS(SVG, 'svg');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  for (const [name, value] of Object.entries(DRAWN)) drawing.setAttribute(name, value);
  drawing.append(line);
  return drawing;
}

/**
 * A link that opens beside the shop, so that no answer is lost; nothing where the address is not safe.
 * @param {string} url
 * @param {string} text
 */
const linkTo = (url, text) =>
  SAFE_URL.test(url) ? [element('a', { href: url, target: '_blank', rel: 'noopener' }, text)] : [];

/**
 * The question, the help below it, a link, and the fields that answer it.
 * @param {import('./survey.js').Question} question
 * @param {import('./words.js').Voice} voice
 * @param {...HTMLElement} fields
 */
export function group({ text, help, link }, { say }, ...fields) {
  const [body, title] = fields.length ? ['fieldset', 'legend'] : ['div', 'p'];
  const below = help ? [element('p', { class: 'help', id: 'help' }, say(help))] : [];
  return element(
    /** @type {'fieldset'} */ (body),
    help ? { 'aria-describedby': 'help' } : {},
    element(/** @type {'legend'} */ (title), { id: 'title', class: 'title', tabindex: '-1' }, say(text)),
    ...below,
    ...(link ? linkTo(link.url, say(link.text)) : []),
    ...fields,
  );
}
