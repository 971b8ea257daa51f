import { createDamageRunner } from '../pictures/run-pictures.ts';
import type { RunBlock } from '../suites.ts';
import { openClipWorld } from './damage-clips.ts';

/** Brings in damaged films, one a seed, and plays those that come in. */
export const createClipRunner = (): RunBlock => createDamageRunner(openClipWorld);
