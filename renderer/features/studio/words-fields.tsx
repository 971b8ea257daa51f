import { useTranslation } from 'react-i18next';
import type { OpeningLine } from '../../../shared/contract/shop.ts';
import type { TemplateWords } from '../../../shared/contract/studio.ts';
import { HoursLines } from '../../ui/hours-lines.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Ask } from './template-asks.ts';

type Props = {
  ask: Ask;
  words: TemplateWords;
  /** What a picture of the hours says when no others are written. */
  shopHours: readonly OpeningLine[] | undefined;
  onChange: (change: TemplateWords) => void;
};

/** The fields of one thing that a template asks for. */
export function WordFields(props: Props) {
  const { t } = useTranslation('batch');
  const { ask, words, onChange } = props;
  switch (ask.name) {
    case 'headline':
      return (
        <TextField
          label={t('words.headline')}
          hint={t('words.headlineHint')}
          value={words.headline ?? ''}
          maxLength={ask.maxLetters}
          onChange={(headline) => onChange({ headline })}
        />
      );
    case 'valueText':
      return (
        <TextField
          label={t('words.value')}
          placeholder={t('words.valueHint')}
          value={words.valueText ?? ''}
          maxLength={ask.maxLetters}
          onChange={(valueText) => onChange({ valueText })}
        />
      );
    case 'quote':
      return <QuoteFields {...props} />;
    case 'hours':
      return <HoursFields {...props} />;
    case 'event':
      return <EventFields {...props} />;
    case 'question':
      return <QuestionFields {...props} />;
    case 'lines':
      return <LineFields {...props} />;
  }
}

const mostStars = 5;

function QuoteFields({ ask, words, onChange }: Props) {
  const { t } = useTranslation('batch');
  const quote = words.quote ?? { text: '' };
  const set = (change: Partial<typeof quote>) => onChange({ quote: { ...quote, ...change } });
  const counts = Array.from({ length: mostStars }, (_, index) => mostStars - index);
  return (
    <>
      <TextArea
        label={t('words.quote')}
        value={quote.text}
        rows={3}
        maxLength={ask.maxLetters}
        onChange={(text) => set({ text })}
      />
      <div className="studio-words-pair">
        <TextField
          label={t('words.author')}
          value={quote.author ?? ''}
          maxLength={60}
          onChange={(author) => set({ author })}
        />
        <SelectField
          label={t('words.stars')}
          value={String(quote.stars ?? 0)}
          options={[
            { value: '0', label: t('words.noStars') },
            ...counts.map((count) => ({
              value: String(count),
              label: t('words.starCount', { count }),
            })),
          ]}
          onChange={(value) => {
            const { stars: _stars, ...rest } = quote;
            onChange({ quote: value === '0' ? rest : { ...rest, stars: Number(value) } });
          }}
        />
      </div>
    </>
  );
}

function HoursFields({ ask, words, shopHours, onChange }: Props) {
  const { t } = useTranslation('batch');
  const isOwn = (words.hours?.length ?? 0) > 0;
  return (
    <HoursLines
      label={t('words.hours')}
      lines={(isOwn ? words.hours : shopHours) ?? []}
      most={ask.most}
      maxLetters={ask.maxLetters}
      {...(!isOwn && shopHours?.length && { hint: t('words.shopHours') })}
      onChange={(hours) => onChange({ hours })}
    />
  );
}

function EventFields({ ask, words, onChange }: Props) {
  const { t } = useTranslation('batch');
  const event = words.event ?? { name: '', date: '' };
  const set = (change: Partial<typeof event>) => onChange({ event: { ...event, ...change } });
  return (
    <>
      {(['name', 'date', 'place'] as const).map((part) => (
        <TextField
          key={part}
          label={t(`words.event.${part}`)}
          placeholder={t(`words.event.${part}Hint`)}
          value={event[part] ?? ''}
          maxLength={ask.maxLetters}
          onChange={(text) => set({ [part]: text })}
        />
      ))}
    </>
  );
}

/** A list with as many places as there is room for; empty ones at its end are left away. */
function placesOf(list: readonly string[] = [], most: number): string[] {
  return Array.from({ length: most }, (_, index) => list[index] ?? '');
}

function withoutEmptyEnd(list: readonly string[]): string[] {
  return list.slice(0, list.findLastIndex((text) => text !== '') + 1);
}

function QuestionFields({ ask, words, onChange }: Props) {
  const { t } = useTranslation('batch');
  const { text, choices } = words.question ?? { text: '', choices: [] };
  const places = placesOf(choices, ask.most);
  const setChoice = (at: number, choice: string) =>
    onChange({ question: { text, choices: withoutEmptyEnd(places.with(at, choice)) } });
  return (
    <>
      <TextField
        label={t('words.question')}
        value={text}
        maxLength={ask.maxLetters}
        onChange={(next) => onChange({ question: { text: next, choices } })}
      />
      <div className="studio-words-pair">
        {places.map((choice, index) => (
          <TextField
            key={index}
            label={t('words.choice', { number: index + 1 })}
            value={choice}
            maxLength={40}
            onChange={(next) => setChoice(index, next)}
          />
        ))}
      </div>
    </>
  );
}

function LineFields({ ask, words, onChange }: Props) {
  const { t } = useTranslation('batch');
  const places = placesOf(words.lines, ask.most);
  return places.map((line, index) => (
    <TextField
      key={index}
      label={t('words.line', { number: index + 1 })}
      value={line}
      maxLength={ask.maxLetters}
      onChange={(next) => onChange({ lines: withoutEmptyEnd(places.with(index, next)) })}
    />
  ));
}
