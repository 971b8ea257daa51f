import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { captionFieldNames, parseCaption } from '../../../../shared/rules/caption-template.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { KeepTemplate } from './keep-template.tsx';
import type { Words } from './use-wish.ts';

const voices = ['text', 'facebook', 'instagram'] as const;
type Voice = (typeof voices)[number];

/** A caption with fields: the common one, and another for a network where it is wanted. */
export function CaptionTemplateEditor({
  id,
  words,
  onChange,
}: {
  id: string;
  words: Words;
  onChange: (words: Words) => void;
}) {
  const { t } = useTranslation('series');
  const [voice, setVoice] = useState<Voice>('text');
  const area = useRef<HTMLTextAreaElement>(null);
  const value = words[voice];
  const write = (text: string) => onChange({ ...words, [voice]: text });
  const put = (text: string) => {
    const { selectionStart: from = value.length, selectionEnd: to = from } = area.current ?? {};
    write(value.slice(0, from) + text + value.slice(to));
    area.current?.focus();
  };
  return (
    <div className="fp-editor">
      <KeepTemplate words={words} onChange={onChange} />
      <Tabs
        id={id}
        label={t('words.voice')}
        value={voice}
        options={voices.map((one) => ({
          value: one,
          label: t(`words.${one}`),
          ...(one !== 'text' && words[one].trim() !== '' && { note: t('words.own') }),
        }))}
        onChange={setVoice}
      />
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${voice}`}>
        <TextArea
          ref={area}
          label={t('words.caption')}
          labelHidden
          rows={5}
          value={value}
          placeholder={voice === 'text' ? t('words.here') : t('words.asCommon')}
          error={useTemplateTrouble(value)}
          onChange={write}
        />
      </div>
      <div className="fp-fields" role="toolbar" aria-label={t('words.fields')}>
        {captionFieldNames.map((name) => (
          <button key={name} type="button" className="fp-field" onClick={() => put(`{${name}}`)}>
            {t(`field.${name}`)}
          </button>
        ))}
        <button
          type="button"
          className="fp-field"
          title={t('words.optionalHint')}
          onClick={() => put('[ {old_price}]')}
        >
          {t('words.optional')}
        </button>
      </div>
      <Hashtags words={words} onChange={onChange} />
    </div>
  );
}

function useTemplateTrouble(text: string): string | undefined {
  const { t } = useTranslation('series');
  const [first] = parseCaption(text).problems;
  if (!first) return undefined;
  const { code, at, name } = first;
  const line = text.slice(0, at).split('\n').length;
  return t(`trouble.${code}`, { name: `{${name}}`, at: at + 1, line });
}

function Hashtags({ words, onChange }: { words: Words; onChange: (words: Words) => void }) {
  const { t } = useTranslation('series');
  const api = useApi();
  const sets = useQuery(api.snippets.list.queryOptions({ input: { kind: 'hashtags' } }));
  const items = sets.data?.items ?? [];
  return (
    <div className="fp-pair">
      <TextField
        label={t('words.hashtags')}
        value={words.hashtags}
        placeholder="#fleurs #lyon"
        onChange={(hashtags) => onChange({ ...words, hashtags })}
      />
      {items.length > 0 ? (
        <SelectField
          label={t('words.set')}
          value={items.find((set) => set.text === words.hashtags)?.id ?? ''}
          options={[
            { value: '', label: t('words.noSet') },
            ...items.map((set) => ({ value: set.id, label: set.name })),
          ]}
          onChange={(setId) => {
            const set = items.find((one) => one.id === setId);
            if (set) onChange({ ...words, hashtags: set.text });
          }}
        />
      ) : null}
    </div>
  );
}
