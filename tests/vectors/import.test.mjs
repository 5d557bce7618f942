// What `koord replay` makes of recordings that other tools have made: raw moves, and as little else as docs/wire.md asks for.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

/** @param {object[]} facts */
function replay(facts) {
  const input = facts.map(fact => `${JSON.stringify(fact)}\n`).join('');
  const { stdout, stderr, status } = spawnSync('build/koord', ['replay', '-'], { input, encoding: 'utf8' });
  const verdicts = stdout.split('\n').filter(Boolean);
  return { verdicts: verdicts.map(line => JSON.parse(line)), stderr, status };
}

const SESSION = { kind: 'session', t: 0 };
const PAGE = { kind: 'page_view', t: 0 };

/** @param {number} times @param {number} every_ms */
const presses = (times, every_ms) =>
  Array.from({ length: times }, (_, n) => ({ kind: 'click', t: 1000 + n * every_ms, target: '9f3a01bc', x: 640, y: 371 }));

/** To and fro, 250 pixels a stroke. @param {number} strokes @param {number} every_ms */
const shaken = (strokes, every_ms) =>
  Array.from({ length: strokes * 5 }, (_, n) => {
    const [stroke, part] = [Math.floor(n / 5), n % 5];
    return { kind: 'move', t: 1000 + n * every_ms, x: 500 + (stroke % 2 ? 250 - part * 50 : part * 50), y: 300 };
  });

test('the example of docs/wire.md is read without complaint', () => {
  const [, example] = /### Recordings of other tools[^]*?```json\n([^]*?)```/.exec(readFileSync('docs/wire.md', 'utf8')) ?? [];
  const { stderr, status } = replay(example.trim().split('\n').map(line => JSON.parse(line)));
  assert.deepEqual([stderr, status], ['', 0]);
});

test('five presses without a sight of answers are a burst, four are none', () => {
  const five = replay([SESSION, PAGE, ...presses(5, 300)]).verdicts;
  assert.deepEqual(five.map(({ signal, variant, t }) => [signal, variant, t]), [['rage_click', 'unseen', 2200]]);
  assert.deepEqual(replay([SESSION, PAGE, ...presses(4, 300)]).verdicts, []);
});

test('with a sight of answers, presses that no effect follows are unanswered', () => {
  const seeing = { ...SESSION, sight: ['response'] };
  const { verdicts } = replay([seeing, PAGE, ...presses(3, 300)]);
  assert.deepEqual(verdicts.map(({ signal, variant }) => [signal, variant]), [['rage_click', 'rage']]);
  const answered = presses(3, 300).flatMap(press => [press, { kind: 'effect', t: press.t + 20, what: 'visual' }]);
  assert.deepEqual(replay([seeing, PAGE, ...answered]).verdicts, []);
});

test('a move that lacks something, or comes before any session, is named and passed over', () => {
  const bad = replay([SESSION, { kind: 'move', t: 5, x: 1 }]);
  assert.match(bad.stderr, /-:2: move: a move needs t, x and y/);
  assert.equal(bad.status, 3);
  assert.match(replay([{ kind: 'move', t: 5, x: 1, y: 1 }]).stderr, /-:1: move: a trail begins with/);
});

test('moves to and fro are condensed and judged; ever so many straight on say nothing', () => {
  const { verdicts, stderr } = replay([SESSION, PAGE, ...shaken(14, 30)]);
  assert.deepEqual([verdicts.map(({ signal }) => signal), stderr], [['cursor_thrash'], '']);
  assert.deepEqual(replay([SESSION, PAGE, ...shaken(2, 30)]).verdicts, []);
});
