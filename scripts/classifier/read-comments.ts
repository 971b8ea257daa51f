import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  commentLanguages,
  intents,
  type CommentLanguage,
  type Intent,
} from '../../shared/language/understanding.ts';

export type LabelledComment = { text: string; language: 'fr' | 'en'; intents: Intent[] };
export type LabelledText = { text: string; language: CommentLanguage };

const folder = join(import.meta.dirname, 'training');

/** The comments to learn intents from. A file is named after the main intent of its lines; further ones
 *  stand behind a tab. */
export function readTrainingComments(): LabelledComment[] {
  return (['fr', 'en'] as const).flatMap((language) =>
    intents.flatMap((main) =>
      readLines(join(folder, language, `${main}.txt`)).map((line) => {
        const [text = '', more = ''] = line.split('\t');
        return { text, language, intents: [main, ...more.split(',').flatMap(intentNamed)] };
      }),
    ),
  );
}

/** The texts to learn languages from: those above and some more, also of other languages. */
export function readTrainingTexts(): LabelledText[] {
  const files = readdirSync(join(folder, 'languages')).toSorted();
  const more = files.flatMap((file) => {
    const language = commentLanguages.find((name) => file === `${name}.txt`);
    if (!language) throw new Error(`${file} is named after no language`);
    return readLines(join(folder, 'languages', file)).map((text) => ({ text, language }));
  });
  return [...readTrainingComments(), ...more];
}

/** Comments kept apart to measure with: `labels<tab>text`, headings begin with `##`. */
export function readMeasuringComments(language: 'fr' | 'en'): LabelledComment[] {
  const file = join(import.meta.dirname, `../../bench/understanding/${language}.tsv`);
  return readLines(file)
    .filter((line) => !line.startsWith('## '))
    .map((line) => {
      const [labels = '', text = ''] = line.split('\t');
      return { text, language, intents: labels.split(',').flatMap(intentNamed) };
    });
}

/** Texts of other languages, and of none, to measure with. */
export function readMeasuringTexts(): { text: string; language: CommentLanguage | 'unknown' }[] {
  const file = join(import.meta.dirname, '../../bench/understanding/languages.tsv');
  return readLines(file)
    .filter((line) => !line.startsWith('## '))
    .map((line) => {
      const [name = '', text = ''] = line.split('\t');
      return { text, language: commentLanguages.find((known) => known === name) ?? 'unknown' };
    });
}

function readLines(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

function intentNamed(name: string): Intent[] {
  if (name === '') return [];
  const found = intents.find((intent) => intent === name.trim());
  if (!found) throw new Error(`${name} is no intent`);
  return [found];
}
