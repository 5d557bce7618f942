// Trusted input, as lists of WebDriver actions: presses and keys that a page cannot tell from a person's.

/** @typedef {{x: number, y: number}} Point in CSS pixels of the viewport */

/** Keys that have no character: name of KeyboardEvent.key to WebDriver's private code point. */
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  ' ': ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

/** @param {string} name @returns {string} */
function keyCode(name) {
  if (name in KEYS) return KEYS[/** @type {keyof typeof KEYS} */ (name)];
  if ([...name].length === 1) return name;
  throw new Error(
    `no key is called "${name}"; known are single characters and ${Object.keys(KEYS).join(', ')}`,
  );
}

/** @param {object[]} actions @param {'mouse' | 'touch'} [kind] */
const pointer = (actions, kind = 'mouse') => [
  { type: 'pointer', id: kind, parameters: { pointerType: kind }, actions },
];

/** @param {Point} point @param {number} [duration_ms] */
const moveTo = ({ x, y }, duration_ms = 0) => ({
  type: 'pointerMove',
  origin: 'viewport',
  duration: Math.round(duration_ms),
  x: Math.round(x),
  y: Math.round(y),
});
const DOWN = { type: 'pointerDown', button: 0 };
const UP = { type: 'pointerUp', button: 0 };
/** @param {number} duration_ms */
const pause = duration_ms => ({ type: 'pause', duration: Math.round(duration_ms) });

/**
 * Presses one point `times` times; `every_ms` from one press to the next, each held for `hold_ms`.
 * @param {Point} point
 * @param {{times?: number, every_ms?: number, hold_ms?: number}} [how]
 * @param {'mouse' | 'touch'} [kind]
 */
export function presses(point, { times = 1, every_ms = 120, hold_ms = 30 } = {}, kind = 'mouse') {
  const actions = [];
  for (let n = 0; n < times; n++) {
    if (n) actions.push(pause(every_ms - hold_ms));
    if (!n || kind === 'touch') actions.push(moveTo(point));
    actions.push(DOWN, pause(hold_ms), UP);
  }
  return pointer(actions, kind);
}

/** The pointer through all points; a point's `ms` is how long the way to it takes. @param {(Point & {ms?: number})[]} points */
export const path = points => pointer(points.map(point => moveTo(point, point.ms ?? 16)));

/** A key, or a chord such as "Shift+Tab". @param {string} chord */
export function press(chord) {
  const keys = chord === '+' ? ['+'] : chord.split('+').map(keyCode);
  const down = keys.map(value => ({ type: 'keyDown', value }));
  const up = [...keys].reverse().map(value => ({ type: 'keyUp', value }));
  return keyboard([...down, ...up]);
}

/** @param {string} text @param {number} every_ms from one key to the next */
export function typing(text, every_ms) {
  const strokes = [...text].map(value => (value === '\n' ? KEYS.Enter : value));
  return keyboard(
    strokes.flatMap(value => [{ type: 'keyDown', value }, { type: 'keyUp', value }, pause(every_ms)]),
  );
}

/** @param {object[]} actions */
const keyboard = actions => [{ type: 'key', id: 'keyboard', actions }];
