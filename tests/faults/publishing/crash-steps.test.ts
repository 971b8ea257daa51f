import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recipeName } from '../../../core/publishing/frozen-content.ts';
import { mortalClient, type Death } from '../suites/schedules/mortal-client.ts';
import { crashRows } from './crash-rows.ts';
import { kinds } from './kinds.ts';
import { minuteMs, openHarness, type Harness } from './publishing-harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await openHarness();
});
afterEach(() => harness.close());

describe.each(kinds)('F44 $name', (kind) => {
  it('P is published exactly once whichever invisible request the studio dies after', async () => {
    for (let step = 1; ; step++) {
      const post = await kind.write(harness);
      const before = (await harness.effects()).length;
      const death: Death = { after: step, when: 'after', isDead: false };
      harness.uses.line.through = (client) => mortalClient(client, death);
      harness.restart();
      harness.publishNow(post);
      await harness.pass(minuteMs);
      harness.uses.line.through = undefined;
      harness.restart();
      await harness.pass(5 * minuteMs);
      expect(harness.target(post), `request ${step}`).toMatchObject({
        state: 'published',
        attempts: 1,
      });
      const effects = (await harness.effects()).slice(before);
      expect(effects.map((effect) => effect.kind)).toEqual([kind.effect]);
      // Past the last request there is nothing left to die at.
      if (!death.isDead) break;
    }
  });
});

describe('every row of what may be under way', () => {
  it('has its deaths at every point', () => {
    const tested = crashRows.flatMap((row) => row.kinds ?? []);
    expect(tested.toSorted()).toEqual(kinds.map((kind) => kind.name).toSorted());
    const recipes = new Set(crashRows.map((row) => row.recipe));
    expect(recipeName.options.filter((name) => !recipes.has(name))).toEqual([]);
    for (const file of new Set(crashRows.flatMap((row) => row.file ?? []))) {
      const text = readFileSync(join(import.meta.dirname, '..', file), 'utf8');
      for (const point of ['C1', 'C2', 'C3', 'C4', 'C5']) {
        expect(text, `${point} in ${file}`).toContain(point);
      }
    }
  });
});
