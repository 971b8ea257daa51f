import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readModel } from '../../shared/language/linear-model.ts';
import { createUnderstand, type Understand } from '../../shared/language/understand.ts';

/** Understanding with the models that ship in `resources/language`; reads some 270 kB once. */
export function openUnderstand(resourcesDir: string): Understand {
  const read = (name: string) => readModel(readFileSync(join(resourcesDir, 'language', name)));
  return createUnderstand({ intents: read('intents.bin'), languages: read('languages.bin') });
}
