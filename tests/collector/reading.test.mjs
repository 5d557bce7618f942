// Who may read: whoever knows the token, or sits at the machine.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { batch, makeFolder, record, SESSION, startCollector, untilClosed, VISITOR } from './collector.mjs';

const TOKEN = 'a-long-enough-token-for-reading';
const PATHS = [
  '/api/sessions',
  `/api/sessions/${SESSION}.ndjson`,
  '/api/health',
  `/api/visitors/${VISITOR}.ndjson`,
];

/** @param {import('node:test').TestContext} t */
function tokenFile(t) {
  const file = join(makeFolder(t), 'token');
  writeFileSync(file, `${TOKEN}\n`);
  return file;
}

test('with a token nobody reads who does not know it; sending needs none', async t => {
  const collector = await startCollector(t, ['--read-token', tokenFile(t)]);
  assert.equal((await collector.post(batch([record(1)], { visitor: VISITOR }))).status, 204);
  const basic = (/** @type {string} */ password) => `Basic ${btoa(`anybody:${password}`)}`;
  const wrong = [
    undefined,
    '',
    'Bearer',
    `Bearer ${TOKEN}x`,
    `Bearer ${TOKEN.toUpperCase()}`,
    `Bearer ${TOKEN.slice(1)}`,
    basic(''),
    basic('x'),
  ];
  for (const path of PATHS) {
    for (const Authorization of wrong) {
      const answer = await collector.get(path, { headers: Authorization ? { Authorization } : {} });
      assert.equal(answer.status, 401, `${path} ${Authorization}`);
      assert.equal(answer.headers.get('www-authenticate'), 'Basic realm="koord"');
    }
    for (const Authorization of [`Bearer ${TOKEN}`, basic(TOKEN)])
      assert.equal((await collector.get(path, { headers: { Authorization } })).status, 200, path);
  }
  assert.equal((await collector.get(`/api/visitors/${VISITOR}`, { method: 'DELETE' })).status, 401);
  assert.equal((await collector.get('/healthz')).status, 200);
});

/** Asks with headers that fetch would not let us set. @param {import('./collector.mjs').Collector} collector @param {string[]} headers */
async function ask(collector, headers) {
  const socket = await collector.connect();
  const heard = untilClosed(socket);
  socket.write(`GET /api/sessions HTTP/1.1\r\n${headers.join('\r\n')}\r\nConnection: close\r\n\r\n`);
  return Number((await heard).slice(9, 12));
}

test('without a token this machine reads, and nobody through a proxy or under another name', async t => {
  const collector = await startCollector(t);
  for (const host of ['localhost', '127.0.0.1:8787', '[::1]:8787', 'LOCALHOST:1'])
    assert.equal(await ask(collector, [`Host: ${host}`]), 200, host);
  for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '10.0.0.1'])
    assert.equal(await ask(collector, [`Host: ${host}`]), 403, host);
  for (const header of [
    'X-Forwarded-For: 127.0.0.1',
    'Forwarded: for=127.0.0.1',
    'Via: 1.1 nginx',
    'X-Real-IP: ::1',
  ])
    assert.equal(await ask(collector, ['Host: localhost', header]), 403, header);
});

test('without a token nobody from outside reads', async t => {
  const collector = await startCollector(t, ['--listen', '[::]:0']);
  const { networkInterfaces } = await import('node:os');
  const outside = Object.values(networkInterfaces())
    .flat()
    .find(one => one && !one.internal && one.family === 'IPv4');
  if (!outside) return t.diagnostic('this machine has no address but its own');
  const answer = await fetch(`http://${outside.address}:${collector.port}/api/sessions`);
  assert.equal(answer.status, 403);
});
