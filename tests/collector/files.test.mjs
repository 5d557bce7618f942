// Folders that are served, and all that is not in them.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeFolder, runProgram, startCollector, untilClosed } from './collector.mjs';

/** A shop, a dist beside it, and a secret beside both. @param {import('node:test').TestContext} t */
function makeSite(t) {
  const folder = makeFolder(t);
  for (const name of ['shop', 'shop/sub', 'shop/.git', 'dist', 'shop-secret']) mkdirSync(join(folder, name));
  const files = {
    'shop/index.html': '<h1>shop</h1>',
    'shop/sub/index.html': '<h1>sub</h1>',
    'shop/a file.js': '1',
    'shop/module.mjs': '2',
    'shop/picture.svg': '<svg/>',
    'shop/.git/config': 'secret',
    'shop/dist.txt': 'shop',
    'dist/koord.wasm': 'wasm',
    'shop-secret/key': 'secret',
    secret: 'secret',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  symlinkSync(join(folder, 'secret'), join(folder, 'shop/link'));
  symlinkSync(join(folder, 'shop-secret/key'), join(folder, 'shop/sibling'));
  symlinkSync('module.mjs', join(folder, 'shop/own-link.mjs'));
  return folder;
}

/** @param {import('node:test').TestContext} t */
async function serveSite(t) {
  const folder = makeSite(t);
  return startCollector(t, ['--static', `/=${folder}/shop,/dist=${folder}/dist`]);
}

/** @type {[string, number, string, string?][]} path, status, body, type */
const served = [
  ['/', 200, '<h1>shop</h1>', 'text/html; charset=utf-8'],
  ['/index.html?x=1', 200, '<h1>shop</h1>', 'text/html; charset=utf-8'],
  ['/sub/', 200, '<h1>sub</h1>', 'text/html; charset=utf-8'],
  ['/a%20file.js', 200, '1', 'text/javascript; charset=utf-8'],
  ['/module.mjs', 200, '2', 'text/javascript; charset=utf-8'],
  ['/own-link.mjs', 200, '2', 'text/javascript; charset=utf-8'],
  ['/picture.svg', 200, '<svg/>', 'image/svg+xml'],
  ['/dist/koord.wasm', 200, 'wasm', 'application/wasm'],
  ['/dist.txt', 200, 'shop', 'text/plain; charset=utf-8'],
  ['/koord.wasm', 404, ''],
  ['/nothing', 404, ''],
];

test('files are found by prefix and sent with their type', async t => {
  const collector = await serveSite(t);
  for (const [path, status, body, type] of served) {
    await t.test(path, async () => {
      const answer = await collector.get(path);
      assert.equal(answer.status, status);
      if (status !== 200) return;
      assert.equal(answer.body, body);
      assert.equal(answer.headers.get('content-type'), type);
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    });
  }
});

test('what is not there is answered by the 404.html of the site, where it has one', async t => {
  const folder = makeSite(t);
  const collector = await startCollector(t, ['--static', `/=${folder}/shop`]);
  assert.match((await collector.get('/nothing')).body, /there is nothing here/);
  writeFileSync(join(folder, 'shop/404.html'), '<h1>lost</h1>');
  const answer = await collector.get('/nothing');
  assert.equal(answer.status, 404);
  assert.equal(answer.body, '<h1>lost</h1>');
  assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
  for (const mistyped of ['/api/session', '/v1/batches', '/api/'])
    assert.match(
      (await collector.get(mistyped)).body,
      /"mend":"docs\/wire\.md lists the addresses"/,
      mistyped,
    );
});

test('a folder without its slash is sent to the one with', async t => {
  const collector = await serveSite(t);
  for (const path of ['/sub', '//sub']) {
    const answer = await collector.get(path, { redirect: 'manual' });
    assert.equal(answer.status, 301);
    const to = new URL(answer.headers.get('location') ?? '', collector.url + path);
    assert.equal(to.href, `${collector.url}${path}/`);
  }
});

test('a file that did not change is not sent again', async t => {
  const collector = await serveSite(t);
  const first = await collector.get('/module.mjs');
  assert.equal(first.headers.get('cache-control'), 'no-cache');
  const etag = first.headers.get('etag') ?? '';
  const second = await collector.get('/module.mjs', { headers: { 'If-None-Match': etag } });
  assert.equal(second.status, 304);
  assert.equal(second.body, '');
  assert.equal((await collector.get('/module.mjs', { headers: { 'If-None-Match': '"x"' } })).status, 200);
});

test('HEAD has the length and no body', async t => {
  const collector = await serveSite(t);
  const { status, body, headers } = await collector.get('/', { method: 'HEAD' });
  assert.deepEqual([status, body, headers.get('content-length')], [200, '', '13']);
});

const ways = [
  '/../secret',
  '/sub/../../secret',
  '/%2e%2e/secret',
  '/..%2fsecret',
  '/%2e%2e%2fsecret',
  '/..%5csecret',
  '/../shop-secret/key',
  '/.git/config',
  '/%2egit/config',
  '/link',
  '/sibling',
  '/dist/../../secret',
  '/distant/../../secret',
  '//../secret',
  '/%00/../secret',
  '/index.html%00.js/../../secret',
];

test('no way leads out of the folder', async t => {
  const collector = await serveSite(t);
  for (const way of ways) {
    await t.test(way, async () => {
      const socket = await collector.connect(); // fetch would tidy the path
      const heard = untilClosed(socket);
      socket.write(`GET ${way} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      await once(socket, 'close');
      assert.ok(!(await heard).includes('\r\n\r\nsecret'), await heard);
    });
  }
});

test('a folder that is not there is named at the start', async t => {
  const store = join(makeFolder(t), 'x.db');
  const { code, err } = await runProgram([
    '--store',
    store,
    '--listen',
    '127.0.0.1:0',
    '--static',
    '/=no/such/folder',
  ]);
  assert.equal(code, 1);
  assert.match(err, /cannot serve no\/such\/folder: No such file or directory/);
});
