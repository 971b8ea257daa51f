import { useTranslation } from 'react-i18next';
import type { OutboxItem } from '../../../../shared/contract/inbox-deeds.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useNow } from '../../../link/use-now.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { CheckBox } from '../../../ui/check-box.tsx';
import { QuestionAnswers } from '../../../ui/question-answers.tsx';
import { QuestionBlock } from '../../../ui/question-block.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';
import { calmText } from '../../../../shared/rules/calm-text.ts';
import { OutboxEdit } from './outbox-edit.tsx';
import { OutboxRowDeeds } from './outbox-row-deeds.tsx';
import { OutboxSign } from './outbox-sign.tsx';
import type { RowProps } from './row-props.ts';
import type { Outbox } from './use-outbox.ts';

/** One thing that waits: to whom, what, why, and what can be done about it. */
export function OutboxRow(props: RowProps) {
  const { item, outbox, order, isEditing, onEdited } = props;
  const { t } = useTranslation('outbox');
  const formats = useFormats();
  const now = useNow();
  const person = calmText(item.person) || t('someone');
  const isSelected = outbox.selected.has(item.id);
  const what = t(`kind.${item.kind}`, { context: item.on === false ? 'off' : '' });
  return (
    <li
      data-id={item.id}
      tabIndex={0}
      className={isSelected ? 'outbox-row outbox-row-on' : 'outbox-row'}
      aria-label={t('row', { what, person })}
    >
      <CheckBox
        bare
        label={t('choose', { what, person })}
        checked={isSelected}
        onChange={() => {}}
        onClick={({ shiftKey: shift }) => outbox.select(item.id, order, { shift, mod: !shift })}
      />
      <Avatar name={person} />
      <div className="outbox-what">
        <p className="outbox-who">
          <bdi className="inbox-name">{person}</bdi>
          <span className="small muted">{what}</span>
          <span className="small muted num">{formats.near(item.createdAt, now)}</span>
        </p>
        {item.commentText ? (
          <p className="outbox-about small muted">{calmText(item.commentText)}</p>
        ) : null}
        {isEditing ? (
          <OutboxEdit item={item} outbox={outbox} onClose={onEdited} />
        ) : (
          <Words item={item} />
        )}
        {item.question ? <Question item={item} outbox={outbox} /> : <OutboxSign item={item} />}
      </div>
      {isEditing ? null : <OutboxRowDeeds {...props} person={person} />}
    </li>
  );
}

function Words({ item: { text, pictureUrl } }: { item: OutboxItem }) {
  return (
    <>
      {text ? <p className="outbox-text">{calmText(text)}</p> : null}
      {pictureUrl === undefined ? null : <Thumbnail url={pictureUrl} widthPx={64} heightPx={64} />}
    </>
  );
}

function Question({ item, outbox }: { item: OutboxItem; outbox: Outbox }) {
  const { t } = useTranslation('outbox');
  const { question } = item;
  if (!question) return null;
  const isChanged = question.code === 'parent-changed';
  return (
    <QuestionBlock
      text={question.text}
      otherwise={t(isChanged ? 'otherwiseChanged' : 'otherwise')}
      answers={
        <QuestionAnswers
          of={isChanged ? 'changed' : 'reply'}
          answers={isChanged ? ['not-there'] : question.answers}
          openUrl={question.openUrl}
          busy={outbox.busy}
          onAnswer={(one) => outbox.answer(item.id, one)}
        />
      }
    />
  );
}
