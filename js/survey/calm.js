// calm.js - waits for a moment at which a question disturbs nobody: not while letters are typed, while another dialog wants
// an answer, or while a screen reader has an alert to read.

const PATIENCE_MS = 10_000; // then the question is not asked: it would come out of the blue
const LOOK_MS = 250;
const TYPED_MS = 1500; // a pause in typing that is longer is none
const READ_MS = 3000; // for an alert, from when it was first seen or changed

const EDITABLE =
  'input:not([type=button],[type=submit],[type=checkbox],[type=radio]),textarea,[contenteditable]';
const DIALOGS = 'dialog[open],[aria-modal=true],[role=alertdialog]';
const ALERTS = '[role=alert],[aria-live=assertive]';

/** @param {Element} element */
const isSeen = element => element.getClientRects().length > 0;

/** What assertive live regions say. */
const alertsHere = () =>
  Array.from(document.querySelectorAll(ALERTS), element => (isSeen(element) ? element.textContent : '')).join(
    '',
  );

/**
 * @param {Pick<import('../clock.js').Clock, 'now' | 'later'>} clock
 * @returns {Promise<'' | 'typing' | 'dialog' | 'alert' | 'hidden'>} what was in the way to the last
 */
export async function untilCalm(clock) {
  const began = clock.now();
  let typed = document.activeElement?.matches(EDITABLE) ? began : -Infinity;
  let [alerts, changed] = ['', -Infinity];
  const onKey = () => {
    typed = clock.now();
  };

  /** @returns {'' | 'typing' | 'dialog' | 'alert' | 'hidden'} */
  function inTheWay() {
    const now = clock.now();
    const said = alertsHere();
    if (said && said !== alerts) changed = now;
    alerts = said;
    if (document.hidden) return 'hidden';
    if (now - typed < TYPED_MS) return 'typing';
    if ([...document.querySelectorAll(DIALOGS)].some(isSeen)) return 'dialog';
    return now - changed < READ_MS ? 'alert' : '';
  }

  addEventListener('keydown', onKey, true);
  try {
    let reason = inTheWay();
    while (reason && clock.now() - began < PATIENCE_MS) {
      await new Promise(rest => clock.later(LOOK_MS, () => rest(undefined)));
      reason = inTheWay();
    }
    return reason;
  } finally {
    removeEventListener('keydown', onKey, true);
  }
}
