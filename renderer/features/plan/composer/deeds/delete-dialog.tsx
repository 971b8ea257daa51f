import './deeds.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../../../shared/contract/accounts.ts';
import type { Post } from '../../../../../shared/contract/posts.ts';
import { Button } from '../../../../ui/button.tsx';
import { CheckBox } from '../../../../ui/check-box.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import type { PostDeeds } from '../use-post-deeds.ts';
import { isChangeable, onlineTargets } from './online-targets.ts';

/** Asks once before a post is taken off its networks, and where. */
export function DeleteDialog({
  post,
  accounts,
  deeds,
  onClose,
}: {
  post: Post;
  accounts: readonly Account[];
  deeds: PostDeeds;
  onClose: () => void;
}) {
  const { t } = useTranslation(['deeds', 'ui']);
  const targets = onlineTargets(post).filter(isChangeable);
  const [left, setLeft] = useState<readonly string[]>([]);
  const chosen = targets.filter((target) => !left.includes(target.id));
  const onInstagram = chosen.some((target) => target.network === 'instagram');
  const remove = () => {
    deeds.run({ kind: 'deletePublished', targetIds: chosen.map((target) => target.id) });
    onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('delete.title')}
      footer={
        <>
          <Button kind="quiet" size="lg" onClick={onClose}>
            {t('ui:back')}
          </Button>
          <Button kind="danger" size="lg" disabled={chosen.length === 0} onClick={remove}>
            {t('delete.act')}
          </Button>
        </>
      }
    >
      <div className="deed-dialog">
        <p>{t('delete.what')}</p>
        {targets.length > 1 ? (
          <div role="group" aria-label={t('delete.where')}>
            {targets.map((target) => (
              <CheckBox
                key={target.id}
                checked={!left.includes(target.id)}
                label={nameOf(accounts, target.accountId)}
                onChange={(on) =>
                  setLeft(on ? left.filter((id) => id !== target.id) : [...left, target.id])
                }
              />
            ))}
          </div>
        ) : null}
        {onInstagram ? <p className="small muted">{t('delete.instagram')}</p> : null}
      </div>
    </Dialog>
  );
}

function nameOf(accounts: readonly Account[], accountId: string): string {
  const account = accounts.find((one) => one.id === accountId);
  return account?.username ?? account?.name ?? '';
}
