// `make bench`: times on this machine, for comparing one state of the code with another. Read the differences.
import { benchBounds } from './bounds.mjs';
import { benchCore } from './core.mjs';
import { benchPage } from './page.mjs';

await benchBounds();
await benchCore();
await benchPage();
