// The contract between seeing and telling: nothing of ours gets out, everything of ours is undone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPage } from '../../js/page.js';
import { createShelf } from '../../js/shelf.js';

/** node has no Element, and no composedPath on a path of elements. */
class FakeElement {
  closest() {
    return null;
  }
}
Object.assign(globalThis, { Element: FakeElement });

function stage(over = {}) {
  /** @type {any[]} */
  const facts = [];
  /** @type {Map<number, () => void>} */
  const timers = new Map();
  const clock = {
    now: () => 5,
    later: (/** @type {number} */ _, /** @type {() => void} */ run) => timers.set(timers.size + 1, run).size,
    cancel: (/** @type {any} */ handle) => void timers.delete(handle),
    idle: (/** @type {() => void} */ run) => run(),
  };
  const report = (/** @type {any} */ kind, /** @type {any} */ said, /** @type {any} */ at) =>
    facts.push([kind, said, at]);
  const settings = { query: true, untrusted: true, surveyHost: '[data-koord-survey]', collector: 'http://c' };
  const notes = createShelf();
  const page = createPage({ report, move: () => {}, clock, settings, notes: () => notes, ...over });
  return { page, facts, timers };
}
const fail = () => {
  throw new Error('ours');
};

test('a fact goes to the host with its time, and to whoever listens with its element', () => {
  const { page, facts } = stage();
  /** @type {any[]} */
  const heard = [];
  page.listen('click', (facts, at, node) => heard.push(facts.x, at, node));
  page.report('click', { x: 1 }, 7, null);
  page.report('click', { x: 2 });
  assert.deepEqual(facts, [
    ['click', { x: 1 }, 7],
    ['click', { x: 2 }, 5],
  ]);
  assert.deepEqual(heard, [1, 7, null, 2, 5, undefined]);
});

test('a host, a listener, a handler, a timer and a watch that fail are counted, and nothing else happens', () => {
  const { page, timers } = stage({ report: fail });
  const target = new EventTarget();
  const owner = { sum: (/** @type {number} */ a, /** @type {number} */ b) => a + b };
  page.listen('click', fail);
  page.on(target, 'press', fail);
  page.patch(owner, 'sum', fail);
  page.later(1, fail);
  page.report('click', {});
  target.dispatchEvent(new Event('press'));
  for (const run of timers.values()) run();
  assert.equal(owner.sum(1, 2), 3);
  assert.equal(page.errors, 5);
});

test('a listener that fails does not keep the next from hearing', () => {
  const { page } = stage();
  let heard = 0;
  page.listen('click', fail);
  page.listen('click', () => heard++);
  page.report('click', {});
  assert.equal(heard, 1);
});

test('who comes late hears of the view in progress, and of nothing older', () => {
  const { page } = stage();
  /** @type {any[]} */
  const heard = [];
  for (const place of ['home', 'cart']) page.report('page_view', { place }, 3);
  page.report('click', {});
  page.listen('page_view', ({ place }, at) => heard.push(place, at));
  page.listen('click', () => heard.push('click'));
  assert.deepEqual(heard, ['cart', 3]);
});

test('a module that was fetched meanwhile hears once what it missed, in its order', () => {
  const { page } = stage();
  /** @type {any[]} */
  const heard = [];
  page.listen('click', ({ x }) => heard.push('early', x));
  page.report('page_view', { place: 'cart' });
  page.report('click', { x: 1 });
  page.tell('press', { x: 2 }, 4);
  page.late(page => {
    page.listen('press', ({ x }) => heard.push('press', x));
    page.listen('page_view', ({ place }) => heard.push(place));
    page.listen('click', ({ x }) => heard.push('click', x));
  });
  assert.deepEqual(heard, ['early', 1, 'cart', 'click', 1, 'press', 2]);
  page.report('click', { x: 3 });
  assert.deepEqual(heard.slice(7), ['early', 3, 'click', 3]);
});

test('what is noted is there until it is noted anew', () => {
  const { page } = stage();
  assert.equal(page.recall('search'), '');
  assert.equal(page.note('search', 'a & b = c'), false, 'in memory only');
  page.note('cart', '1');
  assert.equal(page.recall('search'), 'a & b = c');
  page.note('search', '');
  assert.equal(page.recall('search'), '');
});

test('events made by scripts count only where the page opted in', () => {
  let heard = 0;
  for (const untrusted of [true, false]) {
    const { page } = stage({ settings: { untrusted, surveyHost: 'x' } });
    const target = new EventTarget();
    page.on(target, 'press', () => heard++);
    target.dispatchEvent(new Event('press'));
  }
  assert.equal(heard, 1);
});

