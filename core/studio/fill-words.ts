import type { TemplateWords } from '../../shared/contract/studio.ts';
import type { PictureSlots } from '../../shared/scene/template.ts';

type Words = Pick<
  PictureSlots,
  'headline' | 'quote' | 'hours' | 'event' | 'question' | 'valueText' | 'lines'
>;

/** What was written for a template, as it fills its slots: blank words are none. */
export function wordSlots(words: TemplateWords = {}): Words {
  const { headline, quote, hours, event, question, valueText, lines } = words;
  const said = {
    headline: trimmed(headline),
    quote: quote && trimmed(quote.text) ? { ...quote, author: trimmed(quote.author) } : undefined,
    hours: filled(hours?.filter(({ days, times }) => trimmed(days) ?? trimmed(times))),
    event: event && trimmed(event.name) ? { ...event, place: trimmed(event.place) } : undefined,
    question:
      question && trimmed(question.text)
        ? { ...question, choices: question.choices.filter(trimmed) }
        : undefined,
    valueText: trimmed(valueText),
    lines: filled(lines?.filter(trimmed)),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

function trimmed(text: string | undefined): string | undefined {
  return text?.trim() || undefined;
}

function filled<T>(list: T[] | undefined): T[] | undefined {
  return list && list.length > 0 ? list : undefined;
}
