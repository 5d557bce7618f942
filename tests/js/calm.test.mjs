// Waiting for a moment at which a question disturbs nobody.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { untilCalm } from '../../js/survey/calm.js';

/** What the page shows, by the selectors that it is asked for. */
let shown;
/** What happens when: [time, deed]. */
let plan;
let keydown;

const seen = text => ({ textContent: text, getClientRects: () => [{}] });

/** Time passes only while somebody waits. */
function clock() {
  let now = 0;
  return {
    now: () => now,
    later(ms, run) {
      now += ms;
      for (const [at, deed] of plan.splice(0)) at <= now ? deed() : plan.push([at, deed]);
      setImmediate(run);
    },
  };
}

/** @returns {Promise<[string, number]>} what was in the way to the last, and when the waiting ended */
async function waited() {
  const time = clock();
  const reason = await untilCalm(time);
  return [reason, time.now()];
}

beforeEach(() => {
  shown = { dialogs: [], alerts: [], hidden: false, active: null };
  plan = [];
  globalThis.document = {
    get hidden() {
      return shown.hidden;
    },
    get activeElement() {
      return shown.active;
    },
    querySelectorAll: selector =>
      selector.includes('alert]') && !selector.includes('dialog') ? shown.alerts : shown.dialogs,
  };
  globalThis.addEventListener = (_, listener) => (keydown = listener);
  globalThis.removeEventListener = () => (keydown = null);
});

describe('a moment that disturbs nobody', () => {
  test('is now where nothing goes on', async () => {
    assert.deepEqual(await waited(), ['', 0]);
    assert.equal(keydown, null);
  });

  test('comes a second and a half after the last letter', async () => {
    shown.active = { matches: () => true };
    plan = [[1000, () => keydown()]];
    assert.deepEqual(await waited(), ['', 2500]);
  });

  test('does not come while another dialog is open, however long', async () => {
    shown.dialogs = [seen('Cookies?')];
    assert.deepEqual(await waited(), ['dialog', 10_000]);
  });

  test('comes when that dialog is closed', async () => {
    shown.dialogs = [seen('Cookies?')];
    plan = [[2000, () => (shown.dialogs = [])]];
    assert.deepEqual(await waited(), ['', 2000]);
  });

  test('waits until an alert was read, and again for what it says then', async () => {
    shown.alerts = [seen('Not valid')];
    plan = [[1000, () => (shown.alerts = [seen('Still not valid')])]];
    assert.deepEqual(await waited(), ['', 4000]);
  });

  test('minds neither an alert that says nothing nor one that nobody sees', async () => {
    shown.alerts = [seen(''), { textContent: 'Hidden', getClientRects: () => [] }];
    assert.deepEqual(await waited(), ['', 0]);
  });

  test('does not come while the page is out of view', async () => {
    shown.hidden = true;
    assert.deepEqual(await waited(), ['hidden', 10_000]);
  });
});
