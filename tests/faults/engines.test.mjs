// The promises that matter most, in the other engines. Their browsers cannot be killed and begun anew like Chromium.
import { describe, test } from 'node:test';
import { ENGINES } from '../browser/drive/index.mjs';
import { whileTheCollectorFails, whileTheVisitorLeaves } from './promises.mjs';
import { openShop } from './shop.mjs';

const TOGETHER = { concurrency: 2, timeout: 600_000 };

for (const engine of ENGINES.filter(name => name !== 'chromium')) {
  describe(`in ${engine}, while the collector fails`, TOGETHER, () => whileTheCollectorFails(engine));

  describe(`in ${engine}, while the visitor leaves`, TOGETHER, () => whileTheVisitorLeaves(engine));

  describe(`in ${engine}, while the browser misbehaves`, TOGETHER, () => {
    test('S15: no storage may be touched', async t => {
      const head = `<script>for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
        Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } })</script>`;
      const shop = await openShop(t, { engine, head });
      await shop.visit();
      await shop.report(10);
      await shop.reportAndFollow(10);
      await shop.assertAllOnce();
    });
  });
}
