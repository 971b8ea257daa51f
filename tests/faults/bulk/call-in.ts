import { createRouterClient } from '@orpc/server';
import type { Studio } from '../../../core/open-studio.ts';

/** The studio's procedures as plain functions, without a carrier. */
export function callIn(studio: Studio) {
  return createRouterClient(studio.router, { context: { language: 'fr' } });
}
