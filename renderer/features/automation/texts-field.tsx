import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleTexts } from '../../../shared/contract/automation.ts';
import { replyLanguage } from '../../../shared/contract/saved-replies.ts';
import { replyVariables } from '../../../shared/replies/fill-reply.ts';
import { Chip } from '../../ui/chip.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextArea } from '../../ui/text-area.tsx';

type Written = keyof RuleTexts;

/** The same words in several languages, one at a time, with what may be filled in. */
export function TextsField({
  label,
  texts,
  onChange,
}: {
  label: string;
  texts: RuleTexts;
  onChange: (texts: RuleTexts) => void;
}) {
  const { t, i18n } = useTranslation(['rules', 'replies']);
  const own: Written = i18n.language.startsWith('fr') ? 'fr' : 'en';
  const [language, setLanguage] = useState<Written>(
    () => [own, ...replyLanguage.options].find((one) => texts[one]?.trim()) ?? own,
  );
  const field = useRef<HTMLTextAreaElement>(null);
  const text = texts[language] ?? '';
  const write = (next: string) => onChange({ ...texts, [language]: next });
  const nameOf = (one: Written) => {
    const name = t(`replies:language.${one}`);
    return texts[one]?.trim() ? t('replies:written', { language: name }) : name;
  };
  const insert = (variable: string) => {
    const at = field.current?.selectionStart ?? text.length;
    write(`${text.slice(0, at)}{${variable}}${text.slice(at)}`);
    field.current?.focus();
  };
  return (
    <div className="rules-form">
      <div className="rules-pair">
        <SelectField
          label={t('replies:inLanguage')}
          value={language}
          options={replyLanguage.options.map((one) => ({ value: one, label: nameOf(one) }))}
          onChange={setLanguage}
        />
      </div>
      <TextArea ref={field} label={label} rows={3} maxLength={2000} value={text} onChange={write} />
      <div className="rules-chips" role="group" aria-label={t('replies:variables')}>
        {replyVariables.map((variable) => (
          <Chip key={variable} onClick={() => insert(variable)}>
            {t(`replies:variable.${variable}`)}
          </Chip>
        ))}
      </div>
    </div>
  );
}
