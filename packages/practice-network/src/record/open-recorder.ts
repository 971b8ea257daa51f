import { appendFileSync } from 'node:fs';
import type { Recorder, Tables } from '../world/world.ts';
import { requestShapes } from './request-shape.ts';

/**
 * Appends the shape of each request to `file`, one JSON line for each shape that this process has not
 * seen yet. Several networks may share a file: a line is one write.
 */
export function openRecorder(tables: Pick<Tables, 'get'>, file: string): Recorder {
  const seen = new Set<string>();
  return (method, path, values) => {
    for (const shape of requestShapes(tables, method, path, values)) {
      const line = `${JSON.stringify(shape)}\n`;
      if (seen.has(line)) continue;
      seen.add(line);
      appendFileSync(file, line);
    }
  };
}
