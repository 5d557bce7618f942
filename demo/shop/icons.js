// icons.js - the small drawings beside words in the frame: lines of 24 by 24 in the colour of the text.

const SVG = 'http://www.w3.org/2000/svg';

const LINES = {
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Z M15.5 15.5 20.5 20.5',
  account: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8Z M4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6',
  cart: 'M3 4h2.5l2.2 11h10.3l2-8H6.5 M9 20.2a.6.6 0 1 0 0-.1Z M17 20.2a.6.6 0 1 0 0-.1Z',
  heart: 'M12 20S4 15 4 9.2C4 6 8.5 4 12 8c3.5-4 8-2 8 1.2C20 15 12 20 12 20Z',
  truck: 'M2.5 6h11v10.5h-11Z M13.5 9.5h4l4 4v3h-8 M6.5 16.5a2 2 0 1 0 .1 0Z M17 16.5a2 2 0 1 0 .1 0Z',
  back: 'M8 5 3.5 9.5 8 14 M3.5 9.5h10a5.5 5.5 0 0 1 0 11H9',
  leaf: 'M5 19C5 9 11 4.5 20 4.5c0 9-4.5 15-13 13.5 M5 20c2-5 5-8 9-10',
};

/** @param {keyof typeof LINES} name */
export function icon(name) {
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('class', 'icon');
  drawing.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', LINES[name]);
  drawing.append(path);
  return drawing;
}