test('one listener of the browser serves all who want an event, and a move is asked nothing', () => {
  const { page } = stage();
  /** @type {string[]} */
  const heard = [];
  const target = new EventTarget();
  let listeners = 0;
  const add = target.addEventListener;
  target.addEventListener = (/** @type {any[]} */ ...all) => {
    listeners++;
    add.apply(target, /** @type {any} */ (all));
  };
  page.on(target, 'click pointermove', ({ type }) => heard.push(`first ${type}`));
  page.on(target, 'click', fail);
  page.on(target, 'click pointermove', ({ type }) => heard.push(`second ${type}`));
  page.on(target, 'click', () => heard.push('not captured'), { capture: false });
  target.dispatchEvent(new Event('click'));
  const move = new Event('pointermove');
  move.composedPath = fail;
  target.dispatchEvent(move);
  assert.equal(listeners, 3);
  assert.equal(page.errors, 1);
  assert.deepEqual(heard, [
    'first click',
    'second click',
    'not captured',
    'first pointermove',
    'second pointermove',
  ]);
});

test('a patched method keeps its name, its length, its this, its arguments and its throw', () => {
  const { page } = stage();
  class Owner {
    factor = 2;
    /** @param {number} a @param {number} b */
    sum(a, b) {
      if (a < 0) throw new RangeError("the page's own");
      return (a + b) * this.factor;
    }
  }
  const before = Object.getOwnPropertyDescriptor(Owner.prototype, 'sum');
  /** @type {any[]} */
  const seen = [];
  page.patch(Owner.prototype, 'sum', (_, args) => {
    seen.push(args);
    return result => void seen.push(result);
  });
  const owner = new Owner();
  assert.equal(owner.sum(1, 2), 6);
  assert.deepEqual(seen, [[1, 2], 6]);
  assert.throws(() => owner.sum(-1, 2), RangeError);
  assert.deepEqual([owner.sum.name, owner.sum.length], ['sum', 2]);
  page.stop();
  assert.deepEqual(Object.getOwnPropertyDescriptor(Owner.prototype, 'sum'), before);
});

test('an inherited method that was patched is inherited again', () => {
  const { page } = stage();
  const owner = Object.create({ sum: () => 1 });
  page.patch(owner, 'sum', () => {});
  assert.equal(Object.hasOwn(owner, 'sum'), true);
  page.stop();
  assert.equal(Object.hasOwn(owner, 'sum'), false);
});

test('whoever wrapped our patch keeps a wrapper that works, and that we no longer hear', () => {
  const { page } = stage();
  const owner = { sum: () => 1 };
  let seen = 0;
  page.patch(owner, 'sum', () => void seen++);
  const ours = owner.sum;
  const theirs = () => ours() + 1;
  owner.sum = theirs;
  page.stop();
  assert.equal(owner.sum, theirs);
  assert.equal(owner.sum(), 2);
  assert.equal(seen, 0);
});

test('what is missing, frozen or a getter is left alone', () => {
  const { page } = stage();
  const frozen = Object.freeze({ sum: () => 1 });
  page.patch(undefined, 'sum', () => {});
  page.patch({}, 'sum', () => {});
  page.patch(frozen, 'sum', () => {});
  page.patch(
    {
      get sum() {
        return fail();
      },
    },
    'sum',
    () => {},
  );
  page.on(null, 'press', () => {});
  assert.equal(frozen.sum(), 1);
});

test('after stop nothing is heard, told or timed, and everything registered is undone once', () => {
  const { page, facts, timers } = stage();
  const target = new EventTarget();
  let disposed = 0;
  page.observe(() => disposed++);
  page.on(target, 'press', () => page.report('click', {}));
  page.later(1, () => page.report('click', {}));
  page.stop();
  page.stop();
  target.dispatchEvent(new Event('press'));
  page.report('click', {});
  page.later(1, () => {});
  assert.deepEqual([facts.length, timers.size, disposed], [0, 0, 1]);
});

test('news that can wait is told until it has held the page for a while, the rest when the page had its turn', () => {
  let time = 0;
  /** @type {(() => void)[]} */
  const timers = [];
  const slow = {
    now: () => time,
    later: (/** @type {number} */ _, /** @type {() => void} */ run) => timers.push(run),
    cancel() {},
    idle() {},
  };
  const { page } = stage({ clock: slow });
  /** @type {any[]} */
  const told = [];
  for (const name of ['list', 'cart', 'coupon'])
    page.listen('settled', ({ place }, at) => {
      time += 2;
      told.push([name, place, at]);
    });
  page.tellInTurns('settled', { place: 'search' });
  assert.deepEqual(told, [
    ['list', 'search', 0],
    ['cart', 'search', 0],
  ]);
  timers.shift()?.();
  assert.deepEqual(told[2], ['coupon', 'search', 0]);
  assert.equal(timers.length, 0);
});
