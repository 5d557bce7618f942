// Session time: where it begins, what it goes by, and that it never falls.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createClock } from '../../js/clock.js';
import { fakeBrowser } from './fakes.mjs';

let time;
let clock;
beforeEach(() => {
  ({ time } = fakeBrowser());
  clock = createClock();
});

test('t counts from the beginning of the session, which may lie before this page', () => {
  clock.begin(time.wall - 5000, 0, 0);
  assert.equal(clock.t(0), 5000);
  assert.equal(clock.t(250.4), 5250);
  assert.equal(clock.origin(), time.wall - 5000);
});

test('t never falls, and never falls below what earlier pages used up', () => {
  clock.begin(time.wall - 100, 9000, 0);
  assert.equal(clock.t(0), 9000);
  assert.equal(clock.t(50), 9050);
  assert.equal(clock.t(20), 9050);
  assert.equal(clock.last(), 9050);
});

test('at is when the hardware says, unless it says nonsense', () => {
  clock.begin(time.wall, 0, 0);
  assert.equal(clock.at(40, 45), 40);
  assert.equal(clock.at(1_764_000_000_040, 45), 45, 'stamped by the wall clock');
  assert.equal(clock.at(0, 45), 45, 'not stamped');
});

test('time that performance.now() slept through is counted; drift is not, nor a clock set back', () => {
  clock.begin(time.wall, 0, 0);
  time.wall += 1500;
  clock.wake();
  assert.equal(clock.t(0), 0);
  time.wall += 60_000;
  clock.wake();
  clock.wake(); // two events may tell of it
  assert.equal(clock.t(0), 60_000);
  time.wall -= 86_400_000;
  clock.wake();
  assert.equal(clock.t(0), 60_000);
});

test('a clock that was set while the page was in view did not sleep', () => {
  clock.begin(time.wall, 0, 0);
  const began = clock.origin();
  time.wall += 86_400_000;
  clock.rest();
  clock.wake();
  assert.equal(clock.t(0), 0);
  assert.equal(clock.origin(), began);
  time.wall -= 2 * 86_400_000;
  clock.rest();
  time.wall += 60_000;
  clock.wake();
  assert.equal(clock.t(0), 60_000, 'asleep, by a clock that is wrong');
});

test('says how long it is until t', () => {
  clock.begin(time.wall, 0, 0);
  time.page = 100;
  assert.equal(clock.until(350), 250);
  assert.equal(clock.until(50), 0);
});

test('a timer that fails reaches nobody but the console', async t => {
  const said = t.mock.method(console, 'error', () => {});
  clock.later(10, () => {
    throw new Error('ours');
  });
  await time.advance(20);
  assert.equal(said.mock.callCount(), 1);
});

test('what is cancelled does not run', async () => {
  clock.cancel(clock.later(10, () => assert.fail('ran')));
  clock.cancel(clock.idle(() => assert.fail('ran')));
  clock.cancel(undefined);
  await time.advance(5000);
});
