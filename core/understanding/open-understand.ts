import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readModel } from '../../shared/language/linear-model.ts';
import {
  createReadMeaning,
  createUnderstand,
  type Models,
  type ReadMeaning,
  type Understand,
} from '../../shared/language/understand.ts';

/** The models that ship in `resources/language`, some 270 kB. */
function readModels(resourcesDir: string): Models {
  const read = (name: string) => readModel(readFileSync(join(resourcesDir, 'language', name)));
  return { intents: read('intents.bin'), languages: read('languages.bin') };
}

/** Understanding with the models that ship. */
export function openUnderstand(resourcesDir: string): Understand {
  return createUnderstand(readModels(resourcesDir));
}

/** What words mainly want and in which language they are, as a thread keeps it. The models are read with the
 *  first words: a studio that starts does not wait for them. */
export function openMeaning(
  resourcesDir: string,
): (text: string) => { language: string; intent: string } {
  let read: ReadMeaning | undefined;
  return (text) => {
    read ??= createReadMeaning(readModels(resourcesDir));
    const { language, intents } = read(text);
    return { language, intent: intents[0]?.intent ?? 'other' };
  };
}
