import './deeds.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post } from '../../../../../shared/contract/posts.ts';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { TextLink } from '../../../../ui/text-link.tsx';
import type { PostDeeds } from '../use-post-deeds.ts';
import { onlineTargets } from './online-targets.ts';

/** Other words for a post that is out; where a network keeps its words, what it has instead. */
export function ChangeTextDialog({
  post,
  deeds,
  onClose,
}: {
  post: Post;
  deeds: PostDeeds;
  onClose: () => void;
}) {
  const { t } = useTranslation(['deeds', 'ui']);
  const online = onlineTargets(post);
  const pages = online.filter((target) => target.network === 'facebook');
  const instagram = online.find((target) => target.network === 'instagram');
  const before = post.captions?.facebook ?? post.caption;
  const [text, setText] = useState(before);
  const change = () => {
    deeds.run({ kind: 'changeText', targetIds: pages.map((target) => target.id), text });
    onClose();
  };
  const isChange = text.trim() !== '' && text !== before;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('changeText.title')}
      footer={
        <>
          <Button kind="quiet" size="lg" onClick={onClose}>
            {t('ui:back')}
          </Button>
          {pages.length > 0 ? (
            <Button kind="primary" size="lg" disabled={!isChange} onClick={change}>
              {t('changeText.act')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="deed-dialog">
        {pages.length > 0 ? (
          <>
            <TextArea label={t('changeText.label')} rows={8} value={text} onChange={setText} />
            <p className="small muted">{t('changeText.what')}</p>
            {instagram ? <p className="small">{t('changeText.keptInstagram')}</p> : null}
          </>
        ) : (
          <p>{t('changeText.onlyInstagram')}</p>
        )}
        {instagram?.permalink ? (
          <p>
            <TextLink href={instagram.permalink}>{t('changeText.open')}</TextLink>
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
