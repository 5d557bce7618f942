// dom.js - makes elements without ever parsing a string as HTML, so that the strictest page policies hold.

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
