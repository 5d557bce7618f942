// The first line of every file that a shop serves.
import { readFileSync } from 'node:fs';

const { version, license } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
export const banner = `/*! Koord ${version} | ${license} licence */`;
