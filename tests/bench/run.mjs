// `make bench`: times on this machine, for comparing one state of the code with another. Read the differences.
import { benchBounds } from './bounds.mjs';
import { benchCore } from './core.mjs';
import { benchInputs } from './inputs.mjs';
import { benchOutbox } from './outbox.mjs';
import { benchPage } from './page.mjs';
import { benchTasks } from './tasks.mjs';

await benchBounds();
await benchCore();
await benchPage();
await benchInputs();
if (!(await benchOutbox())) process.exitCode = 1;
if (!(await benchTasks())) process.exitCode = 1;
