import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { troubleKinds } from '../network/picture-trouble.ts';
import { createSay } from '../texts.ts';

const say = createSay(join(import.meta.dirname, '../../resources'));

describe.each(['fr', 'en'] as const)('what a merchant reads in %s', (language) => {
  const read = (key: string, params: Record<string, string> = {}): string => {
    const text = say(language, key, { detail: '403', ...params });
    expect(text, key).not.toContain(key.slice(key.indexOf(':') + 1));
    expect(text, key).not.toMatch(/\{\{|\$t|[!]/);
    return text;
  };

  it.each(troubleKinds)('says what is wrong and what to do: %s', (kind) => {
    const text = read(`pictures:trouble.${kind}.text`);
    const todo = read(`pictures:trouble.${kind}.todo`);
    // A waiting post says the same in its own words.
    const reason = 'publishing:reasons.picture-store';
    expect(read(`${reason}.text`, { trouble: kind })).toContain(text);
    expect(read(`${reason}.todo`, { trouble: kind })).toContain(todo);
  });

  it.each(['page-photo', 'bucket', 'upload'])('says which way is in use: %s', (way) => {
    read(`pictures:inUse.${way}`, { host: 'images.example.com' });
  });

  it.each(['upload', 'read', 'remove'])('words the step %s of a check', (step) => {
    for (const state of ['done', 'failed', 'skipped']) read(`pictures:steps.${step}.${state}`);
  });

  it.each(['works', 'worksAndStays', 'fails'])('sums a check up: %s', (result) => {
    read(`pictures:check.${result}`);
  });
});
