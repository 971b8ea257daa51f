import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
/** The code that decides what a model looks like. */
const makers = [
  'shared/language/clean-comment.ts',
  'shared/language/comment-features.ts',
  'shared/language/intent-rules.ts',
  'shared/language/linear-model.ts',
  'shared/language/read-features.ts',
  'shared/language/understanding.ts',
  'shared/language/word-classes.ts',
  'scripts/classifier/read-comments.ts',
  'scripts/classifier/seeded-order.ts',
  'scripts/classifier/train-intents.ts',
  'scripts/classifier/train-languages.ts',
  'scripts/classifier/train-model.ts',
];

/** SHA-256 of everything the models are made from, whatever the ends of lines. */
export function trainingFingerprint(): string {
  const training = 'scripts/classifier/training';
  const lessons = readdirSync(join(root, training), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => `${training}/${name.replaceAll('\\', '/')}`);
  const sum = createHash('sha256');
  for (const path of [...makers, ...lessons].toSorted()) {
    const text = readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
    sum.update(`${path}\n${text}\n`);
  }
  return sum.digest('hex');
}
