import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  replyIntent,
  replyLanguage,
  type ReplyIntent,
  type ReplyLanguage,
} from '../../../../shared/contract/saved-replies.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { Button } from '../../../ui/button.tsx';
import { EmojiButton } from '../../../ui/emoji/emoji-button.tsx';
import { insertText } from '../../../ui/insert-text.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { readyReply, tidyShortcut, unknownWords, type ReplyDraft } from './reply-draft.ts';
import { ReplyPreview } from './reply-preview.tsx';
import { VariableButtons } from './variable-buttons.tsx';

/** Writes one saved reply, a text a language, and shows it as a customer would read it. */
export function SavedReplyForm({
  draft,
  onDraft,
  onDone,
}: {
  draft: ReplyDraft;
  onDraft: (draft: ReplyDraft) => void;
  onDone: () => void;
}) {
  const { t } = useTranslation('replies');
  const api = useApi();
  const save = useChange(api.savedReplies.save.mutationOptions({ onSuccess: onDone }));
  const ready = readyReply(draft);
  const unknown = unknownWords(draft);
  return (
    <form
      className="reply-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && unknown.length === 0) save.mutate(ready);
      }}
    >
      <div className="reply-form-head">
        <TextField
          label={t('name')}
          value={draft.name}
          maxLength={80}
          autoFocus
          onChange={(name) => onDraft({ ...draft, name })}
        />
        <TextField
          label={t('shortcut')}
          icon="/"
          value={draft.shortcut ?? ''}
          maxLength={30}
          onChange={(shortcut) => onDraft({ ...draft, shortcut: tidyShortcut(shortcut) })}
        />
        <IntentField value={draft.intent} onChange={(intent) => onDraft({ ...draft, intent })} />
      </div>
      <ReplyText draft={draft} unknown={unknown} onDraft={onDraft} />
      <div className="reply-form-foot">
        <Button size="lg" onClick={onDone}>
          {t('cancel')}
        </Button>
        <Button
          kind="primary"
          size="lg"
          type="submit"
          disabled={!ready || unknown.length > 0}
          busy={save.isPending}
        >
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

const byHand = '';

function IntentField({
  value,
  onChange,
}: {
  value: ReplyIntent | undefined;
  onChange: (intent: ReplyIntent | undefined) => void;
}) {
  const { t } = useTranslation('replies');
  return (
    <SelectField
      label={t('intent')}
      value={value ?? byHand}
      options={[
        { value: byHand, label: t('byHand') },
        ...replyIntent.options.map((intent) => ({ value: intent, label: t(`intents.${intent}`) })),
      ]}
      onChange={(next) => onChange(replyIntent.options.find((intent) => intent === next))}
    />
  );
}

function ReplyText({
  draft,
  unknown,
  onDraft,
}: {
  draft: ReplyDraft;
  unknown: readonly string[];
  onDraft: (draft: ReplyDraft) => void;
}) {
  const { t } = useTranslation('replies');
  const area = useRef<HTMLTextAreaElement>(null);
  const [language, setLanguage] = useState<ReplyLanguage>(
    () => replyLanguage.options.find((one) => draft.texts[one] !== undefined) ?? 'fr',
  );
  const text = draft.texts[language] ?? '';
  const isWritten = (one: ReplyLanguage) => (draft.texts[one] ?? '').trim() !== '';
  const put = (words: string) => area.current && insertText(area.current, words);
  return (
    <>
      <SelectField
        label={t('inLanguage')}
        value={language}
        options={replyLanguage.options.map((one) => ({
          value: one,
          label: isWritten(one)
            ? t('written', { language: t(`language.${one}`) })
            : t(`language.${one}`),
        }))}
        onChange={setLanguage}
      />
      <TextArea
        ref={area}
        label={t('text')}
        rows={4}
        value={text}
        maxLength={4000}
        error={unknown.length > 0 ? t('unknown', { names: unknown.join(', ') }) : undefined}
        onChange={(next) => onDraft({ ...draft, texts: { ...draft.texts, [language]: next } })}
      />
      <div className="reply-form-tools">
        <VariableButtons onTake={(variable) => put(`{${variable}}`)} />
        <EmojiButton onTake={put} />
      </div>
      <ReplyPreview text={text} language={language} />
    </>
  );
}
