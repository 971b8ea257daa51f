import { IconCheck, IconClock, IconLock, IconSend, IconTag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../link/link-provider.tsx';
import { useNow } from '../../link/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { calmText } from './calm-text.ts';
import { privateReplyLeft } from './private-reply-left.ts';
import type { OpenThread } from './use-open-thread.ts';
import type { ReplyBoxState } from './use-reply-box.ts';

/** Always ready; its button says what will happen: answer now, wait for the line, or change. */
export function ReplyBox({
  thread,
  box,
  fieldRef,
}: {
  thread: OpenThread;
  box: ReplyBoxState;
  fieldRef: Ref<HTMLTextAreaElement>;
}) {
  const { t } = useTranslation('inbox-ui');
  const online = useIsOnline();
  const person = calmText(thread.person.name) || t('someone');
  const link = thread.post?.products.find((product) => product.link)?.link;
  const place = online || box.mode !== 'reply' ? box.mode : 'offline';
  return (
    <form
      className="inbox-box"
      onSubmit={(event) => {
        event.preventDefault();
        box.send();
      }}
    >
      <textarea
        ref={fieldRef}
        rows={2}
        aria-label={t(`box.${place}`, { person })}
        placeholder={t(`box.${place}`, { person })}
        value={box.text}
        onChange={(event) => box.setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            box.send();
          } else if (event.key === 'Escape') {
            if (box.mode === 'edit') box.stopEdit();
            else event.currentTarget.blur();
          }
        }}
      />
      <div className="inbox-tools">
        {link === undefined ? null : (
          <IconButton
            label={t('insertLink')}
            icon={<IconTag aria-hidden />}
            onClick={() => box.insert(link)}
          />
        )}
        <PrivateSwitch box={box} />
        <span className="grow" />
        {box.mode === 'edit' ? (
          <Button kind="quiet" onClick={box.stopEdit}>
            {t('cancelEdit')}
          </Button>
        ) : null}
        <SendButton box={box} online={online} />
      </div>
    </form>
  );
}

function useIsOnline(): boolean {
  const api = useApi();
  return useQuery(api.app.info.queryOptions()).data?.line.online ?? true;
}

function SendButton({ box, online }: { box: ReplyBoxState; online: boolean }) {
  const { t } = useTranslation('inbox-ui');
  const Icon = box.mode === 'edit' ? IconCheck : online ? IconSend : IconClock;
  const word = box.mode === 'edit' ? 'send.edit' : online ? `send.${box.mode}` : 'send.queue';
  return (
    <Button
      type="submit"
      kind="primary"
      icon={<Icon aria-hidden />}
      busy={box.busy}
      aria-disabled={!box.canSend || undefined}
      aria-keyshortcuts="Control+Enter"
    >
      {t(word)}
    </Button>
  );
}

/** Answering in private: once for each comment, within seven days; how long is left is said. */
function PrivateSwitch({ box }: { box: ReplyBoxState }) {
  const { t } = useTranslation('inbox-ui');
  const now = useNow();
  const { to, mode } = box;
  if (mode === 'edit' || !to || to.mine) return null;
  const left = privateReplyLeft(to.createdAt, now);
  const isTaken = to.privateReply === 'sent' || to.privateReply === 'waiting';
  const isOff = isTaken || to.privateReply === 'late' || !left;
  const why = isTaken ? `private.${to.privateReply}` : isOff ? 'private.late' : undefined;
  return (
    <>
      <Button
        kind="quiet"
        icon={<IconLock aria-hidden />}
        aria-pressed={mode === 'private'}
        disabled={isOff}
        onClick={() => box.setPrivate(mode !== 'private')}
      >
        {t('privately')}
      </Button>
      {why ? <span className="small muted inbox-private-note">{t(why)}</span> : null}
      {mode === 'private' && left ? (
        <span className="small muted num inbox-private-note">
          {t(`private.left.${left.unit}`, { count: left.count })}
        </span>
      ) : null}
    </>
  );
}
