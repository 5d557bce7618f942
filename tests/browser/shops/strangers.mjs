// One visit to one strange shop, from an empty browser to the stored journey: what every test of a strange shop does.
import { collect } from '../drive/collector.mjs';
import { open } from '../drive/index.mjs';
import { makeVisit, reckon } from './reckon.mjs';
import { handOf, openStranger, tagOf } from './stranger.mjs';

/**
 * @param {string} engine
 * @param {(tag: string) => import('./stranger.mjs').Shop} shop
 * @param {import('./reckon.mjs').Step[]} visit
 */
export async function visitStranger(engine, shop, visit) {
  const collector = await collect({ folders: { '/dist': 'dist' } });
  const page = await open(engine, { size: [1200, 900] });
  const stranger = await openStranger(shop(tagOf(collector.url)));
  try {
    const began = await makeVisit(visit, handOf(page, stranger.url));
    await page.go('about:blank');
    const counted = await untilQuiet(collector);
    return { ...reckon(visit, counted, began), session: counted };
  } finally {
    await page.close();
    stranger.close();
    await collector.stop();
  }
}

/** The journey, once it is complete and nothing was added between two looks. @param {import('../drive/collector.mjs').Collector} collector */
async function untilQuiet(collector) {
  let before = 0;
  for (;;) {
    const all = await collector.untilStored(before + 1, 4000).catch(error => {
      if (!before) throw error;
      return null;
    });
    if (!all) break;
    before = all.length;
  }
  const [{ session }] = await collector.sessions();
  return collector.session(session);
}
