// What the browser answers, and the page does not show: copies, prints, sounds, windows, other pages.

/** @typedef {import('./scenario.mjs').Scenario} Scenario */

/** A tenth of a second of silence. */
const SOUND = `data:audio/wav;base64,UklGRmQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YUAAAACA${'gICA'.repeat(21)}`;

/** @type {Scenario[]} */
export const BROWSER = [
  {
    name: 'copy',
    html: `<button onclick="navigator.clipboard.writeText('SAVE').catch(() => {})">Copy code</button>`,
    press: 'button',
  },
  {
    name: 'copy, the old way',
    html: `<input value="SAVE" size="4"><button onclick="previousElementSibling.select(); document.execCommand('copy')">Copy</button>`,
    press: 'button',
  },
  {
    name: 'print', // with a dialog of the browser's, which no test could close
    html: `<script>window.print = () => {}</script><button onclick="print()">Print</button>`,
    press: 'button',
  },
  {
    name: 'sound',
    html: `<audio src="${SOUND}"></audio><button onclick="previousElementSibling.play().catch(() => {})">Listen</button>`,
    press: 'button',
  },
  {
    name: 'full screen',
    html: `<button onclick="parentElement.requestFullscreen().then(() => document.exitFullscreen(), () => {})">Large</button>`,
    press: 'button',
  },
  {
    name: 'pointer lock',
    html: `<button onclick="this.requestPointerLock()?.catch?.(() => {}); setTimeout(() => document.exitPointerLock(), 200)">Look round</button>`,
    press: 'button',
  },
  {
    name: 'share',
    html: `<script>Navigator.prototype.share ??= async () => {}</script>
      <button onclick="navigator.share({ text: 'x' }).catch(() => {})">Share</button>`,
    press: 'button',
  },
  {
    name: 'window',
    html: `<button onclick="window.open('about:blank', '', 'width=200,height=200').close()">Terms</button>`,
    press: 'button',
  },
  {
    name: 'question that is answered with no',
    html: `<script>window.confirm = () => false</script><button onclick="confirm('Remove?')">Remove</button>`,
    press: 'button',
  },
  // Last: Firefox shows downloads in a panel that takes the focus.
  {
    name: 'download',
    html: `<a href="/size-guide.txt" download>Size guide</a>`,
    press: 'a',
  },
  {
    name: 'download by script',
    html: `<button onclick="const a = document.createElement('a'); a.href = window.URL.createObjectURL(new Blob(['x']));
      a.download = 'invoice.txt'; a.click()">Invoice</button>`,
    press: 'button',
  },
];

/** Pages of their own: the page itself moves, or goes and comes back. @type {Scenario[][]} */
export const MOVING = [
  [
    {
      name: 'link to a part of the page',
      html: `<a href="#far">Reviews</a><h3 id="far" class="far">Reviews</h3>`,
      press: 'a',
    },
  ],
  [
    {
      name: 'to the top',
      html: `<style>html { scroll-behavior: smooth }</style><h3 class="far"></h3><button
        class="corner" onclick="window.scrollTo(0, 0)">To the top</button>`,
      act: async ({ press, scroll }) => {
        await scroll(600);
        await press('button');
      },
    },
  ],
  [
    {
      name: 'there and back again',
      html: `<a href="elsewhere.html">Elsewhere</a> <button onclick="nextElementSibling.hidden ^= true">Flip</button><i>!</i>`,
      presses: 2,
      act: async ({ press, arrive, back }) => {
        await press('a');
        await arrive('/elsewhere.html');
        await back();
        await press('button');
      },
    },
  ],
  [
    {
      name: 'press that only brings the window back',
      html: `<button>Nothing</button>`,
      presses: 1,
      act: async ({ press, leaveAndReturn }) => {
        await leaveAndReturn();
        await press('button');
      },
    },
  ],
];

/** The page takes its time, and is seen to, or is asked to wait for a request. @type {Scenario[]} */
export const SLOW = [
  {
    name: 'spinner, then four seconds',
    html: `<button onclick="nextElementSibling.hidden = false; slow(4000).then(() => { nextElementSibling.textContent = 'here' })">Load</button>
      <b class="spinner" hidden>◐</b>`,
    press: 'button',
  },
  {
    name: 'answer after four seconds, and something else pressed meanwhile',
    html: `<button onclick="slow(4000).then(() => { nextElementSibling.textContent = 'here' })">Check stock</button><i></i>`,
    press: 'button',
  },
  {
    name: 'answer after five seconds, by XMLHttpRequest',
    html: `<button onclick="const x = new XMLHttpRequest(); x.open('GET', slowly(5000)); x.send();
      x.onload = () => { nextElementSibling.textContent = 'here' }">Check price</button><i></i>`,
    press: 'button',
    verdict: ['slow_click.slow'],
  },
];
