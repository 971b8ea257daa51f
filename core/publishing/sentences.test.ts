import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSay } from '../texts.ts';

const resourcesDir = join(import.meta.dirname, '../../resources');
const say = createSay(resourcesDir);
const languages = ['fr', 'en'] as const;

/** Every code that the sources of this feature can give as a reason. */
function reasonCodes(): string[] {
  const names = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  const sources = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const found = sources.flatMap((name) => {
    const text = readFileSync(join(import.meta.dirname, name), 'utf8');
    const given = text.matchAll(/(?:\bcode: |refuse\()'([a-z-]+)'/g);
    return [...given].map((match) => match[1] ?? '');
  });
  const asked = ['not-visible', 'not-found', 'several', 'unread', 'in-progress'];
  return [...new Set(found)].filter((code) => !asked.includes(code));
}

/** A key without a text comes back as itself. */
function expectText(language: 'fr' | 'en', path: string): void {
  const params = {
    account: 'La Serre',
    network: 'Instagram',
    name: 'a.jpg',
    message: 'non',
    trouble: 'denied',
    detail: 403,
    planned: '3',
    seen: '2',
  };
  const text = say(language, `publishing:${path}`, params);
  expect(text, path).not.toContain(path);
  expect(text, path).not.toMatch(/\{\{|!/);
}

describe.each(languages)('what a merchant reads in %s', (language) => {
  it('has a sentence and a way on for every reason', () => {
    const codes = [...reasonCodes(), 'video-refused', 'picture-refused', 'caption-refused'];
    expect(codes).toContain('offline');
    for (const code of codes.filter((one) => !one.startsWith('SQLITE'))) {
      expectText(language, `reasons.${code}.text`);
      expectText(language, `reasons.${code}.todo`);
    }
  });

  it.each(['not-visible', 'not-found', 'several', 'unread', 'in-progress'])(
    'has the question %s for posts and for first comments',
    (code) => {
      expectText(language, `questions.post.${code}`);
      expectText(language, `questions.comment.${code}`);
    },
  );

  it.each(['caption', 'media', 'link', 'tags', 'alt', 'collaborators', 'visible'])(
    'says how what is there differs: %s',
    (field) => {
      for (const part of ['text', 'text_none', 'todo_facebook', 'todo_instagram']) {
        if (field === 'visible' && part === 'text_none') continue;
        expectText(language, `live.${field}.${part}`);
      }
    },
  );

  it.each(['disk-full', 'disk-failing', 'clock-off'])('says why all stands still: %s', (code) => {
    expectText(language, `halts.${code}`);
  });
});
