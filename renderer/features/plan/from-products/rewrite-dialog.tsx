import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Series } from '../../../../shared/contract/series.ts';
import { parseCaption } from '../../../../shared/rules/caption-template.ts';
import { Button } from '../../../ui/button.tsx';
import { CheckBox } from '../../../ui/check-box.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { CaptionTemplateEditor } from './caption-editor.tsx';
import { captionOf } from './slots-of.ts';
import type { Review } from './use-review.ts';
import type { Words } from './use-wish.ts';

/** All words anew from another template; those that a person wrote stay unless said. */
export function RewriteDialog({
  series,
  productIds,
  rewrite,
  onClose,
}: {
  series: Series;
  productIds: string[];
  rewrite: Review['deeds']['rewrite'];
  onClose: () => void;
}) {
  const { t } = useTranslation('series');
  const toast = useToast();
  const [words, setWords] = useState<Words>(() => wordsOfWish(series));
  const [overEdited, setOverEdited] = useState(false);
  const chosen = new Set(productIds);
  const edited = series.items.filter((item) => item.edited && chosen.has(item.productId)).length;
  const isReadable = [words.text, words.facebook, words.instagram].every(
    (text) => parseCaption(text).problems.length === 0,
  );
  const run = () =>
    rewrite.mutate(
      { seriesId: series.seriesId, productIds, caption: captionOf(words), overEdited },
      {
        onSuccess: ({ changed, kept }) => {
          toast({ text: t('rewritten', { count: changed, kept }) });
          onClose();
        },
      },
    );
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('rewrite.title')}
      widthPx={640}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" busy={rewrite.isPending} disabled={!isReadable} onClick={run}>
            {t('rewrite.do', { count: productIds.length })}
          </Button>
        </>
      }
    >
      <CaptionTemplateEditor id="fp-rewrite" words={words} onChange={setWords} />
      {edited > 0 ? (
        <CheckBox
          checked={overEdited}
          onChange={setOverEdited}
          label={t('rewrite.overEdited', { count: edited })}
        />
      ) : null}
    </Dialog>
  );
}

function wordsOfWish({ wish }: Series): Words {
  const { text, captions, hashtags } = wish.caption;
  return {
    text,
    facebook: captions?.facebook ?? '',
    instagram: captions?.instagram ?? '',
    hashtags: hashtags ?? '',
  };
}
