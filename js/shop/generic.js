// A shop with ordinary markup and no help from its owner: when to look at it, and who looks.
import { captureAdapters } from './adapters.js';
import { captureAdd } from './add.js';
import { captureCart } from './cart.js';
import { captureCheckout } from './checkout.js';
import { captureContact } from './contact.js';
import { captureCoupon } from './coupon.js';
import { captureMarked } from './marked.js';
import { captureMessages } from './message.js';
import { capturePayment } from './payment.js';
import { captureProduct } from './product.js';
import { isBusy } from './read.js';
import { captureRefine } from './refine.js';
import { captureSearch } from './search.js';
import { captureSeen } from './seen.js';
import { capturePageState } from './state.js';
import { createLedger } from './told.js';

/** In the order in which they hear: what was done to a list before what it shows, messages last, so that what they
 * are about is known. */
const READERS = [
  captureRefine,
  captureSearch,
  captureProduct,
  captureCart,
  captureAdd,
  captureCoupon,
  captureCheckout,
  capturePayment,
  captureContact,
  captureMarked,
  capturePageState,
  captureSeen,
  captureMessages,
];

/** Time to paint what a request brought. */
const PAINT_MS = 150;
/** A page that scripts fill in is looked at again. */
const LOOKS_MS = [1000, 3000];
/** While the page shows that it is busy it is looked at after ever longer pauses: 15 s in all. */
const PAUSES_MS = [500, 1000, 2000, 4000, 8000];
/** A request that takes longer is a connection that stays open. */
const PENDING_MS = 6000;
/** Requests that end later than this after a view or a press are polling. */
const LIVELY_MS = 10000;

/** @param {import('../page.js').Page} page */
export function captureShop(page) {
  let place = 'other';
  let lively = 0;
  let pending = 0;
  /** @type {unknown} */
  let timer;

  /** @param {number} ms @param {number} [tries] */
  function lookIn(ms, tries = 0) {
    page.cancel(timer);
    timer = page.later(ms, () => {
      const pause = PAUSES_MS[tries];
      const waits = pending && page.now() - lively < PENDING_MS;
      if (pause && (waits || isBusy())) lookIn(pause, tries + 1);
      else page.tellInTurns('settled', { place });
    });
  }

  const { as } = createLedger(page);
  for (const read of READERS) page.guard(read)(as('page'));
  page.guard(captureAdapters)(page, as);

  page.listen('press', (_, timeStamp) => (lively = timeStamp));
  page.listen('refined', () => lookIn(PAINT_MS));
  // The view that comes of it is looked at when it has been told.
  page.listen('history', () => page.cancel(timer));
  page.listen('page_view', (view, timeStamp) => {
    place = view.place;
    lively = timeStamp;
    page.idle(() => lookIn(0));
    for (const ms of LOOKS_MS) page.later(ms, () => lookIn(0));
  });
  page.listen('pending', ({ requests }, timeStamp) => {
    pending = requests;
    if (!pending && timeStamp - lively < LIVELY_MS) lookIn(PAINT_MS);
  });
}
