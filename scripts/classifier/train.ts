// Trains what tells languages and intents of comments apart, in seconds and always to the same bytes.
// Run: node scripts/classifier/train.ts [folder]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeModel } from '../../shared/language/linear-model.ts';
import { trainingFingerprint } from './fingerprint.ts';
import { trainIntents } from './train-intents.ts';
import { trainLanguages } from './train-languages.ts';

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '../../resources/language'));
mkdirSync(folder, { recursive: true });
for (const [name, model] of [
  ['intents', trainIntents()],
  ['languages', trainLanguages()],
] as const) {
  const bytes = writeModel(model);
  writeFileSync(join(folder, `${name}.bin`), bytes);
  console.log(`${name}: ${model.hashes.length} features, ${bytes.length} bytes`);
}
const made = { from: trainingFingerprint() };
writeFileSync(join(folder, 'made.json'), `${JSON.stringify(made, null, 2)}\n`);
