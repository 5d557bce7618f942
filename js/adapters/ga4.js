// What a GA4 data layer says: by push({event, ecommerce}) as tag managers read it, by gtag('event', name, facts), and by
// what stood in it before. The entry of dist/koord.ga4.js; koord.event() with one of its names comes here as well.
import { mean, meanOld } from './ecommerce.js';

/** @param {import('../shop/adapters.js').Kit} kit */
export function speak(kit) {
  const { page, said } = kit;
  /** @type {unknown} */
  let known;

  /** @param {any} entry an object, or the arguments of gtag() */
  function hear(entry) {
    const at = page.now();
    const { event, ecommerce } = Object(entry);
    if (entry?.[0] === 'event') mean(kit, entry[1], entry[2], at);
    else if (ecommerce && !event?.match?.(/^[a-z_]+$/)) meanOld(kit, ecommerce, at);
    else if (event) mean(kit, event, ecommerce || entry, at);
  }

  /** What is there already, and whatever comes. A page that scripts draw anew may begin another layer. */
  function listen() {
    const layer = kit.layer();
    if (!layer || layer === known) return;
    known = layer;
    for (const entry of [...layer]) page.guard(hear)(entry);
    page.patch(layer, 'push', (_, entries) => entries.forEach(page.guard(hear)));
  }

  function hearSaid() {
    for (const { name, facts, at } of said.splice(0)) mean(kit, name, facts, at);
  }

  listen();
  hearSaid();
  page.listen('settled', listen);
  page.listen('meant', hearSaid);
}
