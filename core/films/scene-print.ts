import { createHash } from 'node:crypto';
import type { Scene } from '../../shared/scene/scene.ts';

/** The same print is the same video. */
export function scenePrint(scene: Scene): string {
  return createHash('sha256').update(JSON.stringify(scene)).digest('hex').slice(0, 32);
}
