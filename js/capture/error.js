// Scripts of the page that fail; not the noise that every page makes.
import { redactPath, redactText } from '../redact.js';
import { isOwnSite } from '../site.js';

/** Enough for any verdict; a page that fails in a loop must not fill the trail. */
const ERRORS_MOST = 30;
const NOISE = /^ResizeObserver loop|^Script error\.?$|AbortError|aborted/i;
const FOREIGN = /\b[a-z]+-extension:\/\//;
const FRAME = /(\w+:\/\/[^\s)]+?):(\d+)(?::\d+)?\)?$/m;

/** @param {import('../page.js').Page} page */
export function captureError(page) {
  let told = 0;

  /** @param {string} source @param {number} timeStamp @param {string} message @param {string} [file] @param {number} [line] */
  function report(source, timeStamp, message, file, line) {
    if (told >= ERRORS_MOST) return;
    told++;
    const url = file ? new URL(file, location.href) : null;
    const facts = {
      source,
      own_site: url ? +isOwnSite(url.href) : undefined,
      line,
      message: redactText(message, 160),
      file: url ? redactPath(url.pathname).slice(0, 120) : undefined,
    };
    page.report('error', facts, timeStamp);
  }

  page.on(window, 'error', event => {
    const { message, filename, lineno, error } = event;
    if (event.target !== window || NOISE.test(message) || FOREIGN.test(filename + error?.stack)) return;
    report('exception', event.timeStamp, message, filename, lineno);
  });

  page.on(window, 'unhandledrejection', ({ reason, timeStamp }) => {
    const message = `${reason?.name ? `${reason.name}: ` : ''}${reason?.message ?? String(reason)}`;
    const stack = String(reason?.stack || '');
    if (NOISE.test(message) || FOREIGN.test(stack)) return;
    const [, file, line] = FRAME.exec(stack) || [];
    report('rejection', timeStamp, message, file, line ? +line : undefined);
  });
}
